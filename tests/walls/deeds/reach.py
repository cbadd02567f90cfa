"""How much a setting touches, what has lain still, what an organisation has come to, and what must be mended."""

from .given import JOINED, ROLES_OF_OTHER_TIMES, capacity, consent, record
from .given import put as put_to
from .looking import SEALED, looked
from .reminders import ENDS, IN_20, LATE, notice
from .settings import MAY_NOT, put
from .sight import NAMELESS, SIGNAL
from .stage import refused, told
from .watching import QUIET as LONG_AGO

FEW, NONE = "-1", "0"
TOMORROW, NOW = "guard.now() + interval '1 day'", "guard.now()"
MARKED = "petra: guard.protect(:adam, null, 'marked', array[:petra])"
# What was Adam's is Alva's school's in another organisation.
ELSEWHERE = "db: update {} set wall = 515"
WITHDRAWN = "db: update {} set withdrawn_at = guard.now(), withdrawn_by_id = :petra"
ENDED = "db: update {} set ended_at = guard.now(), ended_by_id = :petra"
DECIDED = record("checklist_decision", "decision", "adam", 67, "petra", kind="'solved_here'", follow_up_on="'2025-12-01'",
                 checklist_id="gen_random_uuid()")  # fmt: skip
FOLLOWED = record("checklist_followup", "followed", "adam", 67, "petra", result="'further'", asked_child="false", asked_home="false",
                  decision_id=":decision")  # fmt: skip
UNTIED = "db: select set_config('session_replication_role', 'replica', true)"
OUTCOME = (
    "db: insert into concern_outcome (id, word, sent_at, sent_by_id, to_id, signal_id, nameless_id) values (gen_random_uuid(), 'x',"
    " guard.now(), :petra, :gunilla, {}, {})"
)
BORN = "db: update people_child set birth_year = {} where subject_id in (:adam, :elsa, :noor)"
OLD = "db: update people_child set birth_year = 1990"
YOUNG = "from people_child where birth_year <> 1990"
STILL = "db: update people_child set opened_at = guard.now() - interval '3 years'"
EVENT = record("journey_event", "event", "adam", 67, "petra", kind="'x'")
QUIET_YEARS = "db: update journey_event set written_at = guard.now() - interval '3 years'"
NOBODYS = "db: update journey_event set subject_id = :noor"
# Adam alone has lain still.
ADAM = (STILL, QUIET_YEARS, "db: update people_child set opened_at = guard.now() where subject_id <> :adam")


def reach(code: str, value: str = "3", who: str = "ingrid") -> str:
    return f"{who}: guard.setting_reach('{code}', '{value}')"


def still(domain: str = "school", years: int = 2, who: str = "ingrid") -> str:
    return f"{who}: select due from guard.lain_still('{domain}', {years})"


def draft(by: str = "petra", age: str = "10 days") -> str:
    return (f"db: insert into journey_draft (id, place, sealed, saved_at, written_by_id) values (gen_random_uuid(), 'p', '\\x00',"
            f" guard.now() - interval '{age}', :{by})")  # fmt: skip


REPLY, FOLLOW, DRAFTS, HEARD, CONSENT, OVERDUE, WARN = (
    "deadline.reply_days", "deadline.follow_up_weeks", "deadline.draft_days", "age.heard_from", "consent.soon_days",
    "deadline.overdue_days", "deadline.warn_first_days",
)  # fmt: skip
NOBODY_LEADS = "db: update people_roleright set may_assign = false, may_approve = false, may_decide_exceptions = false"
ONE = SIGNAL.format("it")
# In 2025 these are ten; nobody else is a child of these years.
TEN = (OLD, "db: update people_child set birth_year = 2015 where subject_id = :adam")
BEGUN = "select * from guard.begun_here()"
KEEPS = "guard.keeps_directory(:social)"
CHECKLIST = record("checklist_checklist", "sheet", "adam", 67, "petra", set_code="'x'", set_version="'1'")
PLACE = "db: update concern_reportcontact set {} where organisation_id = :lovsjo_org"
EMPTY = (
    "db: insert into people_organisation (id, kind, name, municipality_code, county_code) values (gen_random_uuid(), 'municipality',"
    " 'Tomby', '9903', '99') returning id as empty_org"
)
OFFICE = (
    "db: insert into people_branch (id, organisation_id, number, name, domain) values (gen_random_uuid(), :empty_org, 900, 'x', 'none')"
)


