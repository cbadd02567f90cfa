"""Who stands in for whom, who is away, and who holds what."""

from .given import ROLES_OF_OTHER_TIMES, capacity
from .stage import done, refused, told

MAY_NOT = "Your role may not say who stands in here."
NOT_THERE = "A deputy works in the same authority and activity, in a role that works with children."
HERSELF = "Nobody gives themselves access."
ALREADY = "That person is a deputy already."
PAST = "guard.now() - interval '1 day'"
SOON = "guard.now() + interval '1 day'"
TABLE = "db: select capacity_id, stands_in_id, named_by_id from people_deputy where until_at is null"
AWAY = "db: select capacity_id, noted_by_id, until_at is null from people_leave"
LEAVES = "db: select capacity_id from people_leave where until_at is null"
HEIR = "gunilla: guard.heir_of(:petra)"
HEIRS = "db: select * from guard.heirs_of(:tomas)"
TWO = "karin/nearest, kerstin/head"
HOLDER = "gunilla: select holder from guard.holders(array[:petra])"
DUTIES = "{}: select * from guard.my_duties()"
QUIET = "nobody: guard.now()"


def named(who: str = "cecilia", whose: str = "petra", by: str = "gunilla", called: str = "row") -> str:
    return f"{by}: guard.name_deputy(:{whose}, :{who}) as {called}"


def away(who: str = "petra", by: str = "", starts: str = "null", ends: str = "null", called: str = "leave") -> str:
    return f"{by or who}: guard.begin_leave(:{who}, {starts}, {ends}) as {called}"


def noted(who: str, starts: str = PAST, ends: str = "null", by: str = "") -> str:
    """A leave arranged past the verb: nobody has taken anything over."""
    return (
        "db: insert into people_leave (id, capacity_id, noted_by_id, from_at, until_at) values "
        f"(gen_random_uuid(), :{who}, :{by or who}, {starts}, {ends}) returning id as noted"
    )


def ended(who: str = "petra", by: str = "gunilla") -> str:
    return f"{by}: guard.end_capacity(:{who})"


def over(table: str, when: str = "guard.now()") -> str:
    return f"db: update {table} set until_at = {when}"


HALF = over("people_succession", SOON)
SHUT = "db: update people_account set is_active = false, disabled_at = now() where person_id = :{}_person"
SECOND = capacity("second", "petra", "norrskolan", "teacher")
LEAD = capacity("lead", "henrik", "norrskolan", "programme_lead")
ADMIN = capacity("admin", "hanna", "granby_reception", "sysadmin")

