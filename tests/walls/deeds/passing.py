"""What passes on when a capacity ends or is away, to whom, and how it comes back."""

from .assignments import HEAD_OF_CARE
from .given import assigned, capacity, put
from .holders import LEAD, PAST, QUIET, SOON, away, ended, named, noted, over
from .stage import done, told

TAKEN = (
    "db: select capacity_id, subject_id, taken_over_from_id, given_by_id, until_at is null from access_assignment"
    " where taken_over_from_id is not null and (until_at is null or until_at > guard.now())"
)
STANDS = (
    "db: select capacity_id, subject_id, taken_over_from_id from access_assignment"
    " where taken_over_from_id is not null and (until_at is null or until_at > guard.now())"
)
WALLS = "db: select distinct walls from access_assignment where capacity_id = :{} and taken_over_from_id is not null and subject_id = :{}"
ALL, READ = "65 66 67 68 69 70 71 73 78 79 80", "65 66 67 68 69 70 71 73 80"
SUCCEEDED = "db: select capacity_id, holder_id, reason, until_at is null from people_succession"
COUNT = "db: select count(*) from people_succession where capacity_id = :petra"
TOLD = "db: select to_id, kind, sent_by_id from journey_notice where kind = 'taken_over'"
CAME = "db: select capacity_id from access_protectedreader where subject_id = :noor and from_at <= guard.now() and (until_at is null or until_at > guard.now())"
MARKED = "petra: guard.protect(:noor, null, 'marked', '{}')"
BOTH = (assigned("noor", "amir"), "petra: guard.protect(:noor, null, 'marked', array[:amir])")
READER = "db: insert into access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at) values (gen_random_uuid(), :{}, :{}, :petra, {})"
AMIRS = "db: update access_protectedreader set {} where capacity_id = :amir"
PETRAS = "db: update access_protectedreader set {} where capacity_id = :petra"
LEFT = f"{over('people_capacity')} where id = :petra"
OWN = "tomas: guard.open_child(:reception, null, 'Bo', 'Ek', 'ek', null, 2015, '', '') as own"
HEADLESS = f"{over('people_capacity')} where id = :kerstin"
DUE = "db: select capacity from guard.take_over_due()"
JONAS = (put("adam", "jonas", "{65}"), QUIET, f"{over('people_capacity')} where id = :jonas")
NOTICE = (
    "db: insert into journey_notice (id, to_id, kind, sent_by_id, sent_at, done_at) values"
    " (gen_random_uuid(), :jonas, 'x', :petra, guard.now(), {})"
)
IDLE = (QUIET, f"{over('people_capacity')} where id = :jonas")
LOST = "{}: select capacity, children from guard.without_holder()"
EVA = (assigned("adam", "eva"), f"{over('people_capacity')} where id = :eva")
PASSED = "db: insert into people_succession (id, capacity_id, holder_id, reason, from_at, until_at) values (gen_random_uuid(), :{}, :{}, 'deputy', guard.now(), {})"
CHAIN = (named(), named("amir", "cecilia", called="next"), away(), away("cecilia", called="theirs"))
BACK = "{}: guard.end_leave(:leave)"
AGAIN = "cecilia: guard.end_leave(:theirs)"
FIRST = "cecilia/adam/petra, cecilia/noor/petra"


def inherited(who: str, child: str, origin: str, from_at: str = "guard.now()") -> str:
    """An assignment taken over, arranged past the verb."""
    return (
        "db: insert into access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at,"
        f" taken_over_from_id) values (gen_random_uuid(), :{child}, :{who}, '{{65}}', 'full', :petra, 'b', {from_at}, :{origin})"
    )


