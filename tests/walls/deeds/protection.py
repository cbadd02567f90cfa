"""Protected identity: who protects, who goes on reading, who names and ends readers."""

from .given import PROTECTED, assigned, capacity, put
from .stage import done, refused, told

STRANGER = "You do not work with this child."
MAY_NOT = "Your role may not name readers."
NOBODY_ELSE = "Only someone who works with the child can be named."
READERS = (
    "db: select capacity_id, subject_id from access_protectedreader where until_at is null or until_at > guard.now()"
)
MARKS = "db: select form, subject_id, guardian_id, decided_by_id, until_at <= guard.now() from people_protection"
NOOR = "guard.protect(:noor, null, 'marked', '{}')"
# Hodan is the mother of Adam and of Mio, and known to be by her number; both have a journey.
SIBLINGS = (
    "fatima: guard.open_child(:lingonet, :mio_pupil, '', '', '', null, null, '', '') as mio",
    "db: update people_guardian set identity_key = '\\x01' where id in (:hodan)",
    "db: insert into people_guardian (id, subject_id, wall, given_name, family_name, phone, language, interpreter,"
    " written_by_id, written_at, custody, custody_evidence, relation, safe_phone, email, address, contact_rule,"
    " identity_key, from_at) select gen_random_uuid(), :mio, wall, given_name, family_name, phone, language, interpreter,"
    " :fatima, written_at, custody, custody_evidence, relation, safe_phone, email, address, contact_rule, identity_key,"
    " from_at from people_guardian where id = :hodan",
    "petra: guard.begin_journey(:adam) as space",
    "fatima: guard.begin_journey(:mio) as room",
    assigned("adam", "fatima"),
)
ADD = "guard.add_protected_reader(:noor, :{}) as named"
ADDED = "db: select capacity_id, given_by_id from access_protectedreader where subject_id = :noor"
BY_HER = ("petra: guard.protect(:noor, null, 'marked', array[:gunilla]) as mark",)
END_READER = "guard.end_protected_reader(:noor, :{})"
LEFT = (
    "db: select capacity_id, subject_id, from_at <= guard.now() from access_protectedreader where until_at is null"
    " or until_at > guard.now()"
)

