"""A child moves on: what has to be so before a package is handed over, who hears of it, and what a yes and a no do."""

from .coordination import SHIELDED
from .given import HATS, JOINED, assigned, capacity, ground, put
from .holders import SOON
from .stage import done, refused, told

NO_SUCH = "There is no such package to hand over."
FAMILY_FIRST = "Show it to the family first."
THEIRS = "Somebody has said no to a part that is theirs. Take that part away first."
NO_LAW = "No law lets this be sent without a yes. Give it to the family, or ask for a consent to tell."
NOT_YOURS = "This does not wait for your answer."
STRANGER = "You do not work with this child."
WROTE = "written_by_id, written_at, for_guardians, for_guardians_because, for_child"
BY_PETRA = ":petra, guard.now(), 'yes', '', false"


def package(child: str = "adam", to: str = "soderskolan", called: str = "package", **more: str) -> str:
    """A package being prepared, arranged past the walls."""
    columns = {
        "kind": "'school'", "way": "'inside'", '"to"': "''", "to_unit_id": f":{to}", "moves_on": "'2026-01-12'", "wall": "67",
        "declined_because": "''", "came_from": "''",
    } | more  # fmt: skip
    return (
        f"db: insert into transition_package (id, subject_id, {WROTE}, {', '.join(columns)}) values (gen_random_uuid(), :{child},"
        f" {BY_PETRA}, {', '.join(columns.values())}) returning id as {called}"
    )


def part(code: str = "works", wall: int = 69, text: str = "Ritar.", at: str = "guard.now()", to: str = "package", back: str = "null") -> tuple[str, str]:
    by = "null" if back == "null" else ":petra"
    return (
        f"db: insert into transition_packagepart (id, subject_id, wall, {WROTE}, package_id, code, withdrawn_at, withdrawn_by_id) select"
        f" gen_random_uuid(), p.subject_id, {wall}, :petra, {at}, 'yes', '', false, p.id, '{code}', {back}, {by} from transition_package p"
        f" where p.id = :{to} returning id as {code}",
        f"db: insert into transition_packagepartbody (head_id, subject_id, wall, text) select x.id, x.subject_id, x.wall, '{text}'"
        f" from transition_packagepart x where x.id = :{code}",
    )


def seen(guardian: str = "", stance: str = "agrees", at: str = "guard.now()", to: str = "package", back: str = "null") -> tuple[str, str]:
    name, key = guardian or "child", f":{guardian}" if guardian else "null"
    by = "null" if back == "null" else ":petra"
    return (
        f"db: insert into transition_packageseen (id, subject_id, wall, {WROTE}, package_id, guardian_id, who, how, stance, seen_on,"
        f" withdrawn_at, withdrawn_by_id) select gen_random_uuid(), p.subject_id, 67, :petra, {at}, 'yes', '', false, p.id, {key},"
        f" '{name}', 'spoken', '{stance}', '2025-11-19', {back}, {by} from transition_package p where p.id = :{to} returning id as s_{name}",
        f"db: insert into transition_packageseenbody (head_id, subject_id, wall, words) select x.id, x.subject_id, x.wall, 'Bra.'"
        f" from transition_packageseen x where x.id = :s_{name}",
    )