def mend(what: str) -> str:
    return f"worker: select n from guard.to_mend() where what = '{what}'"


def waits(role: str = "mentor", days: int = 8, **more: str) -> str:
    since = f"guard.now() - interval '{days} days'"
    return capacity("waiting", "jonas", "norrskolan", role, **{"approved_by_id": "null", "from_at": since} | more)


DEEDS = [
    # -- replies ---------------------------------------------------------------------------------------------------------
    told("concerns without an answer, and few are said as few", reach(REPLY), FEW, ONE),
    told("more by their number", reach(REPLY), "5", *(SIGNAL.format(f"it_{n}") for n in range(5))),
    told("none as none", reach(REPLY), NONE),
    told("not one taken back", reach(REPLY), NONE, ONE, WITHDRAWN.format("concern_signal")),
    told("nor another organisation's", reach(REPLY), NONE, ONE, ELSEWHERE.format("concern_signal")),
    told("nor about a protected child", reach(REPLY), NONE, ONE, MARKED),
    told("nor one that is answered", reach(REPLY), NONE, ONE, OUTCOME.format(":it", "null")),
    told("as the question without a name that it was", reach(REPLY), NONE, UNTIED, NAMELESS, OUTCOME.format("null", ":nameless")),
    told("another's answer is another's", reach(REPLY), FEW, UNTIED, ONE, OUTCOME.format(":noor", ":elsa")),
    refused("who may not settle it counts nothing", reach(REPLY, who="gunilla"), MAY_NOT),
    told("what touches nothing has no number", reach("tier.1"), "-"),
    # -- follow-up -------------------------------------------------------------------------------------------------------
    told("decisions to be followed up", reach(FOLLOW), FEW, UNTIED, DECIDED),
    told("not one that has ended", reach(FOLLOW), NONE, UNTIED, DECIDED, ENDED.format("checklist_decision")),
    told("nor a decision taken back", reach(FOLLOW), NONE, UNTIED, DECIDED, WITHDRAWN.format("checklist_decision")),
    told("nor one without a day", reach(FOLLOW), NONE, UNTIED, DECIDED,
         "db: update checklist_decision set follow_up_on = null, kind = 'further'"),
    told("nor a decision of another organisation", reach(FOLLOW), NONE, UNTIED, DECIDED, ELSEWHERE.format("checklist_decision")),
    told("nor a decision about a protected child", reach(FOLLOW), NONE, UNTIED, DECIDED, MARKED),
    told("nor one that was followed up", reach(FOLLOW), NONE, UNTIED, DECIDED, FOLLOWED),
    told("by itself", reach(FOLLOW), FEW, UNTIED, DECIDED, FOLLOWED, DECIDED),
    # -- drafts ----------------------------------------------------------------------------------------------------------
    told("drafts older than that", reach(DRAFTS), FEW, draft()),
    told("not newer ones", reach(DRAFTS), NONE, draft(age="2 days")),
    told("nor a draft of another organisation", reach(DRAFTS), NONE, draft("gun")),
    told("nor for what is no number", reach(DRAFTS, "x"), NONE, draft()),
    # -- what was left undone ------------------------------------------------------------------------------------------
    told("what was left undone so long", reach(OVERDUE), FEW, notice()),
    told("not less long", reach(OVERDUE, "8"), NONE, notice()),
    told("nor what was done", reach(OVERDUE), NONE, notice(done_at=NOW)),
    told("nor in another organisation", reach(OVERDUE), NONE, notice(to="gun")),
    told("nor where nobody leads who could be told", reach(OVERDUE), NONE, notice(), NOBODY_LEADS),
    told("nor about a child who is protected", reach(OVERDUE), NONE, notice(subject_id=":adam"), MARKED),
    told("though about another", reach(OVERDUE), FEW, notice(subject_id=":noor"), MARKED),
    told("but about nobody in particular", reach(OVERDUE), FEW, notice(), MARKED),
    told("nor what was told", reach(OVERDUE), NONE, notice(), LATE),
    told("other words about it are other words", reach(OVERDUE), FEW, notice(), notice("other", kind="'y'", due_on="null", record_id=":late")),
    told("and what was told of others", reach(OVERDUE), FEW, notice(), notice("other", kind="'overdue'", due_on="null", record_id=":adam")),
    # -- what ends -------------------------------------------------------------------------------------------------------
    told("what ends within that time", reach(WARN, "21"), FEW, ENDS),
    told("not later", reach(WARN, "19"), NONE, ENDS),
    told("nor elsewhere", reach(WARN, "21"), NONE, ENDS.replace(":petra", ":gun")),
    told("an assignment too", reach(WARN, "21"), FEW, put_to("adam", "amir", "{65}", until_at=IN_20)),
    told("not to a protected child", reach(WARN, "21"), NONE, put_to("adam", "amir", "{65}", until_at=IN_20), MARKED),
    told("and what is about nobody in particular", reach(WARN, "21"), FEW, ENDS, MARKED),
    # -- ages ------------------------------------------------------------------------------------------------------------
    told("children between what was and what will be", reach(HEARD, "10"), FEW, *TEN),
    told("not younger ones", reach(HEARD, "11"), NONE, *TEN),
    told("nor those who were heard already", reach(HEARD, "10"), NONE, OLD),
    told("from where it stands", reach(HEARD, "12"), FEW, *TEN, f"ingrid: {put(HEARD, '9')}"),
    told("as it was settled last", reach(HEARD, "12"), FEW, *TEN, f"ingrid: {put(HEARD, '12')}",
         "db: update people_setting set from_at = from_at - interval '1 hour'", f"ingrid: {put(HEARD, '9')}"),
    told("not as it will be", reach(HEARD, "12"), NONE, *TEN, f"ingrid: {put(HEARD, '9', TOMORROW)}"),
    told("nor as was taken back", reach(HEARD, "12"), NONE, *TEN, f"ingrid: {put(HEARD, '9')}", WITHDRAWN.format("people_setting")),
    told("nor as another age was settled", reach(HEARD, "12"), NONE, *TEN, f"ingrid: {put('age.other', '9')}"),
    told("nor as another organisation settled it", reach(HEARD, "12"), NONE, *TEN, f"ingrid: {put(HEARD, '9')}",
         "db: update people_setting set organisation_id = :granby_org"),
    told("nor as what is no number", reach(HEARD, "10"), FEW, *TEN, f"ingrid: {put(HEARD, 'x')}"),
    told("not a child of another organisation", reach(HEARD, "10"), NONE, *TEN, "db: update people_child set branch_id = :granby_school"),
    told("nor a protected child", reach(HEARD, "10"), NONE, *TEN, MARKED),
    # -- consents ----------------------------------------------------------------------------------------------------------
    told("questions that are open or stand", reach(CONSENT), FEW, consent()),
    told("also for the words that are asked in", reach("text.consent"), FEW, consent()),
    told("not a question taken back", reach(CONSENT), NONE, consent(), WITHDRAWN.format("consent_consent")),
    told("nor ended", reach(CONSENT), NONE, consent(), ENDED.format("consent_consent")),
    told("nor over", reach(CONSENT), NONE, consent(valid_until="guard.now()")),
    told("nor asked in silence", reach(CONSENT), NONE, consent(wall=81)),
    told("nor by another organisation", reach(CONSENT), NONE, consent(wall=528)),
    told("nor a question about a protected child", reach(CONSENT), NONE, consent(), MARKED),
    # -- what has lain still ---------------------------------------------------------------------------------------------
    told("children of whom nothing was written for years", still(), FEW, *ADAM),
    told("many by their number", still(years=0), "5", STILL, QUIET_YEARS, "gunilla: guard.open_child(:norrskolan, :vera_pupil, '', '', '', null, null, '', '')",
         "db: update people_child set opened_at = guard.now() - interval '1 day'", "db: update journey_event set written_at = guard.now() - interval '1 day'"),
    told("not opened since", still(), NONE, QUIET_YEARS),
    told("nor written about since", still(), NONE, *ADAM, EVENT),
    told("what was written long ago is long ago", still(), FEW, EVENT, *ADAM),
    told("what is written about others is theirs", still(), FEW, *ADAM, EVENT, NOBODYS),
    told("nor those of another kind of activity", still("social"), NONE, *ADAM),
    told("nor one of another organisation", still(), NONE, *ADAM, "db: update people_child set branch_id = :granby_school"),
    told("nor a child that is protected", still(), NONE, *ADAM, MARKED),
    told("nor one in a joint matter", still(), NONE, *JOINED, *ADAM),
    told("until it has left it", still(), FEW, *JOINED, *ADAM,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where child_id = :adam"),
    refused("who may not settle it is told nothing", still(who="gunilla"), MAY_NOT),
    # -- how far an organisation has come --------------------------------------------------------------------------------
    told("whoever runs it sees that it has begun", f"ingrid: {BEGUN}", "yes/yes/no/no"),
    told("and whoever leads", f"gunilla: {BEGUN}", "yes/yes/no/no"),
    told("also without assigning", f"gunilla: {BEGUN}", "yes/yes/no/no", "db: update people_roleright set may_assign = false"),
    told("or without approving", f"gunilla: {BEGUN}", "yes/yes/no/no", "db: update people_roleright set may_approve = false"),
    told("nobody else does", f"petra: {BEGUN}", ""),
    told("nor nobody", f"nobody: {BEGUN}", ""),
    told("what others have is theirs", f"lisa: {BEGUN}", "no/no/no/no", consent(), CHECKLIST),
    told("consent was asked", f"ingrid: {BEGUN}", "yes/yes/yes/no", consent()),
    told("a checklist was begun", f"ingrid: {BEGUN}", "yes/yes/no/yes", CHECKLIST),
    # -- the directory ---------------------------------------------------------------------------------------------------
    told("the system administrator keeps the numbers", f"ingrid: {KEEPS}", "yes"),
    told("and whoever leads there", f"gunilla: {KEEPS}", "yes", "db: update people_roleright set may_assign = false"),
    told("or stands in", f"bosse: {KEEPS}", "yes"),
    told("a mentor does not", f"petra: {KEEPS}", "no"),
    told("nor who leads in another organisation", f"sten: {KEEPS}", "no"),
    told("nor nobody at all", f"nobody: {KEEPS}", "no"),
    # -- what must be mended ---------------------------------------------------------------------------------------------
    told("units whose authority nobody leads", mend("units without head"), "3"),
    told("a unit of which the only head has ended is one", mend("units without head"), "4", "db: update people_capacity set until_at = guard.now() where id = :lisa"),
    told("not of one who will end", mend("units without head"), "3", f"db: update people_capacity set until_at = {TOMORROW} where id = :lisa"),
    told("of one who will begin", mend("units without head"), "4", f"db: update people_capacity set from_at = {TOMORROW} where id = :lisa"),
    told("of one who waits", mend("units without head"), "4", "db: update people_capacity set approved_by_id = null where id = :lisa"),
    told("a role that leads elsewhere leads nobody here", mend("units without head"), "3", capacity("odd", "hanna", "granby_reception", "head_teacher")),
    told("nor does what a role could once, or will", mend("units without head"), "3", ROLES_OF_OTHER_TIMES),
    told("what it can until tomorrow it can", mend("units without head"), "3", f"db: update people_roleright set until_at = {TOMORROW}"),
    told("roles that have waited a week", mend("capacities waiting"), "1", waits()),
    told("not six days", mend("capacities waiting"), "0", waits(days=6)),
    told("nor what has ended", mend("capacities waiting"), "0", waits(until_at=NOW)),
    told("but what will end", mend("capacities waiting"), "1", waits(until_at=TOMORROW)),
    told("nor what needs no second person", mend("capacities waiting"), "0", waits("programme_lead")),
    told("every municipality has a place for reports", mend("no place for reports"), "0"),
    told("or lacks one that it had", mend("no place for reports"), "1", PLACE.format("until_at = guard.now()")),
    told("or will have", mend("no place for reports"), "1", PLACE.format(f"from_at = {TOMORROW}")),
    told("one that will end is one", mend("no place for reports"), "0", PLACE.format(f"until_at = {TOMORROW}")),
    told("a municipality where nobody works with children needs none", mend("no place for reports"), "0", EMPTY, OFFICE),
    told("openings that nobody has sealed", mend("looks not sealed"), "1", *LONG_AGO, looked(at="guard.now() - interval '20 minutes'")),
    told("not those of just now", mend("looks not sealed"), "0", *LONG_AGO, looked(at="guard.now() - interval '9 minutes'")),
    told("nor those of long ago", mend("looks not sealed"), "0", *LONG_AGO, looked(at="guard.now() - interval '3 days'")),
    told("nor those that are sealed", mend("looks not sealed"), "0", *LONG_AGO, looked(at="guard.now() - interval '20 minutes'"), SEALED),
    told("an empty house has no organisation", mend("no organisation"), "1", UNTIED, "db: delete from people_organisation"),
]  # fmt: skip
