"""Opening a child from the roster, by number or by name; keeping and asking for identity numbers."""

from .given import assigned, put
from .stage import done, refused, told

STRANGER = "You do not work with this child."
ROSTER = "The pupil is not on this unit's roster."
ELSEWHERE = "The unit belongs to another authority."
NUMBER = "201503142399"
PUPIL = "guard.open_child(:norrskolan, :{}_pupil, '', '', '', null, null, '', '') as child"
NAMED = "guard.open_child(:{}, null, 'Bo', 'Ek', 'ek', null, 2015, '', '{}') as {}"
RIGHTS = (
    "db: select coalesce(a.capacity_id, a.unit_id), a.reach, c.unit_id, a.given_by_id, c.given_name from access_assignment a"
    " join people_child c on c.subject_id = a.subject_id where a.subject_id = :child"
)
VIGGOS = "petra/full/norrskolan/petra/Viggo"
ROWS = "db: select count(*) from people_child c where c.given_name = 'Bo'"
NUMBERS = "db: select owner_id, subject_id, number from people_identitynumber"
SET = f"guard.set_child_number(:adam, '{NUMBER}')"
KNOWN = f"petra: {SET}"
ASK = "guard.identity_number(:adam)"
FIND = f"guard.child_by_number('{NUMBER}')"
HODANS = f"guard.set_guardian_number(:hodan, '{NUMBER}')"
KEYS = "db: select id from people_guardian where identity_key is not null"


def looked(by: str, child: str, walls: str) -> str:
    """A look of just now."""
    return (
        "db: insert into access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls, ground_ids, shown)"
        f" select gen_random_uuid(), guard.now(), 'open', 'e', person_id, id, :{child}, '{walls}', '{{}}', '{{}}'"
        f" from people_capacity where id = :{by}"
    )


TOMAS = f"tomas: {NAMED.format('reception', NUMBER, 'first')}"