EARLIER, LATER = "guard.now() - interval '1 hour'", "guard.now() + interval '1 second'"
AT_HOME = (*seen("hodan"), *seen("ali"), *seen())
READY = (package(), *part(), *AT_HOME)
GIVE = "gunilla: guard.give_package(:package)"
PETRA_GIVES = "petra: guard.give_package(:package)"
SAID = "db: select given_by_id, given_at is null, accepted_by_id, declined_by_id from transition_package where came_from = ''"
GIVEN = (*READY, GIVE)
FAMILY = (package(way="'family'", to_unit_id="null"), *part(), *AT_HOME)
UNSEEN = "{}: guard.package_unseen(:package)"
TITLES = "{}: select code from guard.package_titles(:package)"
LIST = "{}: select id, given_name, family_name, birth_year, from_unit, given_by, kind, child, same from guard.coming_packages()"
ROW = "package/Adam/Hassan/2015/norrskolan/gunilla/school/adam/yes"
YES = "{}: guard.accept_package(:package, null) as home"
NO = "{}: guard.decline_package(:package, 'elsewhere')"
TO_GRANBY = (package(to="granbyskolan"), *part(), *part("child", 79, "Fönstret."), *AT_HOME, GIVE)
WHERE = "db: select unit_id, roster_id is null, \"group\" from people_child where subject_id = :adam"
COPIED = "db: select code, x.wall % 64, b.text from transition_packagepart x join transition_packagepartbody b on b.head_id = x.id where x.subject_id = :home"
NEWS = "db: select to_id, record_id, subject_id, sent_by_id from journey_notice where kind = 'school_changed'"
SHARED = (*JOINED, "db: select journey_id as j from journey_party where child_id = :theirs")
HEARS = "tomas/j/theirs/olof"
NOORS = (
    ground(child="noor", called="noors"),
    "petra: guard.invite_party(:noor, :reception, :noors, 'space', 'can you help') as hers", "tomas: guard.accept_party(:hers, null) as noor_there",
)
MORE_HEAD = capacity("heads", "sten", "soderskolan", "head_teacher")
PROTECTED = "petra: guard.protect(:adam, null, 'marked', array[:gunilla])"
FILE = (
    "{}: guard.take_in_package({}, '{{\"kind\": \"school\", \"moves_on\": \"2026-01-12\", \"from\": \"Berg\", \"child\": {{\"given_name\": \"Bo\","
    " \"family_name\": \"Ek\", \"sort_key\": \"bo ek\", \"birth_year\": 2015}}, \"parts\": [{{\"code\": \"home\", \"text\": \"Ring.\"}}],"
    " \"seen\": [{{\"who\": \"Ek\", \"how\": \"paper\", \"stance\": \"no\", \"seen_on\": \"2025-11-01\"}}]}}'::jsonb) as home"
)
CLOSED = "db: update transition_package set withdrawn_at = guard.now(), withdrawn_by_id = :petra"
REMINDED = "db: select done_at is null from journey_notice where kind = 'package_coming'"
DONE_THEN = "db: select done_at < guard.now() - interval '30 minutes' from journey_notice where kind = 'package_coming'"


def reminder(of: str = ":package", done: str = "null") -> str:
    return (
        "db: insert into journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at, done_at) values (gen_random_uuid(), :olof,"
        f" 'package_coming', {of}, :gunilla, guard.now(), {done})"
    )


def on_a_list(unit: str = ":soderskolan", key: str = "sort_key", year: str = "birth_year") -> str:
    """A pupil on the list of a class, with Adam's name and year if nothing else is said."""
    return (
        f"db: insert into people_rosterentry (id, unit_id, \"group\", given_name, family_name, sort_key, birth_year) select gen_random_uuid(),"
        f" {unit}, '5A', given_name, family_name, {key}, {year} from people_child where subject_id = :adam returning id as listed"
    )


FIRST_DAY = "until_at = timestamptz '2026-01-12 00:00 Europe/Stockholm'"
SENT = (package(way="'paper'", to_unit_id="null"), *part(), *AT_HOME, GIVE)
ANOTHER = package(called="other", way="'paper'", to_unit_id="null", given_at="guard.now()", given_by_id=":gunilla")
CAME, DENIED = "petra: guard.note_receipt(:package, '')", "petra: guard.note_receipt(:package, 'elsewhere')"
NO_RECEIPT = "There is nothing to note a receipt for."
ANSWERED = "db: select accepted_by_id, declined_by_id, declined_because from transition_package"
READS = f"db: select {FIRST_DAY}, ended_by_id from access_assignment where capacity_id = :petra and subject_id = :adam"
HOUSES = "{}: select name, public from guard.known_houses()"
KNOWN = (
    "db: insert into transition_neighbour (id, name, public, added_by_id, added_at) values (gen_random_uuid(), 'Berg', '0a', :ingrid, guard.now())"
)
OWN = "sten: guard.open_child(:granbyskolan, null, 'Bo', 'Ek', 'bo ek', null, 2015, '', '') as own"

NO_CUSTODY = "db: update people_guardian set custody = 'none' where subject_id = :adam"
OF_AGE = "db: update people_child set born_on = '2005-01-01', birth_year = 2005 where subject_id = :adam"
TABLE = "petra: guard.begin_journey(:{}) as {}"
AT_THE_TABLE = "db: select unit_id from journey_party where child_id = :{}"

