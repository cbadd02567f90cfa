"""Giving, approving and ending capacities."""

from .given import ROLES_OF_OTHER_TIMES, capacity
from .stage import done, refused

NOT_HERE = "Your role may not give capacities here."
NOT_ENDED = "Your role may not end capacities here."
NO_ROLE = "That role does not exist in this kind of activity."
SECOND = "A second person with the right to approve must do this."
GIVE = "guard.give_capacity(:{}_person, :{}, '{}', guard.now(), null) as made"
GIVEN = "db: select person_id, unit_id, role, given_by_id, approved_by_id from people_capacity where id = :made"
HELEN = f"gunilla: {GIVE.format('helen', 'norrskolan', 'mentor')}"
OLOF = f"gunilla: {GIVE.format('olof', 'norrskolan', 'mentor')}"
APPROVE = "guard.approve_capacity(:made)"
APPROVED = "db: select id, approved_by_id from people_capacity where given_by_id = :gunilla"
END = "guard.end_capacity(:{})"
ENDED = "db: select id from people_capacity where until_at <= guard.now()"

DEEDS = [
    done("the head teacher gives a capacity in her school", HELEN, GIVEN, "helen_person/norrskolan/mentor/gunilla/-"),
    done("and at another school of the authority", f"gunilla: {GIVE.format('helen', 'soderskolan', 'mentor')}", GIVEN,
         "helen_person/soderskolan/mentor/gunilla/-"),
    done("a system administrator does anywhere in the organisation",
         f"ingrid: {GIVE.format('helen', 'reception', 'social_worker')}", GIVEN,
         "helen_person/reception/social_worker/ingrid/-"),
    refused("but not in another", f"ingrid: {GIVE.format('helen', 'bvc', 'child_health_nurse')}", NOT_HERE),
    refused("a mentor gives none", f"petra: {GIVE.format('helen', 'norrskolan', 'mentor')}", NOT_HERE),
    refused("a head teacher gives none in social services",
            f"gunilla: {GIVE.format('helen', 'reception', 'social_worker')}", NOT_HERE),
    refused("nobody gives none", f"nobody: {GIVE.format('helen', 'norrskolan', 'mentor')}", NOT_HERE),
    refused("there is none at a place that is none", f"gunilla: {GIVE.format('helen', 'adam', 'mentor')}", NOT_HERE),
    refused("nobody gives herself one", f"gunilla: {GIVE.format('gunilla', 'norrskolan', 'mentor')}",
            "Nobody gives themselves a capacity."),
    refused("a role has its place", f"gunilla: {GIVE.format('helen', 'norrskolan', 'social_worker')}", NO_ROLE),
    refused("a role that is none", f"gunilla: {GIVE.format('helen', 'norrskolan', 'king')}", NO_ROLE),
    refused("a role that is no longer given", HELEN, NO_ROLE,
            "db: update people_roleright set until_at = guard.now() where role = 'mentor'"),
    refused("a role that is not given yet", HELEN, NO_ROLE,
            "db: update people_roleright set from_at = guard.now() + interval '1 day' where role = 'mentor'"),
    done("a role that will be given no more", HELEN, GIVEN, "helen_person/norrskolan/mentor/gunilla/-",
         "db: update people_roleright set until_at = guard.now() + interval '1 day' where role = 'mentor'"),
    # -- the second person -------------------------------------------------------------------------------------------
    done("a second person approves", f"olof: {APPROVE}", APPROVED, "helen_3/-, made/olof",
         HELEN.replace("made", "helen_3"), HELEN),
    done("in the region too", f"pia: {APPROVE}", "db: select approved_by_id from people_capacity where id = :made", "pia",
         capacity("chief", "ylva", "bup", "care_head"), f"chief: {GIVE.format('samir', 'bvc', 'child_health_nurse')}"),
    refused("who gave it does not", f"gunilla: {APPROVE}", SECOND, HELEN),
    refused("nor in another capacity of hers", f"second: {APPROVE}", SECOND, HELEN,
            capacity("second", "gunilla", "soderskolan", "head_teacher")),
    refused("nor the one it is for", f"olof: {APPROVE}", SECOND, OLOF),
    refused("nor one whose role does not approve", f"petra: {APPROVE}", SECOND, HELEN),
    refused("nor one of another organisation", f"pia: {APPROVE}", SECOND, HELEN),
    refused("nobody does not", f"nobody: {APPROVE}", SECOND, HELEN),
    refused("what is approved is not approved again", f"rut: {APPROVE}", SECOND, HELEN, f"olof: {APPROVE}"),
    refused("what is none is not", "olof: guard.approve_capacity(:adam)", SECOND, HELEN),
    done("one that nobody gave is approved too", f"olof: {APPROVE}",
         "db: select approved_by_id from people_capacity where id = :made", "olof", HELEN,
         "db: update people_capacity set given_by_id = null where id = :made"),
    # -- the end -----------------------------------------------------------------------------------------------------
    done("the head teacher ends a capacity", f"gunilla: {END.format('petra')}", ENDED, "petra"),
    done("one that would have ended later ends now", f"gunilla: {END.format('petra')}", ENDED, "petra",
         "db: update people_capacity set until_at = guard.now() + interval '1 day' where id = :petra"),
    done("what was over stays as it was", f"gunilla: {END.format('petra')}",
         "db: select until_at < guard.now() - interval '1 day' from people_capacity where id = :petra", "yes",
         "db: update people_capacity set until_at = guard.now() - interval '8 days' where id = :petra"),
    done("a system administrator ends any in the organisation", f"ingrid: {END.format('tomas')}", ENDED, "tomas"),
    refused("but none in another", f"ingrid: {END.format('birgitta')}", NOT_ENDED),
    refused("a mentor ends none", f"petra: {END.format('maja')}", NOT_ENDED),
    refused("who leads in social services ends none in a school", f"kerstin: {END.format('petra')}", NOT_ENDED),
    refused("a head teacher ends none in social services", f"gunilla: {END.format('tomas')}", NOT_ENDED),
    refused("nobody ends none", f"nobody: {END.format('petra')}", NOT_ENDED),
    refused("what is none is not ended", f"gunilla: {END.format('adam')}", NOT_ENDED),
    done("roles of other times give nothing", HELEN, GIVEN, "helen_person/norrskolan/mentor/gunilla/-",
         ROLES_OF_OTHER_TIMES),
]  # fmt: skip
