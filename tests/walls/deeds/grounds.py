"""Giving and ending grounds to tell across a wall."""

from .given import assigned, consent, ground, put
from .stage import done, refused, told

STRANGER = "You do not work with this child."
COVERS = "A ground covers only what you may read in your own compartment."
NAMES = "A ground on consent names consents about this child, these categories and this recipient."
LAW = "The law does not open this way from your activity to that one."
REASON = "A ground needs its own reason."
GIVEN = (
    "db: select decided_by_id, coalesce(to_unit_id, to_capacity_id), basis, walls, (select count(*) from access_groundconsent r"
    " where r.ground_id = g.id) from access_ground g"
)
ON = "array[:consent]"
CONSENT = ground(basis="consent", consents=ON)
OPENED = "guard.open_child(:{}, null, 'Bo', 'Ek', 'ek', null, 2015, '', null) as own"
BVC = f"birgitta: {OPENED.format('bvc')}"
SOCIAL = f"tomas: {OPENED.format('reception')}"
NURSE = assigned("adam", "eva")
TO = "guard.give_ground(:adam, '{walls}', {unit}, {capacity}, '{basis}', 'OSL', '{why}', null, '{{}}') as ground"
END = "guard.end_ground(:ground)"
ENDED = "db: select g.id = :ground, ended_by_id, until_at <= guard.now() from access_ground g where until_at is not null"


def to(walls: str = "{65}", unit: str = "null", capacity: str = "null", basis: str = "harm_test", why: str = "why") -> str:
    return TO.format(walls=walls, unit=unit, capacity=capacity, basis=basis, why=why)


