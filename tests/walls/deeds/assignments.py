"""Giving and ending assignments."""

from .given import ROLES_OF_OTHER_TIMES, assigned, capacity, put
from .stage import done, refused, told

RIGHTS = (
    "db: select capacity_id, reach, given_by_id, until_at is null, array(select distinct w / 64 from unnest(walls) w)"
    " from access_assignment where subject_id = :adam and capacity_id is not null"
)
WALLS = "db: select walls from access_assignment where capacity_id = :{} and subject_id = :adam"
HEAD_OF_CARE = capacity("head", "ylva", "emi", "care_head")
STRANGER = "You do not work with this child."
OUTSIDE = "An assignment stays inside one authority and activity."
NO_CHILDREN = "This role cannot be given children."
OWN = "tomas: guard.open_child(:reception, null, 'Bo', 'Ek', 'ek', null, 2015, '', '') as own"
TO_AMIR = "guard.assign(:adam, :amir, '{}', null, 'needed')"
PETRAS = "db: select id as which from access_assignment where subject_id = :adam and capacity_id = :petra"
END = "guard.end_assignment(:which)"
ENDED = (
    "db: select capacity_id, ended_by_id, until_at <= guard.now() from access_assignment where subject_id = :adam"
    " and until_at is not null"
)

DEEDS = [
    # -- giving ------------------------------------------------------------------------------------------------------
    done("the head teacher lets a colleague work with a child", f"gunilla: {TO_AMIR}", RIGHTS,
         "amir/full/gunilla/yes/1, petra/full/petra/yes/1"),
    done("the nurse is assigned inside the part that hangs on the school",
         "gunilla: guard.assign(:adam, :eva, '{}', null, 'needed')", WALLS.format("eva"), "131 140 142 143 144 145 65 66"),
    done("a role is given its categories", "gunilla: guard.assign(:adam, :jonas, '{}', null, 'needed')",
         WALLS.format("jonas"), "65 67 70 73 74 79"),
    done("a decision adds what the role may be given by decision and nothing else",
         "gunilla: guard.assign(:adam, :jonas, '{2,7,17}', null, 'needed')", WALLS.format("jonas"), "65 66 67 70 73 74 79"),
    done("what a role was given before and will be given later counts for nothing",
         "gunilla: guard.assign(:adam, :jonas, '{2,7}', null, 'needed')", WALLS.format("jonas"), "65 66 67 70 73 74 79",
         ROLES_OF_OTHER_TIMES),
    done("a right of a role that ends later counts still",
         "gunilla: guard.assign(:adam, :jonas, '{}', null, 'needed')", WALLS.format("jonas"), "65 67 70 73 74 79",
         "db: update people_roleright set until_at = guard.now() + interval '1 day'"),
    refused("a right of a role that is over counts no more", "gunilla: guard.assign(:adam, :amir, '{}', null, 'needed')",
            "The capacity is not in force.",
            "db: update people_roleright set until_at = guard.now() - interval '1 day' where role = 'school_counsellor'"),
    refused("a mentor gives no assignments", f"petra: {TO_AMIR}", "Your role may not give assignments."),
    refused("a head teacher gives none to a child of another school", f"olof: {TO_AMIR}", STRANGER),
    refused("nobody gives no assignments", f"nobody: {TO_AMIR}", "The capacity is not in force."),
    refused("one who has left is given none", f"gunilla: {TO_AMIR}", "The capacity is not in force.",
            "db: update people_capacity set until_at = guard.now() - interval '1 day' where id = :amir"),
    refused("one does not give oneself access", "gunilla: guard.assign(:adam, :gunilla, '{}', null, 'needed')",
            "Nobody gives themselves access."),
    refused("nor does one by another of one's capacities", "gunilla: guard.assign(:adam, :second, '{}', null, 'needed')",
            "Nobody gives themselves access.", capacity("second", "gunilla", "norrskolan", "mentor")),
    refused("an assignment does not leave the authority", "gunilla: guard.assign(:adam, :tomas, '{}', null, 'needed')",
            OUTSIDE),
    refused("nor goes to a part that hangs on another school", "gunilla: guard.assign(:adam, :eva, '{}', null, 'needed')",
            OUTSIDE, "db: update people_branch set hangs_on_id = :sjobo_school where id = :school_medical"),
    refused("who leads the nurses assigns nobody to the school's child", "head: guard.assign(:adam, :eva, '{}', null, 'b')",
            OUTSIDE, HEAD_OF_CARE, assigned("adam", "head")),
    refused("a role without children is given none", "gunilla: guard.assign(:adam, :lead, '{}', null, 'needed')",
            NO_CHILDREN, capacity("lead", "henrik", "norrskolan", "programme_lead")),
    refused("also when categories are noted for it", "gunilla: guard.assign(:adam, :lead, '{}', null, 'needed')",
            NO_CHILDREN, capacity("lead", "henrik", "norrskolan", "programme_lead"),
            "db: update people_roleright set categories = '{1,3}' where role = 'programme_lead'"),
    done("social services assign their own", "kerstin: guard.assign(:own, :karin, '{}', null, 'needed')",
         "db: select capacity_id, given_by_id from access_assignment where subject_id = :own and capacity_id is not null",
         "karin/kerstin, tomas/tomas", OWN),
    refused("a role that may be given nothing is given no child", "gunilla: guard.assign(:adam, :amir, '{}', null, 'needed')",
            NO_CHILDREN,
            "db: update people_roleright set categories = '{}', leaning = '{}' where role = 'school_counsellor'"),
    refused("an assignment has a reason", "gunilla: guard.assign(:adam, :amir, '{}', null, ' ')", NO_CHILDREN),
    refused("a shared space is no child to be assigned", "gunilla: guard.assign(:j, :tomas, '{}', null, 'needed')", STRANGER,
            "gunilla: guard.begin_journey(:adam) as j"),
    refused("a child that is protected from one is a stranger's", "bosse: guard.assign(:noor, :amir, '{}', null, 'needed')",
            STRANGER, "petra: guard.protect(:noor, null, 'marked', '{}')"),
    refused("reading without writing is not working with a child", "eva: guard.begin_journey(:adam)", STRANGER,
            put("adam", "eva", "{65,66}")),
    refused("a writer does not work with the child", "jonas: guard.begin_journey(:adam)", STRANGER,
            put("adam", "jonas", "{65}", "writer")),
    refused("nor does the writer of what she cannot read", "jonas: guard.begin_journey(:adam)", STRANGER,
            put("adam", "jonas", "{}", "writer")),
    # -- ending ------------------------------------------------------------------------------------------------------
    done("one leaves a child oneself", f"petra: {END}", ENDED, "petra/petra/yes", PETRAS),
    done("the head teacher ends an assignment", f"gunilla: {END}", ENDED, "petra/gunilla/yes", PETRAS),
    done("one that would have ended later ends now", f"petra: {END}", ENDED, "petra/petra/yes", PETRAS,
         "db: update access_assignment set until_at = guard.now() + interval '1 day' where id = :which"),
    done("the head teacher ends the nurse's", f"gunilla: {END}", ENDED, "eva/gunilla/yes", assigned("adam", "eva"),
         "db: select :evas as which"),
    done("who leads the nurses ends a nurse's", f"head: {END}", ENDED, "eva/head/yes", HEAD_OF_CARE,
         assigned("adam", "head"), assigned("adam", "eva"), "db: select :evas as which"),
    refused("who leads the nurses does not end the mentor's", f"head: {END}", "Your role may not end this assignment.",
            HEAD_OF_CARE, assigned("adam", "head"), PETRAS),
    refused("a colleague does not end another's", f"amir: {END}", "Your role may not end this assignment.",
            assigned("adam", "amir"), PETRAS),
    refused("nor does who leads elsewhere and has children there", f"kerstin: {END}",
            "Your role may not end this assignment.", OWN, put("adam", "kerstin", "{257}"), PETRAS),
    refused("a head teacher of another school does not", f"olof: {END}", STRANGER, PETRAS),
    refused("what has ended is not ended again", f"petra: {END}", "There is no such assignment in force.", PETRAS,
            "db: update access_assignment set until_at = guard.now() - interval '1 minute' where id = :which"),
    refused("nobody ends nothing", f"nobody: {END}", "There is no such assignment in force.", PETRAS),
    refused("an assignment that is none cannot be ended", "petra: guard.end_assignment(:adam)",
            "There is no such assignment in force."),
    told("the walls of a capacity that is none", "db: guard.walls_for(:adam)", "-"),
]  # fmt: skip