DEEDS = [
    # -- from the roster ---------------------------------------------------------------------------------------------
    done("a mentor opens a pupil of hers", f"petra: {PUPIL.format('viggo')}", RIGHTS,
         "norrskolan/full/norrskolan/petra/Viggo, petra/full/norrskolan/petra/Viggo"),
    done("another opens it to write a concern", f"jonas: {PUPIL.format('viggo')}", RIGHTS,
         "jonas/writer/norrskolan/jonas/Viggo, norrskolan/full/norrskolan/jonas/Viggo"),
    done("who then reads the name alone", f"jonas: {PUPIL.format('viggo')}",
         "db: select walls from access_assignment where subject_id = :child and capacity_id = :jonas", "65"),
    done("the nurse opens it to work with it", f"eva: {PUPIL.format('viggo')}",
         "db: select reach, walls from access_assignment where subject_id = :child and capacity_id = :eva",
         "full/131 140 142 143 144 145 65 66"),
    done("a pupil is opened once", f"jonas: {PUPIL.format('adam')}", "db: select :child = :adam", "yes"),
    done("a second one is another", f"petra: {PUPIL.format('viggo')}",
         "db: select given_name, roster_id from people_child where subject_id = :child", "Viggo/viggo_pupil"),
    done("who leads the unit needs no assignment of her own", f"gunilla: {PUPIL.format('adam')}",
         "db: select count(*) from access_assignment where capacity_id = :gunilla", "0"),
    done("who works with the child gets no second", f"petra: {PUPIL.format('adam')}",
         "db: select count(*) from access_assignment where capacity_id = :petra and subject_id = :adam", "1"),
    done("who may read and not write is let write too", f"eva: {PUPIL.format('adam')}",
         "db: select walls from access_assignment where capacity_id = :eva", "131 140 142 143 144 145 65 66, 65",
         put("adam", "eva", "{65}")),
    done("opening is looked at", f"petra: {PUPIL.format('viggo')}",
         "db: select capacity_id, kind, cardinality(walls) from access_look where subject_id = :child", "petra/open/12"),
    done("a pupil with a number keeps it",
         f"petra: guard.open_child(:norrskolan, :viggo_pupil, '', '', '', null, null, '', '{NUMBER}') as child", NUMBERS,
         f"child/child/{NUMBER}"),
    done("a roster's pupil is found by the roster and not by a number",
         f"petra: guard.open_child(:norrskolan, :viggo_pupil, '', '', '', null, null, '', '{NUMBER}') as child",
         "db: select :child = :adam", "no", KNOWN),
    refused("a pupil of another unit", "petra: guard.open_child(:soderskolan, :viggo_pupil, '', '', '', null, null, '', '')",
            ROSTER),
    refused("a pupil that is none", "petra: guard.open_child(:norrskolan, :adam, '', '', '', null, null, '', '')", ROSTER),
    refused("another authority does not open a school's pupil", f"tomas: {PUPIL.format('viggo')}", ELSEWHERE),
    refused("a role without children opens none", f"henrik: {PUPIL.format('viggo')}", "Your role cannot open a child."),
    refused("nor does nobody", f"nobody: {PUPIL.format('viggo')}", "Your role cannot open a child."),
    # -- by number or by name ----------------------------------------------------------------------------------------
    done("a child is opened by number, to work with", f"tomas: {NAMED.format('reception', NUMBER, 'child')}", RIGHTS,
         "reception/full/reception/tomas/Bo, tomas/full/reception/tomas/Bo"),
    done("the number is kept", f"tomas: {NAMED.format('reception', NUMBER, 'child')}", NUMBERS, f"child/child/{NUMBER}"),
    done("no number is kept where none is said", f"tomas: {NAMED.format('reception', '', 'child')}", NUMBERS, ""),
    done("nor where it is left out", f"tomas: {NAMED.format('reception', '', 'child').replace(', ' + chr(39) * 2 + ')', ', null)')}",
         NUMBERS, ""),
    done("one's own is found again", f"tomas: {NAMED.format('reception', NUMBER, 'child')}", ROWS, "1", TOMAS),
    done("and so is that of one's unit", f"kerstin: {NAMED.format('reception', NUMBER, 'child')}", ROWS, "1", TOMAS),
    done("the oldest when there are two", f"tomas: {NAMED.format('reception', NUMBER, 'child')}",
         "db: select :child = :first", "yes", TOMAS, f"karin: {NAMED.format('lotsen_social', NUMBER, 'second')}",
         put("second", "tomas", "{257}")),
    done("one that others work with is not", f"karin: {NAMED.format('lotsen_social', NUMBER, 'child')}", ROWS, "2", TOMAS),
    done("nor one that is protected from one", f"kerstin: {NAMED.format('reception', NUMBER, 'child')}", ROWS, "2", TOMAS,
         "tomas: guard.protect(:first, null, 'marked', '{}')"),
    done("nor one of another authority", f"tomas: {NAMED.format('reception', NUMBER, 'child')}",
         "db: select :child = :adam", "no", KNOWN, put("adam", "tomas", "{65}")),
    done("another number is another child", f"tomas: {NAMED.format('reception', '201609092384', 'child')}", ROWS, "2", TOMAS),
    done("a guardian's number is no child's", f"petra: {NAMED.format('norrskolan', NUMBER, 'child')}", ROWS, "1",
         f"petra: {HODANS}"),
    done("the nurse opens in her own unit", f"eva: {NAMED.format('emi', '', 'child')}", RIGHTS,
         "emi/full/emi/eva/Bo, eva/full/emi/eva/Bo"),
    done("or in the school's", f"eva: {NAMED.format('norrskolan', '', 'child')}",
         "db: select branch_id, wall from people_child where subject_id = :child", "school/65"),
    refused("not in another authority's", f"tomas: {NAMED.format('bvc', '', 'child')}", ELSEWHERE),
    refused("nor in a unit that is none", f"tomas: {NAMED.format('adam', '', 'child')}", ELSEWHERE),
    # -- numbers -----------------------------------------------------------------------------------------------------
    done("the mentor keeps a child's number", KNOWN, NUMBERS, f"adam/adam/{NUMBER}"),
    done("and corrects it", "petra: guard.set_child_number(:adam, '201503142388')", NUMBERS, "adam/adam/201503142388",
         KNOWN),
    done("in social services its own child's", f"tomas: guard.set_child_number(:own, '{NUMBER}')",
         "db: select branch_id from people_identitynumber", "social", f"tomas: {NAMED.format('reception', '', 'own')}"),
    refused("a stranger keeps none", f"maja: {SET}", STRANGER),
    refused("who reads the name and does not write it keeps none", f"eva: {SET}", STRANGER, assigned("adam", "eva")),
    refused("nor who writes other things about the child, and the name of another", f"amir: {SET}", STRANGER,
            put("adam", "amir", "{67}"), assigned("elsa", "amir")),
    told("the mentor asks for it", f"petra: {ASK}", NUMBER, KNOWN),
    told("a stranger does not get it", f"maja: {ASK}", "-", KNOWN),
    told("nor who may not read addresses", f"jonas: {ASK}", "-", KNOWN, assigned("adam", "jonas"),
         looked("jonas", "adam", "{65,66}")),
    told("nor who has not looked", f"amir: {ASK}", "-", KNOWN, assigned("adam", "amir")),
    told("nor who has looked at another child", f"amir: {ASK}", "-", KNOWN, assigned("adam", "amir"),
         looked("amir", "elsa", "{66}")),
    told("nor who has looked at other things", f"amir: {ASK}", "-", KNOWN, assigned("adam", "amir"),
         looked("amir", "adam", "{65,67}")),
    told("who has looked gets it", f"amir: {ASK}", NUMBER, KNOWN, assigned("adam", "amir"), looked("amir", "adam", "{66}")),
    told("each number is its owner's", f"petra: {ASK}", NUMBER, "petra: guard.set_child_number(:noor, '201509212389')", KNOWN,
         "petra: guard.set_guardian_number(:hodan, '198002022382')"),
    told("a number finds a child of one's own", f"petra: {FIND}", "adam", KNOWN),
    told("and nobody else's", f"maja: {FIND}", "", KNOWN),
    told("nor a protected one", f"bosse: {FIND}", "", KNOWN, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("another's number finds another", f"petra: {FIND}", "adam", KNOWN,
         "petra: guard.set_child_number(:noor, '201509212389')"),
    told("a guardian's finds none", f"petra: {FIND}", "", f"petra: {HODANS}"),
    done("the mentor keeps a guardian's number", f"petra: {HODANS}", NUMBERS, f"hodan/adam/{NUMBER}"),
    done("by which the guardian is known", f"petra: {HODANS}", KEYS, "hodan"),
    done("inside the compartment", f"petra: {HODANS}", "db: select branch_id from people_identitynumber", "school"),
    done("in social services its own", f"tomas: guard.set_guardian_number(:mother, '{NUMBER}')",
         "db: select branch_id from people_identitynumber", "social",
         f"tomas: {NAMED.format('reception', '', 'own')}",
         "db: insert into people_guardian (id, subject_id, wall, given_name, family_name, phone, language, interpreter,"
         " written_by_id, written_at, custody, custody_evidence, relation, safe_phone, email, address, contact_rule, from_at)"
         " values (gen_random_uuid(), :own, 258, 'M', 'E', '', 'sv', '', :tomas, guard.now(), 'sole', '', '', '', '', '', '',"
         " guard.now()) returning id as mother"),
    refused("a stranger keeps no guardian's number", f"maja: {HODANS}", STRANGER),
    refused("nor who reads addresses and does not write them", f"eva: {HODANS}", STRANGER, assigned("adam", "eva")),
    refused("nor who writes other things about the child, and addresses of another", f"amir: {HODANS}", STRANGER,
            put("adam", "amir", "{67}"), assigned("elsa", "amir")),
    refused("a guardian that is none has no number", f"petra: guard.set_guardian_number(:adam, '{NUMBER}')", STRANGER),
]  # fmt: skip