DEEDS = [
    done("a mentor gives a ground on a harm test", ground(), GIVEN, "petra/reception/harm_test/65 67/0"),
    done("a ground to one person", ground(capacity="tomas"), GIVEN, "petra/tomas/harm_test/65 67/0"),
    done("a ground on consent rests on it", CONSENT, GIVEN, "petra/reception/consent/65 67/1", consent()),
    done("a ground on consent to one person", ground(basis="consent", consents=ON, capacity="tomas"), GIVEN,
         "petra/tomas/consent/65 67/1", consent(to_unit_id="null", to_capacity_id=":tomas")),
    done("a ground on anything else rests on none", ground(consents=ON), GIVEN, "petra/reception/harm_test/65 67/0",
         consent()),
    refused("a colleague who does not know the child gives none", ground(by="maja"), STRANGER),
    refused("a ground covers something", ground(walls="{}"), COVERS),
    refused("a ground does not cover what one may not read", ground(walls="{65,72}"), COVERS),
    refused("nor what one may write and not read", ground(walls="{67}", by="ingrid_2"), COVERS,
            assigned("adam", "ingrid_2"), put("adam", "ingrid_2", "{65}", "writer")),
    refused("nor what others let one read", ground(walls="{65}", by="eva"), COVERS, NURSE),
    refused("nor a decision not to contact the home", ground(walls="{81}", by="amir"), COVERS, assigned("adam", "amir")),
    # -- on consent --------------------------------------------------------------------------------------------------
    refused("a ground on consent names one", ground(basis="consent"), NAMES),
    refused("a consent that is none", ground(basis="consent", consents="array[:adam]"), NAMES, consent()),
    refused("a consent about another child", CONSENT, NAMES, consent(child="noor")),
    refused("a consent to less", CONSENT, NAMES, consent(walls="{65}")),
    refused("a consent to another recipient", CONSENT, NAMES, consent(unit="bvc")),
    refused("a consent to someone there", CONSENT, NAMES, consent(to_unit_id="null", to_capacity_id=":tomas")),
    refused("a consent to another person", ground(basis="consent", consents=ON, capacity="tomas"), NAMES,
            consent(to_unit_id="null", to_capacity_id=":kerstin")),
    refused("a consent to take part is none to be told of", CONSENT, NAMES,
            consent(kind="'participation'", to_unit_id="null")),
    refused("all consents must be right", ground(basis="consent", consents="array[:consent, :other]"), NAMES, consent(),
            consent("other", walls="{65}")),
    # -- by law ------------------------------------------------------------------------------------------------------
    told("the general clause opens from school", f"petra: {to('{67}', ':reception', basis='general_clause')}", "ground"),
    refused("and not from social services",
            "tomas: guard.give_ground(:own, '{257}', :norrskolan, null, 'general_clause', 'OSL', 'why', null, '{}')", LAW,
            SOCIAL),
    refused("nor a harm test: out of chapters 25 and 26 nobody tells on an own guess",
            "tomas: guard.give_ground(:own, '{257}', :norrskolan, null, 'harm_test', 'OSL', 'why', null, '{}')", LAW,
            SOCIAL),
    told("health care tells social services by 25:12",
         "birgitta: guard.give_ground(:own, '{641}', :reception, null, 'osl_25_12', 'OSL', 'why', null, '{}') as ground",
         "ground", BVC),
    refused("and nobody else by it",
            "birgitta: guard.give_ground(:own, '{641}', :norrskolan, null, 'osl_25_12', 'OSL', 'why', null, '{}')", LAW, BVC),
    refused("a school does not by that", f"petra: {to('{67}', ':reception', basis='osl_25_12')}", LAW),
    told("school health tells its school by 25:13 a", f"eva: {to('{131}', ':norrskolan', basis='osl_25_13a')}", "ground",
         NURSE),
    refused("and not social services", f"eva: {to('{131}', ':reception', basis='osl_25_13a')}", LAW, NURSE),
    refused("and not another municipality's school", f"eva: {to('{131}', ':granbyskolan', basis='osl_25_13a')}", LAW,
            NURSE),
    refused("a teacher does not by that", f"petra: {to('{67}', ':norrskolan', basis='osl_25_13a')}", LAW),
    told("social services tell health care by 26:9",
         "tomas: guard.give_ground(:own, '{257}', :bvc, null, 'osl_26_9', 'OSL', 'why', null, '{}') as ground", "ground",
         SOCIAL),
    refused("and not a school",
            "tomas: guard.give_ground(:own, '{257}', :norrskolan, null, 'osl_26_9', 'OSL', 'why', null, '{}')", LAW, SOCIAL),
    refused("a school tells nobody by that", f"petra: {to('{67}', ':bvc', basis='osl_26_9')}", LAW),
    told("inside one activity what is needed is told", f"petra: {to('{67}', ':soderskolan', basis='need_to_know')}",
         "ground"),
    told("in social services too",
         "tomas: guard.give_ground(:own, '{257}', :lotsen_social, null, 'need_to_know', 'OSL', 'why', null, '{}') as ground",
         "ground", SOCIAL),
    told("school health is one activity with its school", f"petra: {to('{67}', ':emi', basis='need_to_know')}", "ground"),
    told("and the school with its school health", f"eva: {to('{131}', ':norrskolan', basis='need_to_know')}", "ground",
         NURSE),
    told("one colleague is told", f"petra: {to('{67}', capacity=':amir', basis='need_to_know')}", "ground"),
    refused("another activity of the municipality is not told so",
            f"petra: {to('{67}', ':reception', basis='need_to_know')}", LAW),
    refused("nor one who works there", f"petra: {to('{67}', capacity=':tomas', basis='need_to_know')}", LAW),
    refused("an emergency is no ground to give", f"petra: {to('{67}', ':reception', basis='break_glass')}", REASON),
    refused("a ground has a reason", f"petra: {to('{67}', ':reception', why=' ')}", REASON),
    told("a ground has one recipient", f"petra: {to('{67}', ':soderskolan', ':tomas')}",
         'error 23514: new row for relation "access_ground" violates check constraint "ground_has_one_recipient"'),
    # -- ending ------------------------------------------------------------------------------------------------------
    done("a ground is ended", f"petra: {END}", ENDED, "yes/petra/yes", ground(called="other"), ground()),
    done("one that would have ended later ends now", f"petra: {END}".replace("which", "ground"), ENDED, "yes/petra/yes",
         ground(), "db: update access_ground set until_at = guard.now() + interval '1 day'"),
    done("another who works with the child ends it", f"gunilla: {END}", ENDED, "yes/gunilla/yes", ground()),
    refused("a colleague who does not know the child ends none", f"maja: {END}", STRANGER, ground()),
    refused("the recipient does not end it", f"tomas: {END}", STRANGER, ground()),
    refused("what has ended is not ended again", f"petra: {END}", "There is no such ground in force.", ground(),
            "db: update access_ground set until_at = guard.now() where id = :ground"),
    refused("a ground that is none cannot be ended", "petra: guard.end_ground(:adam)", "There is no such ground in force.",
            ground()),
    # -- who knows of one --------------------------------------------------------------------------------------------
    told("who leads the school knows of one about what she reads", "gunilla: select id from access_ground", "ground", ground()),
    told("and of none about the home alone", "gunilla: select id from access_ground", "", ground(),
         "db: update access_ground set walls = '{78}' where id = :ground"),
]  # fmt: skip