DEEDS = [
    # -- who has seen it ---------------------------------------------------------------------------------------------------
    told("nobody has seen it yet", UNSEEN.format("petra"), "2", package()),
    told("one of two guardians has", UNSEEN.format("petra"), "1", package(), *seen("ali")),
    told("what was taken back was not seen", UNSEEN.format("petra"), "2", package(), *seen("ali", back="guard.now()")),
    told("another package is of no matter", UNSEEN.format("petra"), "2", package(called="other"), *seen("ali", to="other"), package()),
    told("nor another child's guardians", UNSEEN.format("petra"), "1", package("noor")),
    told("who has no custody is not asked", UNSEEN.format("petra"), "1", package(),
         "db: update people_guardian set custody = 'none' where id = :ali"),
    told("nor one who was a guardian before", UNSEEN.format("petra"), "1", package(),
         "db: update people_guardian set from_at = guard.now() - interval '9 days', until_at = guard.now() where id = :ali"),
    told("nor one to come", UNSEEN.format("petra"), "1", package(), f"db: update people_guardian set from_at = {SOON} where id = :ali"),
    told("one who will be no guardian is asked still", UNSEEN.format("petra"), "2", package(),
         f"db: update people_guardian set until_at = {SOON} where id = :ali"),
    told("somebody has not seen it where nobody is noted", UNSEEN.format("petra"), "-1", package(), NO_CUSTODY),
    told("one who is of age is in nobody's custody", UNSEEN.format("petra"), "0", package(), NO_CUSTODY, OF_AGE),
    told("to one who reads of another's package nothing is told of this", UNSEEN.format("maja"), "-", package("elsa", called="other"), package()),
    told("nor to one who reads behind other walls", UNSEEN.format("amir"), "-", package(), put("adam", "amir", "{69}")),
    told("nor to one who may write a concern and no more", UNSEEN.format("amir"), "-", package(), put("adam", "amir", "{65}", "writer")),
    told("who does not read it is told nothing", UNSEEN.format("maja"), "-", package()),
    told("nor who reads of the child behind other walls", UNSEEN.format("ingrid"), "-", package()),
    told("nor whom protection shuts out", UNSEEN.format("petra"), "-", package(), SHIELDED.format("adam", "gunilla")),
    # -- its titles --------------------------------------------------------------------------------------------------------
    told("what it tells of is known to who reads it", TITLES.format("gunilla"), "child, works", package(), *part(), *part("child", 79)),
    told("not of another package", TITLES.format("gunilla"), "works", package(called="other"), *part("child", 79, to="other"), package(), *part()),
    told("a part without words is none", TITLES.format("gunilla"), "", package(), *part(text="")),
    told("the latest writing counts", TITLES.format("gunilla"), "", package(), *part(at=EARLIER), *part(text="")),
    told("also when it came first", TITLES.format("gunilla"), "works", package(), *part(), *part(text="", at=EARLIER)),
    told("what was taken back says nothing", TITLES.format("gunilla"), "", package(), *part(back="guard.now()")),
    told("who does not read it is told no titles", TITLES.format("maja"), "", package(), *part()),
    told("also to one who reads of another's package", TITLES.format("maja"), "", package("elsa", called="other"), *part(to="other"), package(),
         *part()),
    told("nor one who reads behind other walls", TITLES.format("amir"), "", package(), *part(), put("adam", "amir", "{69}")),
    told("nor one who may write a concern and no more", TITLES.format("amir"), "", package(), *part(), put("adam", "amir", "{65}", "writer")),
    told("nor whom protection shuts out, of titles", TITLES.format("petra"), "", package(), *part(), SHIELDED.format("adam", "gunilla")),
    # -- handing over ------------------------------------------------------------------------------------------------------
    done("the head hands over what the family has seen", GIVE, SAID, "gunilla/no/-/-", *READY),
    done("that one and no other", GIVE, SAID, "-/yes/-/-, gunilla/no/-/-", package(called="other"), *READY),
    refused("not twice", GIVE, NO_SUCH, *GIVEN),
    refused("not where no guardian is noted", GIVE, FAMILY_FIRST, package(), *part(), *seen(), NO_CUSTODY),
    refused("not what has come from elsewhere", GIVE, NO_SUCH, package(came_from="'Berg'"), *part(), *AT_HOME),
    refused("nor what was taken back", GIVE, NO_SUCH, package(withdrawn_at="guard.now()", withdrawn_by_id=":petra"), *part(), *AT_HOME),
    refused("nor what is not there to give", "gunilla: guard.give_package(:adam)", NO_SUCH, *READY),
    refused("nor another house's", GIVE, NO_SUCH, package(wall="131"), *part(), *AT_HOME),
    refused("nobody who does not work with the child", "olof: guard.give_package(:package)", STRANGER, *READY),
    refused("nor nobody gives", "nobody: guard.give_package(:package)", STRANGER, *READY),
    refused("nothing is nothing to hand over", GIVE, "Write at least one part first.", package(), *AT_HOME),
    refused("not before every guardian has seen it", GIVE, FAMILY_FIRST, package(), *part(), *seen("hodan"), *seen()),
    refused("nor before the child has", GIVE, FAMILY_FIRST, package(), *part(), *seen("hodan"), *seen("ali")),
    refused("nor when the child's word was taken back", GIVE, FAMILY_FIRST, package(), *part(), *seen("hodan"), *seen("ali"),
            *seen(back="guard.now()")),
    refused("nor when the child has seen another one", GIVE, FAMILY_FIRST, package(called="other"), *seen(to="other"), package(), *part(),
            *seen("hodan"), *seen("ali")),
    refused("a no of the child keeps the child's words", GIVE, THEIRS, package(), *part("child", 79), *seen("hodan"), *seen("ali"), *seen(stance="no")),
    done("and nothing else", GIVE, SAID, "gunilla/no/-/-", package(), *part(), *seen("hodan"), *seen("ali"), *seen(stance="no")),
    done("a guardian's no does not keep the child's words", GIVE, SAID, "gunilla/no/-/-", package(), *part("child", 79), *seen("hodan"),
         *seen("ali", "no"), *seen()),
    refused("a guardian's no keeps the words of home", GIVE, THEIRS, package(), *part("home", 78), *seen("hodan"), *seen("ali", "no"), *seen()),
    done("nor the child's no the words of home", GIVE, SAID, "gunilla/no/-/-", package(), *part("home", 78), *seen("hodan"), *seen("ali"),
         *seen(stance="no")),
    done("a no that became a yes is a yes", GIVE, SAID, "gunilla/no/-/-", package(), *part("child", 79), *seen("hodan"), *seen("ali"),
         *seen(stance="no", at=EARLIER), *seen()),
    done("a no that was taken back is none", GIVE, SAID, "gunilla/no/-/-", package(), *part("child", 79), *AT_HOME,
         *seen(stance="no", at=LATER, back="guard.now()")),
    done("nor one about another package", GIVE, SAID, "-/yes/-/-, gunilla/no/-/-", package(called="other"),
         *seen(stance="no", to="other", at=LATER), package(), *part("child", 79), *AT_HOME),
    done("to the family whoever works with the child gives it", PETRA_GIVES, SAID, "petra/no/-/-", *FAMILY),
    refused("to another school only the head does", PETRA_GIVES, "The head hands it over to another school. Ask the head to read it.", *READY),
    refused("no law sends what a child has grown out of", GIVE, NO_LAW, package(kind="'span'"), *part(), *AT_HOME),
    refused("nor to another than a school", GIVE, NO_LAW, package(to="reception"), *part(), *AT_HOME),
    done("on paper it may go to any school", GIVE, SAID, "gunilla/no/-/-", package(way="'paper'", to_unit_id="null"), *part(), *AT_HOME),
    refused("nor does social services", "karin: guard.give_package(:package)", NO_LAW, assigned("adam", "amir"),
            "karin: guard.open_child(:lotsen_social, null, 'Bo', 'Ek', 'ek', null, 2015, '', '') as bo",
            "db: update people_guardian set subject_id = :bo, wall = 258 where id = :ali", package("bo", wall="259"), *part(wall=259),
            *seen(), *seen("ali")),
    refused("a protected child is handed over by hand", GIVE, "The child is protected. Hand it over by hand, on paper.", *READY, PROTECTED),
    done("and on paper", GIVE, SAID, "gunilla/no/-/-", package(way="'paper'", to_unit_id="null"), *part(), *AT_HOME, PROTECTED),
    done("another's protection is of no matter", GIVE, SAID, "gunilla/no/-/-", *READY, "petra: guard.protect(:noor, null, 'marked', '{}')"),
    refused("a school hands over nothing to itself", GIVE, "The child is protected. Hand it over by hand, on paper.",
            package(to="norrskolan"), *part(), *AT_HOME),
    # -- what is coming ----------------------------------------------------------------------------------------------------
    told("the head there hears of it", LIST.format("olof"), ROW, *GIVEN),
    told("nobody else at the school does", LIST.format("ulf"), "", *GIVEN),
    told("nor another head", LIST.format("sten"), "", *GIVEN),
    told("nor nobody hears", LIST.format("nobody"), "", *GIVEN),
    told("nor before it is handed over", LIST.format("olof"), "", *READY),
    told("nor what goes on paper", LIST.format("olof"), "", package(), *part(), *AT_HOME, GIVE,
         "db: update transition_package set way = 'paper', to_unit_id = null"),
    told("nor what was closed", LIST.format("olof"), "", *GIVEN, CLOSED),
    told("nor what is answered", LIST.format("olof"), "", *GIVEN, YES.format("olof")),
    told("nor what was declined", LIST.format("olof"), "", *GIVEN, NO.format("olof")),
    told("nor one who is protected meanwhile", LIST.format("olof"), "", *GIVEN, PROTECTED),
    told("to another authority no key of the child is told", LIST.format("sten"),
         "package/Adam/Hassan/2015/norrskolan/gunilla/school/-/no", *TO_GRANBY),
    # -- yes ---------------------------------------------------------------------------------------------------------------
    done("the head's yes moves the child's page", YES.format("olof"), WHERE, "soderskolan/yes/", *GIVEN),
    done("the new school sits at the joint table", YES.format("olof"), AT_THE_TABLE.format("adam"), "soderskolan", TABLE.format("adam", "j"), *GIVEN),
    done("at no other child's", YES.format("olof"), AT_THE_TABLE.format("noor"), "norrskolan", TABLE.format("noor", "j"), *GIVEN),
    done("not where another unit sits", YES.format("olof"), AT_THE_TABLE.format("adam"), "lingonet", TABLE.format("adam", "j"), *GIVEN,
         "db: update journey_party set unit_id = :lingonet"),
    done("nor where the school has left", YES.format("olof"), AT_THE_TABLE.format("adam"), "norrskolan", TABLE.format("adam", "j"), *GIVEN,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra"),
    done("and is noted", YES.format("olof"), SAID, "gunilla/no/olof/-", *GIVEN),
    done("of that package alone", YES.format("olof"), "db: select id, accepted_by_id from transition_package order by accepted_by_id is null",
         "other/-, package/olof", package(called="other"), *GIVEN),
    done("no other child moves", YES.format("olof"), "db: select count(*) from people_child where unit_id = :soderskolan", "1", *GIVEN),
    done("the new school leads from now on", YES.format("olof"),
         "db: select given_by_id, until_at is null from access_assignment where subject_id = :adam and unit_id = :soderskolan", "olof/yes", *GIVEN),
    done("those at the old school go on until the first day", YES.format("olof"),
         "db: select capacity_id, until_at = timestamptz '2026-01-12 00:00 Europe/Stockholm' from access_assignment where subject_id = :adam"
         " and capacity_id is not null", "petra/yes", *GIVEN),
    done("the old school as a whole too", YES.format("olof"),
         "db: select until_at = timestamptz '2026-01-12 00:00 Europe/Stockholm', ended_by_id from access_assignment where subject_id = :adam"
         " and unit_id = :norrskolan", "yes/olof", *GIVEN),
    done("no other child's", YES.format("olof"), "db: select count(*) from access_assignment where subject_id = :noor and until_at is not null",
         "0", *GIVEN),
    done("a shorter end stays", YES.format("olof"),
         "db: select until_at < guard.now() + interval '2 days' from access_assignment where capacity_id = :petra and subject_id = :adam", "yes",
         *GIVEN, f"db: update access_assignment set until_at = {SOON} where capacity_id = :petra and subject_id = :adam"),
    done("a pupil on the new school's list is found there", YES.format("olof"), WHERE, "soderskolan/no/5A", *GIVEN, on_a_list()),
    done("not on another school's", YES.format("olof"), WHERE, "soderskolan/yes/", *GIVEN, on_a_list(unit=":granbyskolan")),
    done("not one of another name", YES.format("olof"), WHERE, "soderskolan/yes/", *GIVEN, on_a_list(key="'bo ek'")),
    done("not one whose page there is already", YES.format("olof"), WHERE, "soderskolan/yes/", *GIVEN, on_a_list(),
         "db: update people_child set roster_id = :listed where subject_id = :noor"),
    done("not one of another year", YES.format("olof"), WHERE, "soderskolan/yes/", *GIVEN, on_a_list(year="2014")),
    done("those at the joint table hear that the school is another", YES.format("olof"), NEWS, HEARS, *SHARED, *GIVEN),
    done("everyone there", YES.format("olof"), NEWS, "maria/j/theirs/olof, " + HEARS, *SHARED, put("theirs", "maria", "{257}"), *GIVEN),
    done("each once", YES.format("olof"), NEWS, HEARS, *SHARED, put("theirs", "tomas", "{257}"), *GIVEN),
    done("not who works there no longer", YES.format("olof"), NEWS, HEARS, *SHARED, put("theirs", "maria", "{257}", until_at="guard.now()"), *GIVEN),
    done("nor when the school had left it", YES.format("olof"), NEWS, "", *SHARED,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where child_id = :adam", *GIVEN),
    done("nor at another child's", YES.format("olof"), NEWS, "", *SHARED, package("noor"), *part(), *seen("rana"), *seen(), GIVE),
    done("nor where the school sits alone", YES.format("olof"), NEWS, "", "petra: guard.begin_journey(:adam) as j", *GIVEN),
    done("at this table and at no other", YES.format("olof"), NEWS, HEARS, *SHARED, *NOORS, *GIVEN),
    done("nor when it goes to another authority", YES.format("sten"), NEWS, "", *SHARED, *TO_GRANBY),
    refused("nobody tells them past the pages", "petra: guard.tell_of_new_school(:adam)", "permission denied for function tell_of_new_school"),
    done("the reminder is done", YES.format("olof"), REMINDED, "no", *GIVEN, reminder()),
    done("others' reminders are not", YES.format("olof"), REMINDED, "yes", *GIVEN, reminder(":adam")),
    done("what was done before was done then", YES.format("olof"), DONE_THEN, "yes", *GIVEN, reminder(done=EARLIER)),
    done("that very child moves", YES.format("olof"), "db: select given_name from people_child where unit_id = :soderskolan", "Noor",
         package("noor"), *part(), *seen("rana"), *seen(), GIVE),
    done("a longer end is cut", YES.format("olof"), "db: select until_at = timestamptz '2026-01-12 00:00 Europe/Stockholm' from access_assignment"
         " where capacity_id = :petra and subject_id = :adam", "yes", *GIVEN,
         "db: update access_assignment set until_at = guard.now() + interval '999 days' where capacity_id = :petra and subject_id = :adam"),
    done("whoever works elsewhere goes on", YES.format("olof"), "db: select until_at is null from access_assignment where capacity_id = :eva", "yes",
         *GIVEN, put("adam", "eva", "{65}")),
    refused("nobody says yes to what is being prepared", YES.format("olof"), NOT_YOURS, *READY),
    refused("nor to what has been closed", YES.format("olof"), NOT_YOURS, *GIVEN, CLOSED),
    refused("nor after a no was said", YES.format("olof"), NOT_YOURS, *GIVEN, NO.format("olof")),
    refused("nor another school's head", YES.format("sten"), NOT_YOURS, *GIVEN),
    refused("nor to one protected meanwhile", YES.format("olof"), NOT_YOURS, *GIVEN, PROTECTED),
    refused("nobody else says yes", YES.format("ulf"), NOT_YOURS, *GIVEN),
    refused("nor twice", YES.format("olof"), NOT_YOURS, *GIVEN, YES.format("olof")),
    refused("nor to what is not there", "olof: guard.accept_package(:adam, null)", NOT_YOURS, *GIVEN),
    done("another municipality gets a copy behind the same walls", YES.format("sten"), COPIED, "child/15/Fönstret., works/5/Ritar.", *TO_GRANBY),
    done("with what the family said", YES.format("sten"),
         "db: select x.who, x.stance, b.words from transition_packageseen x join transition_packageseenbody b on b.head_id = x.id"
         " where x.subject_id = :home", "ali/agrees/Bra., child/agrees/Bra., hodan/agrees/Bra.", *TO_GRANBY),
    done("what was taken back and what was said of another stays", YES.format("sten"),
         "db: select x.who, x.stance from transition_packageseen x where x.subject_id = :home", "ali/agrees, child/agrees, hodan/agrees",
         package(called="other"), *seen("hodan", "no", at=LATER, to="other"), *TO_GRANBY, *seen("ali", "adds", at=LATER, back="guard.now()")),
    done("of that very package", YES.format("sten"), "db: select kind from transition_package where subject_id = :home", "school",
         package(called="other", kind="'municipality'"), *TO_GRANBY),
    done("and that very child's name", YES.format("sten"), "db: select given_name from people_child where subject_id = :home", "Noor",
         package("noor", to="granbyskolan"), *part(), *seen("rana"), *seen(), GIVE),
    done("in a row of its own", YES.format("sten"),
         "db: select given_name, unit_id, opened_by_id from people_child where subject_id = :home", "Adam/granbyskolan/sten", *TO_GRANBY),
    done("or one that the head works with already", "sten: guard.accept_package(:package, :own) as home",
         "db: select count(*) from people_child where unit_id = :granbyskolan and given_name = 'Adam'", "0", *TO_GRANBY, OWN),
    refused("not a row of another authority", "sten: guard.accept_package(:package, :adam)", STRANGER, *TO_GRANBY),
    done("the child stays where it was", YES.format("sten"), WHERE, "norrskolan/no/4B", *TO_GRANBY),
    done("and the receipt says what was told", YES.format("sten"),
         "db: select g.to_unit_id, g.basis, g.decided_by_id, g.until_at <= guard.now(), d.wall, d.record_id from access_ground g"
         " join access_disclosure d on d.ground_id = g.id order by d.wall",
         "granbyskolan/duty/gunilla/yes/69/works, granbyskolan/duty/gunilla/yes/79/child", *TO_GRANBY),
    done("those who worked with the child at home read until the first day there, and who leads goes on", YES.format("sten"),
         f"db: select capacity_id, unit_id, {FIRST_DAY}, ended_by_id from access_assignment where subject_id = :adam order by unit_id nulls first",
         "-/norrskolan/-/-, petra/-/yes/gunilla", *TO_GRANBY),
    # -- what a receiver outside says --------------------------------------------------------------------------------------
    done("that it came is noted", CAME, ANSWERED, "petra/-/", *SENT),
    done("and those who worked with the child read until the first day there", CAME, READS, "yes/petra", *SENT),
    done("who reads no longer than that already is left alone", CAME, READS, "no/-", *SENT,
         f"db: update access_assignment set until_at = {SOON} where capacity_id = :petra and subject_id = :adam"),
    done("what the family takes along ends nothing", CAME, READS, "-/-", *FAMILY, PETRA_GIVES),
    done("or that they do not take it, and why", DENIED, ANSWERED, "-/petra/elsewhere", *SENT),
    done("then everyone goes on", DENIED, READS, "-/-", *SENT),
    done("of that one and no other", CAME, "db: select accepted_by_id from transition_package order by accepted_by_id", "-, petra",
         ANOTHER, *SENT),
    done("so is a no", DENIED, "db: select declined_by_id from transition_package order by 1", "-, petra", ANOTHER, *SENT),
    refused("another that has been sent is of no matter", CAME, NO_RECEIPT, ANOTHER, *SENT[:-1]),
    refused("nothing is noted of what has not been handed over", CAME, NO_RECEIPT, *SENT[:-1]),
    refused("nor of what goes inside", CAME, NO_RECEIPT, *GIVEN),
    refused("nor of what has been closed", CAME, NO_RECEIPT, *SENT, CLOSED),
    refused("nor that it came twice", CAME, NO_RECEIPT, *SENT, CAME),
    refused("nor after their no", CAME, NO_RECEIPT, *SENT, DENIED),
    refused("nor for a reason of one's own, outside", "petra: guard.note_receipt(:package, 'because')", NO_RECEIPT, *SENT),
    refused("nor by one who does not write there", "maja: guard.note_receipt(:package, '')", NO_RECEIPT, *SENT),
    refused("nor by one who may write a concern and no more, outside", "maja: guard.note_receipt(:package, '')", NO_RECEIPT, *SENT, put("adam", "maja", "{}", "writer")),
    refused("nor by one who reads it from another house", "maria: guard.note_receipt(:package, '')", NO_RECEIPT, *SENT, *HATS),
    refused("nor by one who writes behind another wall", "maja: guard.note_receipt(:package, '')", NO_RECEIPT, *SENT, put("adam", "maja", "{65}")),
    # -- no ----------------------------------------------------------------------------------------------------------------
    done("no is noted, and why", NO.format("olof"), "db: select declined_by_id, declined_because from transition_package", "olof/elsewhere", *GIVEN),
    done("of that package", NO.format("olof"), "db: select id, declined_because from transition_package order by declined_by_id is null",
         "other/, package/elsewhere",
         package(called="other", given_at="guard.now()", given_by_id=":gunilla"), *GIVEN),
    done("the reminder of a no is done", NO.format("olof"), REMINDED, "no", *GIVEN, reminder()),
    done("others' reminders go on", NO.format("olof"), REMINDED, "yes", *GIVEN, reminder(":adam")),
    done("what was done before the no was done then", NO.format("olof"), DONE_THEN, "yes", *GIVEN, reminder(done=EARLIER)),
    refused("a no is said of what was handed over", NO.format("olof"), NOT_YOURS, *READY),
    refused("nor when it has been closed", NO.format("olof"), NOT_YOURS, *GIVEN, CLOSED),
    refused("nor after a yes", NO.format("olof"), NOT_YOURS, *GIVEN, YES.format("olof")),
    refused("nor a second no", NO.format("olof"), NOT_YOURS, *GIVEN, NO.format("olof")),
    refused("nor by a colleague of the head", NO.format("ulf"), NOT_YOURS, *GIVEN),
    refused("nor of one protected meanwhile", NO.format("olof"), NOT_YOURS, *GIVEN, PROTECTED),
    refused("nobody else says no", NO.format("sten"), NOT_YOURS, *GIVEN),
    refused("nor for a reason of one's own", "olof: guard.decline_package(:package, 'because')", NOT_YOURS, *GIVEN),
    # -- whose files -------------------------------------------------------------------------------------------------------
    told("a head may know whose files are read in", HOUSES.format("sten"), "Berg/0a", KNOWN),
    told("not of one that is known no more", HOUSES.format("sten"), "", KNOWN,
         "db: update transition_neighbour set ended_at = guard.now(), ended_by_id = :ingrid"),
    told("nor does a mentor", HOUSES.format("gun"), "", KNOWN),
    told("nor nobody know of houses", HOUSES.format("nobody"), "", KNOWN),
    # -- a file ------------------------------------------------------------------------------------------------------------
    done("the head of a school reads in a file", FILE.format("sten", "null"), COPIED, "home/14/Ring."),
    done("with the no that came along", FILE.format("sten", "null"),
         "db: select who, stance, written_by_id from transition_packageseen where subject_id = :home", "Ek/no/sten"),
    done("about a child of her own", FILE.format("sten", ":own"), "db: select subject_id, came_from, given_at is null from transition_package",
         "own/Berg/yes", OWN),
    refused("not about a child she does not work with", FILE.format("sten", ":adam"), STRANGER),
    refused("a mentor does not", FILE.format("gun", "null"), "The head of a school reads in what has come."),
    refused("nor the head of another activity", FILE.format("karin", "null"), "The head of a school reads in what has come."),
    refused("nor nobody reads in", FILE.format("nobody", "null"), "The head of a school reads in what has come."),
]