DEEDS = [
    # -- naming ------------------------------------------------------------------------------------------------------
    done("who leads the unit names a deputy", named(), TABLE, "petra/cecilia/gunilla"),
    done("one more, after the first", named("amir"), TABLE, "petra/amir/gunilla, petra/cecilia/gunilla", named()),
    done("whoever stands in for another", named(), TABLE, "maja/cecilia/gunilla, petra/cecilia/gunilla",
         named("cecilia", "maja", called="other")),
    done("her own too", named("bosse", "gunilla"), TABLE, "gunilla/bosse/gunilla"),
    refused("who leads another unit names none there", named(by="olof"), MAY_NOT),
    refused("nor does the administrator", named(by="ingrid"), MAY_NOT),
    refused("nor the mentor herself", named(by="petra"), MAY_NOT),
    done("where nobody leads the unit, who leads in the authority does", named("maria_2", "helen", "olof"), TABLE,
         "helen/maria_2/olof"),
    told("whatever roles were and will be", "olof: guard.may_name_deputy(:helen)", "yes", ROLES_OF_OTHER_TIMES),
    told("but not who leads in another", "kerstin: guard.may_name_deputy(:helen)", "no"),
    told("nor the administrator", "ingrid: guard.may_name_deputy(:helen)", "no"),
    told("nor a colleague", "petra: guard.may_name_deputy(:helen)", "no"),
    told("where nobody leads at all, the administrator does", "ingrid: guard.may_name_deputy(:eva)", "yes"),
    told("and no head of the school", "gunilla: guard.may_name_deputy(:eva)", "no"),
    told("nor another's administrator", "admin: guard.may_name_deputy(:eva)", "no", ADMIN),
    told("nor the jurist", "ingrid_2: guard.may_name_deputy(:eva)", "no"),
    told("nor nobody", "nobody: guard.may_name_deputy(:eva)", "no"),
    told("nor for what is none", "ingrid: guard.may_name_deputy(:adam)", "no"),
    refused("one who has left needs none", named(), NOT_THERE, f"{over('people_capacity')} where id = :petra"),
    refused("one who has left is none", named(), NOT_THERE, f"{over('people_capacity')} where id = :cecilia"),
    refused("a role without children is none", named("lead"), NOT_THERE, LEAD),
    refused("nor one of another authority", named("maria"), NOT_THERE),
    refused("nor the same person", named("second"), HERSELF, SECOND),
    refused("nobody names herself", named("gunilla"), HERSELF),
    refused("nor another of her capacities", named("mine"), HERSELF, capacity("mine", "gunilla", "norrskolan", "teacher")),
    refused("nor twice the same", named(), ALREADY, named()),
    refused("who is it until tomorrow", named(), ALREADY, named(), over("people_deputy", SOON)),
    done("who was it once", named(), TABLE, "petra/cecilia/gunilla", named(), over("people_deputy")),
    # -- no longer ---------------------------------------------------------------------------------------------------
    done("a deputy is taken away", "gunilla: guard.end_deputy(:row)", TABLE, "petra/amir/gunilla", named("amir", called="other"),
         named()),
    done("one who would be it until tomorrow", "gunilla: guard.end_deputy(:row)",
         "db: select until_at <= guard.now() from people_deputy", "yes", named(), over("people_deputy", SOON)),
    refused("but not by a mentor", "petra: guard.end_deputy(:row)", MAY_NOT, named()),
    refused("nor twice", "gunilla: guard.end_deputy(:row)", MAY_NOT, named(), "gunilla: guard.end_deputy(:row)"),
    refused("nor what is none", "gunilla: guard.end_deputy(:adam)", MAY_NOT, named()),
    # -- who would take over -----------------------------------------------------------------------------------------
    told("who leads the unit takes over", HEIR, "gunilla", "db: update people_capacity set from_at = from_at - interval '9 days' where id = :bosse"),
    told("a named deputy before her", HEIR, "cecilia", named()),
    told("the first that was named", HEIR, "amir", named("amir"), named(called="other")),
    told("whoever it is", HEIR, "cecilia", named(), named("amir", called="other")),
    told("no longer one who was it", HEIR, "gunilla", named(), over("people_deputy")),
    told("one who is it until tomorrow", HEIR, "cecilia", named(), over("people_deputy", SOON)),
    told("not another's", HEIR, "gunilla", named("cecilia", "maja")),
    told("not one who is away", HEIR, "gunilla", named(), noted("cecilia")),
    told("until tomorrow", HEIR, "gunilla", named(), noted("cecilia", ends=SOON)),
    told("but one who was away", HEIR, "cecilia", named(), noted("cecilia", ends="guard.now()")),
    told("or will be", HEIR, "cecilia", named(), noted("cecilia", starts=SOON)),
    told("or whose colleague is", HEIR, "cecilia", named(), noted("amir")),
    told("not one whose role holds no children now", HEIR, "gunilla", named(),
         "db: update people_roleright set may_hold_children = false where role = 'special_educator'"),
    told("not one whose account is shut", HEIR.replace("gunilla", "olof"), "bosse", SHUT.format("gunilla")),
    told("a colleague of another authority asks too", "kerstin: guard.heir_of(:petra)", "gunilla"),
    told("nobody of another organisation", "hanna: guard.heir_of(:petra)", "-"),
    told("nobody asks who would", "nobody: guard.heir_of(:petra)", "-"),
    told("those who lead, here and nearest", HEIRS, TWO),
    told("today", HEIRS, TWO, ROLES_OF_OTHER_TIMES),
    told("until tomorrow too", HEIRS, TWO, over("people_roleright", SOON)),
    told("and the deputies", HEIRS, f"{TWO}, maria/deputy", named("maria", "tomas", "kerstin")),
    told("never the same person", HEIRS, TWO, capacity("second", "tomas", "lotsen_social", "unit_head")),
    # -- who holds ---------------------------------------------------------------------------------------------------
    told("everyone holds her own", HOLDER, "petra", named()),
    told("nobody is told", "nobody: select holder from guard.holders(array[:petra])", ""),
    told("who took over holds", HOLDER, "cecilia", named(), ended()),
    told("also when she would not today", HOLDER, "cecilia", named(), ended(), "gunilla: guard.end_deputy(:row)"),
    told("for a time", HOLDER, "cecilia", named(), away(ends=SOON), "gunilla: guard.end_deputy(:row)"),
    told("and no longer", HOLDER, "gunilla", named(), away(), over("people_succession"), "gunilla: guard.end_deputy(:row)"),
    told("each one's own", "gunilla: select holder from guard.holders(array[:maja])", "gunilla", named(), ended("maja"), ended()),
    told("before anything is written", HOLDER, "gunilla", f"{over('people_capacity')} where id = :petra"),
    told("two who passed on to each other", HOLDER, "gunilla", named(), named("petra", "cecilia", called="other"), away(ends=SOON),
         "db: update people_leave set until_at = guard.now() where id = :leave", away("cecilia", called="theirs"), noted("petra")),
    told("with the first deputy thought away, the next", "db: select guard.holder_of(:petra, array[:petra, :cecilia])", "amir",
         named(), named("amir", called="other")),
    told("with the last resort thought away, another", "db: select guard.holder_of(:petra, array[:gunilla])", "bosse",
         named(), named("petra", "cecilia", called="other"), away(ends=SOON),
         "db: update people_leave set until_at = guard.now() where id = :leave", away("cecilia", called="theirs"), noted("petra")),
    # -- whose duties ------------------------------------------------------------------------------------------------
    told("what was taken over is one's duty", DUTIES.format("cecilia"), "cecilia, petra", named(), ended()),
    told("for a time too", DUTIES.format("cecilia"), "cecilia, petra", named(), away(ends=SOON)),
    told("in turn", DUTIES.format("amir"), "amir, cecilia, petra", named(), named("amir", "cecilia", called="other"), ended(),
         ended("cecilia")),
    told("but nobody else's", DUTIES.format("amir"), "amir", named(), ended()),
    told("no longer when it is over", DUTIES.format("cecilia"), "cecilia", named(), away(), over("people_succession")),
    told("nor when she is back", DUTIES.format("cecilia"), "cecilia", named(), away(), over("people_leave")),
    told("who is away has her own still", DUTIES.format("petra"), "petra", named(), away()),
    told("nobody has none", DUTIES.format("nobody"), ""),
    # -- leave -------------------------------------------------------------------------------------------------------
    done("one notes one's own leave", away(), AWAY, "petra/petra/yes"),
    done("until a day", away(ends=SOON), AWAY, "petra/petra/no"),
    done("who leads notes another's", away(by="gunilla"), AWAY, "petra/gunilla/yes"),
    done("in the same authority", away(by="olof"), AWAY, "petra/olof/yes"),
    done("the administrator too", away(by="ingrid"), AWAY, "petra/ingrid/yes"),
    refused("a colleague does not", away(by="maja"), MAY_NOT),
    refused("nor who leads in another authority", away(by="kerstin"), MAY_NOT),
    refused("nor another organisation's notes it", away(by="admin"), MAY_NOT, ADMIN),
    refused("nobody notes leave", away(by="nobody"), MAY_NOT),
    refused("one who has left is not away", away(by="gunilla"), "The capacity is not in force.",
            f"{over('people_capacity')} where id = :petra"),
    refused("it ends after it begins", away(ends=PAST), "The leave ends after it begins."),
    done("one comes back", "petra: guard.end_leave(:leave)", LEAVES, "maja", away("maja"), away()),
    done("before the day", "petra: guard.end_leave(:leave)", "db: select until_at <= guard.now() from people_leave", "yes",
         away(ends=SOON)),
    done("who leads says so", "gunilla: guard.end_leave(:leave)", LEAVES, "", away()),
    refused("a colleague does not end it", "amir: guard.end_leave(:leave)", MAY_NOT, away()),
    refused("nor is it ended twice", "petra: guard.end_leave(:leave)", MAY_NOT, away(), "petra: guard.end_leave(:leave)"),
    refused("nor what is no leave", "petra: guard.end_leave(:adam)", MAY_NOT, away()),
    refused("nor by nobody", "nobody: guard.end_leave(:adam)", MAY_NOT, away()),
    done("who is away for two reasons is away still", "petra: guard.end_leave(:leave)",
         "db: select count(*) from people_succession where until_at is null", "1", away(), noted("petra")),
]  # fmt: skip