DEEDS = [
    # -- protecting --------------------------------------------------------------------------------------------------
    done("the mentor protects a child", f"petra: {NOOR}", MARKS, "marked/noor/-/petra/-"),
    done("she goes on reading, and whom she names", "petra: guard.protect(:noor, null, 'marked', array[:amir])", READERS,
         "amir/noor, petra/noor", assigned("noor", "amir")),
    done("who does not work with the child is not a reader by being named",
         "petra: guard.protect(:noor, null, 'marked', array[:ulf, :maja, :amir])", READERS, "petra/noor"),
    done("a guardian is protected", "petra: guard.protect(:noor, :rana, 'registered', '{}')", MARKS,
         "registered/noor/rana/petra/-"),
    done("of a sibling each reads on who did before", "petra: guard.protect(:adam, :hodan, 'marked', array[:fatima])",
         READERS, "fatima/adam, fatima/mio, fatima/room, fatima/space, petra/adam, petra/space", *SIBLINGS),
    done("a writer reads on, and that the child is in a journey", "petra: guard.protect(:adam, null, 'marked', array[:jonas])",
         READERS, "jonas/adam, jonas/space, petra/adam, petra/space", "petra: guard.begin_journey(:adam) as space",
         put("adam", "jonas", "{65}", "writer")),
    refused("another's guardian is not protected with this child", "petra: guard.protect(:noor, :hodan, 'marked', '{}')",
            "The guardian is not this child's."),
    refused("a guardian that is none is not", "petra: guard.protect(:noor, :adam, 'marked', '{}')",
            "The guardian is not this child's."),
    refused("a colleague who does not know the child does not", f"maja: {NOOR}", STRANGER),
    refused("nor is a shared space protected from the others in it", "petra: guard.protect(:space, null, 'marked', '{}')",
            STRANGER, "petra: guard.begin_journey(:adam) as space"),
    # -- ending ------------------------------------------------------------------------------------------------------
    done("the head teacher ends protection", "gunilla: guard.end_protection(:noor)", MARKS, "marked/noor/-/petra/yes",
         *PROTECTED),
    done("that of this child alone", "gunilla: guard.end_protection(:noor)", MARKS,
         "marked/adam/-/petra/-, marked/noor/-/petra/yes", *PROTECTED, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    done("one that would have ended later ends now", "gunilla: guard.end_protection(:noor)", MARKS,
         "marked/noor/-/petra/yes", *PROTECTED,
         "db: update people_protection set until_at = guard.now() + interval '1 day'"),
    done("and what was over stays as it was", "gunilla: guard.end_protection(:noor)",
         "db: select until_at < guard.now() - interval '1 day' from people_protection", "no, yes",
         "db: insert into people_protection (id, subject_id, form, decided_by_id, from_at, until_at) values"
         " (gen_random_uuid(), :noor, 'marked', :petra, guard.now() - interval '9 days', guard.now() - interval '8 days')",
         *PROTECTED),
    refused("the mentor does not end it", "petra: guard.end_protection(:noor)", "Your role may not end protection.",
            *PROTECTED),
    refused("nor does one who decides and is no reader", "gunilla: guard.end_protection(:noor)", STRANGER, f"petra: {NOOR}"),
    # -- naming readers ----------------------------------------------------------------------------------------------
    done("the head teacher names one who has an assignment", f"gunilla: {ADD.format('amir')}", ADDED,
         "amir/gunilla, gunilla/petra, petra/petra", assigned("noor", "amir"), *BY_HER),
    done("whose assignment will end", f"gunilla: {ADD.format('amir')}", ADDED, "amir/gunilla, gunilla/petra, petra/petra",
         assigned("noor", "amir"), *BY_HER,
         "db: update access_assignment set until_at = guard.now() + interval '1 day' where capacity_id = :amir"),
    done("the head teacher names one who leads the unit", f"gunilla: {ADD.format('bosse')}", ADDED,
         "bosse/gunilla, gunilla/petra, petra/petra", *BY_HER),
    refused("not one who works at the unit", f"gunilla: {ADD.format('david')}", NOBODY_ELSE, *BY_HER),
    refused("not one who leads another", f"gunilla: {ADD.format('olof')}", NOBODY_ELSE, *BY_HER),
    refused("not one who works with another child", f"gunilla: {ADD.format('amir')}", NOBODY_ELSE,
            assigned("adam", "amir"), *BY_HER),
    refused("not one who may only write", f"gunilla: {ADD.format('jonas')}", NOBODY_ELSE,
            put("noor", "jonas", "{65}", "writer"), *BY_HER),
    refused("not one whose assignment is over", f"gunilla: {ADD.format('amir')}", NOBODY_ELSE, *BY_HER,
            put("noor", "amir", "{65}", until_at="guard.now()")),
    refused("not one whose assignment is to come", f"gunilla: {ADD.format('amir')}", NOBODY_ELSE, *BY_HER,
            put("noor", "amir", "{65}", from_at="guard.now() + interval '1 hour'")),
    refused("not one whose role holds no children", f"gunilla: {ADD.format('lead')}", NOBODY_ELSE, *BY_HER,
            capacity("lead", "henrik", "norrskolan", "programme_lead"), put("noor", "lead", "{65}")),
    refused("nobody names herself", f"gunilla: {ADD.format('gunilla')}", MAY_NOT, *BY_HER),
    refused("the mentor names none", f"petra: {ADD.format('amir')}", MAY_NOT, assigned("noor", "amir"), *BY_HER),
    refused("who does not read names none", f"olof: {ADD.format('amir')}", STRANGER, assigned("noor", "amir"), *BY_HER),
    # -- ending readers ----------------------------------------------------------------------------------------------
    done("a reader reads no longer", f"gunilla: {END_READER.format('amir')}", LEFT, "gunilla/noor/yes, petra/noor/yes",
         *PROTECTED),
    done("of this child alone", f"gunilla: {END_READER.format('petra')}", LEFT,
         "amir/noor/yes, gunilla/noor/yes, petra/adam/yes", *PROTECTED, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    done("one who would have read a while yet", f"gunilla: {END_READER.format('amir')}", LEFT,
         "gunilla/noor/yes, petra/noor/yes", *PROTECTED,
         "db: update access_protectedreader set until_at = guard.now() + interval '1 day' where capacity_id = :amir"),
    done("what was over stays as it was", f"gunilla: {END_READER.format('amir')}",
         "db: select until_at < guard.now() - interval '1 day' from access_protectedreader where capacity_id = :amir",
         "yes", *PROTECTED,
         "db: update access_protectedreader set from_at = guard.now() - interval '9 days', until_at = guard.now() -"
         " interval '8 days' where capacity_id = :amir"),
    refused("one does not end oneself, so that one stays", f"gunilla: {END_READER.format('gunilla')}", MAY_NOT, *PROTECTED),
    refused("the mentor ends none", f"petra: {END_READER.format('amir')}", MAY_NOT, *PROTECTED),
    refused("who does not read ends none", f"olof: {END_READER.format('amir')}", STRANGER, *PROTECTED),
    told("a reader reads", "amir: select count(*) from people_child where subject_id = :noor", "1", *PROTECTED),
    told("who leads the unit does not unless named", "bosse: select count(*) from people_child where subject_id = :noor",
         "0", *PROTECTED),
]  # fmt: skip