DEEDS = [
    # -- the moment it ends ------------------------------------------------------------------------------------------
    done("the deputy works with the children the same moment", ended(), TAKEN,
         "cecilia/adam/petra/gunilla/yes, cecilia/noor/petra/gunilla/yes", named()),
    done("it says so", ended(), SUCCEEDED, "petra/cecilia/deputy/yes", named()),
    done("she is told", ended(), TOLD, "cecilia/taken_over/gunilla", named()),
    done("without a deputy who leads the unit", ended(by="ingrid"), SUCCEEDED, "petra/gunilla/head/yes"),
    done("in turn, with where it came from", ended("cecilia"), STANDS,
         "amir/adam/petra, amir/noor/petra, " + FIRST, named(), named("amir", "cecilia", called="next"), ended()),
    done("twice ended is passed on once", ended(), COUNT, "1", ended()),
    done("whatever others passed on", ended(), COUNT, "1", ended("maja")),
    done("an ending on a day to come passes nothing on yet", "gunilla: guard.end_capacity(:petra, guard.now() + interval '1 day')",
         "db: select until_at > guard.now(), ended_by_id, (select count(*) from people_succession) from people_capacity where id = :petra",
         "yes/gunilla/0"),
    done("a role without children leaves nothing", ended("lead"), "db: select count(*) from people_succession", "0", LEAD),
    done("it ends also when nobody takes over", ended("eva", "ingrid"), "db: select count(*) from people_succession", "0",
         assigned("adam", "eva")),
    done("to who leads the nurses goes the nurse's", ended("eva", "ingrid"), WALLS.format("head", "adam"),
         "131 140 142 143 144 145 65 66", HEAD_OF_CARE, assigned("adam", "eva")),
    # -- what passes on ----------------------------------------------------------------------------------------------
    done("what both may have and no more", ended(), WALLS.format("jonas", "adam"), "65 67 70 73 79", named("jonas")),
    done("nothing where that is nothing", ended("cecilia"), STANDS, "", named("jonas", "cecilia"), put("elsa", "cecilia", "{72}")),
    done("not what one may only write", ended("cecilia"), STANDS, "", put("elsa", "cecilia", "{65}", "writer")),
    done("not what was over", ended("cecilia"), STANDS, "", put("elsa", "cecilia", "{65}", until_at="guard.now()")),
    done("nor what is to come", ended("cecilia"), STANDS, "", put("elsa", "cecilia", "{65}", from_at=SOON)),
    done("for no longer than it was given", ended("cecilia"), TAKEN, "gunilla/elsa/cecilia/gunilla/no",
         put("elsa", "cecilia", "{65}", until_at=SOON)),
    # -- nobody gives herself access -----------------------------------------------------------------------------------
    done("who leads the unit takes over in it in full", ended(), WALLS.format("gunilla", "adam"), ALL),
    done("by a leave that she notes no more than she reads", away(by="gunilla"), WALLS.format("gunilla", "adam"), READ),
    done("with a day or without", away(by="gunilla", ends=SOON), WALLS.format("gunilla", "adam"), READ),
    done("by another of her capacities too", away(by="mine"), WALLS.format("gunilla", "adam"), READ,
         capacity("mine", "gunilla", "soderskolan", "head_teacher")),
    done("by a leave that is noted by herself who goes it is all", away(), WALLS.format("gunilla", "adam"), ALL),
    done("whoever else's she has noted", away(), WALLS.format("gunilla", "adam"), ALL, away("jonas", "gunilla", called="other")),
    done("or noted before", away(), WALLS.format("gunilla", "adam"), ALL, noted("petra", ends="guard.now()", by="gunilla")),
    done("or noted ahead", away(), WALLS.format("gunilla", "adam"), ALL, noted("petra", starts=SOON, by="gunilla")),
    done("also an ending after a leave", ended(), WALLS.format("gunilla", "adam"), f"{ALL}, {READ}", away(by="gunilla")),
    done("who leads elsewhere gains nothing by ending", ended("tomas", "karin"), STANDS, "", OWN, HEADLESS),
    done("and holds it", ended("tomas", "karin"), SUCCEEDED, "tomas/karin/nearest/yes", OWN, HEADLESS),
    done("but what she reads", ended("tomas", "karin"), WALLS.format("karin", "own"), "257", OWN, HEADLESS,
         put("own", "karin", "{257}", "writer"), put("adam", "karin", "{258}")),
    done("by another's ending she takes over in full", ended("tomas", "ingrid"), STANDS, "karin/own/tomas", OWN, HEADLESS),
    done("as when she has ended one who goes before that day", away("tomas"), STANDS, "karin/own/tomas", OWN, HEADLESS,
         "karin: guard.end_capacity(:tomas, guard.now() + interval '1 day')"),
    # -- protected children --------------------------------------------------------------------------------------------
    done("the last reader is followed", ended(), CAME, "cecilia, petra", named(), MARKED),
    done("who reads until tomorrow too", ended(), CAME, "cecilia, petra", named(), MARKED, PETRAS.format(f"until_at = {SOON}")),
    done("not who no longer does", ended(), CAME, "", named(), MARKED, PETRAS.format("until_at = guard.now()")),
    done("nor who will", ended(), CAME, "", named(), MARKED, PETRAS.format(f"from_at = {SOON}")),
    done("nor who reads about another", ended(), CAME, "", named(), MARKED, READER.format("adam", "petra", "guard.now()"),
         "db: update access_protectedreader set until_at = guard.now() where subject_id = :noor"),
    done("nor for another who reads and is away", ended(), CAME, "amir", named(), *BOTH, PETRAS.format("until_at = guard.now()"),
         noted("amir")),
    done("not where another reads", ended(), CAME, "amir, petra", named(), *BOTH),
    done("until tomorrow", ended(), CAME, "amir, petra", named(), *BOTH, AMIRS.format(f"until_at = {SOON}")),
    done("but where another read", ended(), CAME, "cecilia, petra", named(), *BOTH, AMIRS.format("until_at = guard.now()")),
    done("or will read", ended(), CAME, "cecilia, petra", named(), *BOTH, AMIRS.format(f"from_at = {SOON}")),
    done("or reads about another child", ended(), CAME, "cecilia, petra", named(), MARKED, READER.format("elsa", "amir", PAST)),
    done("or is away", ended(), CAME, "amir, cecilia, petra", named(), *BOTH, noted("amir")),
    done("not when the protection is over", ended(), CAME, "petra", named(), MARKED, over("people_protection")),
    done("nor to who notes the leave herself", away(by="gunilla"), CAME, "petra", MARKED),
    # -- away, and back --------------------------------------------------------------------------------------------------
    done("a leave passes on", away(), TAKEN, "cecilia/adam/petra/petra/yes, cecilia/noor/petra/petra/yes", named()),
    done("for its time", away(ends=SOON), TAKEN, "cecilia/adam/petra/petra/no, cecilia/noor/petra/petra/no", named()),
    done("which the row says", away(ends=SOON), SUCCEEDED, "petra/cecilia/deputy/no", named()),
    done("not one to come", away(starts=SOON), COUNT, "0", away("jonas", called="other"), noted("petra", ends="guard.now()")),
    done("once for two leaves", away(), COUNT, "1", away(called="other")),
    done("once until a day", away(), COUNT, "1", away(ends=SOON, called="other")),
    done("anew when the first is over", away(), COUNT, "2", away(called="other"), over("people_succession")),
    done("an ending after a leave passes on for good", ended(), SUCCEEDED, "petra/cecilia/deputy/no, petra/cecilia/deputy/yes",
         named(), away(ends=SOON)),
    done("back again it returns", BACK.format("petra"), STANDS, "", named(), away()),
    done("before the day", BACK.format("petra"), STANDS, "", named(), away(ends=SOON)),
    done("by whom", BACK.format("gunilla"), "db: select ended_by_id from access_assignment where taken_over_from_id = :petra",
         "gunilla, gunilla", named(), away()),
    done("and nobody else's", BACK.format("petra"), "db: select capacity_id, until_at is null from people_succession",
         "maja/yes, petra/no", away("maja", called="other"), away()),
    done("the row too, before its day", BACK.format("petra"), "db: select until_at <= guard.now() from people_succession", "yes",
         away(ends=SOON)),
    done("not what is over already", BACK.format("petra"), "db: select ended_by_id from people_succession", "-, petra",
         away(called="other"), over("people_succession"), over("people_leave"), away()),
    done("nor an assignment that is", BACK.format("petra"),
         "db: select ended_by_id from access_assignment where taken_over_from_id = :petra", "-, -", named(), away(),
         over("access_assignment") + " where taken_over_from_id = :petra"),
    done("nor one's own", BACK.format("petra"),
         "db: select subject_id from access_assignment where capacity_id = :petra and until_at is null", "adam, noor", named(), away()),
    done("a reader for the time reads no more", BACK.format("petra"), CAME, "petra", named(), MARKED, away()),
    done("before the day too", BACK.format("petra"), CAME, "petra", named(), MARKED, away(ends=SOON)),
    done("who is it also for another does", BACK.format("petra"), CAME, "cecilia, petra", named(), MARKED, away(),
         READER.format("noor", "cecilia", PAST)),
    done("and who was named at that moment", BACK.format("petra"), CAME, "amir, petra", named(), MARKED, away(),
         READER.format("noor", "amir", "(select from_at from people_succession)")),
    done("what ended earlier ended then", BACK.format("petra"),
         "db: select until_at = from_at from access_protectedreader where capacity_id = :cecilia", "yes", named(), MARKED, away(),
         "db: update access_protectedreader set until_at = from_at where capacity_id = :cecilia"),
    done("another's return leaves it", "maja: guard.end_leave(:other)", CAME, "cecilia, petra", named(), MARKED, away("maja", called="other"),
         away()),
    # -- and what was passed on in turn --------------------------------------------------------------------------------
    done("away in turn passes it on", away("cecilia", called="theirs"), STANDS, "amir/adam/petra, amir/noor/petra, " + FIRST, *CHAIN[:-1]),
    done("and it returns to her", AGAIN, STANDS, FIRST, *CHAIN),
    done("before the day she holds it", AGAIN, STANDS, FIRST, *CHAIN[:2], away(ends=SOON), CHAIN[3]),
    done("not what she holds no more", AGAIN, STANDS, "amir/adam/petra, amir/noor/petra", *CHAIN,
         over("access_assignment") + " where capacity_id = :cecilia and taken_over_from_id is not null"),
    done("nor another child's", AGAIN, STANDS, f"amir/elsa/petra, {FIRST}", *CHAIN, inherited("amir", "elsa", "petra")),
    done("nor another's", AGAIN, STANDS, f"amir/adam/maja, {FIRST}", *CHAIN, inherited("amir", "adam", "maja")),
    done("nor by another's return", "jonas: guard.end_leave(:other)", STANDS, "amir/adam/petra, amir/noor/petra, " + FIRST, *CHAIN,
         away("jonas", called="other")),
    # -- by the clock --------------------------------------------------------------------------------------------------
    told("what ends by the clock is found", DUE, "petra", QUIET, LEFT),
    told("and who went on leave by it", DUE, "petra", QUIET, noted("petra")),
    told("until a day", DUE, "petra", QUIET, noted("petra", ends=SOON)),
    told("whoever was found before", DUE, "petra", ended("maja"), QUIET, noted("petra")),
    told("once", DUE, "", QUIET, LEFT, "db: select guard.take_over(:petra)"),
    told("and who passed on before", DUE, "petra", away(called="other"), over("people_succession"), over("people_leave"), QUIET,
         noted("petra")),
    told("also after a leave", DUE, "petra", away(ends=SOON), QUIET, LEFT),
    told("and what others passed on hides nobody", DUE, "petra", LEFT, ended("maja"), QUIET),
    told("by what is held until a day", DUE, "jonas", put("adam", "jonas", "{65}", until_at=SOON), *JONAS[1:]),
    told("not by what was over", DUE, "", put("adam", "jonas", "{65}", until_at=PAST), *JONAS[1:]),
    told("nor by what one may only write", DUE, "", put("adam", "jonas", "{65}", "writer"), *JONAS[1:]),
    told("nor by nothing at all", DUE, "", *IDLE),
    told("but by what was to be done", DUE, "jonas", NOTICE.format("null"), *IDLE),
    told("not by what is done", DUE, "", NOTICE.format("guard.now()"), *IDLE),
    told("nor by what others are to do", DUE, "", NOTICE.format("null").replace(":jonas", ":amir"), *IDLE),
    done("it is the one who went who gave it", DUE, STANDS.replace("taken_over_from_id from", "given_by_id from"),
         "gunilla/adam/petra, gunilla/noor/petra", QUIET, LEFT),
    # -- without anyone ------------------------------------------------------------------------------------------------
    told("those nobody took over are named to who leads", LOST.format("gunilla"), "eva/1", *EVA),
    told("and to the administrator", LOST.format("ingrid"), "eva/1", *EVA),
    told("not to a mentor", LOST.format("petra"), "", *EVA),
    told("nor to nobody", LOST.format("nobody"), "", *EVA),
    told("nor in another organisation", LOST.format("sten"), "", *EVA),
    told("one's own children", LOST.format("ingrid"), "", EVA[1]),
    told("those she would have had until a day", LOST.format("ingrid"), "eva/1", *EVA, over("access_assignment", SOON) + " where capacity_id = :eva"),
    told("not those whose time was over", LOST.format("ingrid"), "", *EVA, over("access_assignment") + " where capacity_id = :eva"),
    told("nor those she might only write about", LOST.format("ingrid"), "", put("adam", "eva", "{131}", "writer"), EVA[1]),
    told("nor those one may not know of", LOST.format("ingrid"), "", *EVA, "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("nor of one who is only away", LOST.format("ingrid"), "", EVA[0], noted("eva")),
    told("nor those somebody will take over", LOST.format("ingrid"), "", LEFT),
    told("whoever else was taken over", LOST.format("ingrid"), "eva/1", ended(), *EVA),
    told("or was passed on for a time", LOST.format("ingrid"), "eva/1", *EVA, PASSED.format("eva", "tomas", "guard.now()")),
]  # fmt: skip
