"""Tasks on somebody's behalf: put in, begun with a token, ended, given up; and what comes round."""

from .given import capacity
from .stage import done, refused, told

NOT_HERS = "A task is entrusted in the capacity that acts."
OVER = "This task is over."
ASKS = "guard.entrust('noting', :adam, :{}, guard.now()) as task"


def task(called: str = "task", token: str = "t", by: str = "petra", **more: str) -> str:
    """A task in the middle of a try, arranged past the verb."""
    columns = {
        "until_at": "guard.now() + interval '1 day'",
        "token_hash": f"guard.digest_of('{token}')",
        "token_until_at": "guard.now() + interval '1 minute'",
        "done_at": "null",
        "failed_at": "null",
    } | more
    return (
        f"db: insert into work_task (id, kind, record_id, entrusted_by_id, entrusted_at, why, {', '.join(columns)}) values "
        f"(gen_random_uuid(), 'noting', :adam, :{by}, guard.now(), '', {', '.join(columns.values())}) returning id as {called}"
    )


def settled(code: str, value: int | str, org: str = "lovsjo_org", **more: str) -> str:
    """What an organisation has settled, from a minute ago on, arranged past the verb."""
    columns = {"from_at": "guard.now() - interval '1 minute'", "written_at": "null", "written_by_id": "null",
               "withdrawn_at": "null", "withdrawn_by_id": "null"} | more  # fmt: skip
    return (
        f"db: insert into people_setting (id, code, value, organisation_id, decision, {', '.join(columns)}) values "
        f"(gen_random_uuid(), '{code}', '{value}', :{org}, '1', {', '.join(columns.values())})"
    )


BEGIN = "select person, capacity from guard.begin_task('t')"
ENDED = "db: select id from work_task where done_at is not null and token_hash = ''"
FAILED = "db: select id, why from work_task where failed_at is not null and token_hash = ''"
TOLD = "db: select to_id, sent_by_id, record_id from journey_notice where kind = 'task_failed'"
TAKE = "select record_id, kind, length(token) from guard.take_task(:task)"
WAITS = "db: select status, (args->>'task')::uuid from procrastinate_jobs"
GIVE_UP = "guard.give_up_task(:task, '{}', 'gone')"
STANDS = "select kind, record_id, entrusted_by, passed, whole from guard.task_told(:task)"
HAS_ENDED = "db: update people_capacity set until_at = guard.now() where id = :petra"
OVERDUE = "deadline.overdue_days"
SETTLED = f"db: select guard.settled_for('{OVERDUE}', :{{}})"
WRITTEN = {"written_at": "guard.now()", "written_by_id": ":ingrid"}

MINE = "select guard.my_task('{}', :adam) as found"
OLD = "db: update work_task set {} where id = :other"
FORGET, DRAFTS = "worker: guard.forget_drafts()", "db: select written_by_id from journey_draft"


def draft(days: int, by: str = "petra") -> str:
    """A private draft that was saved so many days ago."""
    return (
        f"db: insert into journey_draft (id, written_by_id, place, sealed, saved_at) values (gen_random_uuid(), :{by}, 'entry', '', "
        f"guard.now() - interval '{days} days')"
    )


DEEDS = [
    # -- putting in ---------------------------------------------------------------------------------------------------
    done("who acts puts in a task", f"petra: {ASKS.format('petra')}",
         "db: select k.id, k.entrusted_by_id, j.status from work_task k join procrastinate_jobs j on j.args->>'task' = k.id::text",
         "task/petra/todo"),
    done("to be done later", "petra: guard.entrust('noting', :adam, :petra, guard.now() + interval '2 days') as task",
         "db: select j.scheduled_at > now() + interval '47 hours', k.until_at > guard.now() + interval '71 hours'"
         " from work_task k join procrastinate_jobs j on j.args->>'task' = k.id::text", "yes/yes"),
    refused("nobody puts one in for another", f"petra: {ASKS.format('gunilla')}", NOT_HERS),
    refused("nobody puts none in", f"nobody: {ASKS.format('petra')}", NOT_HERS),
    refused("nor one for nobody", "nobody: guard.entrust('noting', :adam, null, guard.now())", NOT_HERS),
    # -- the worker takes it up ---------------------------------------------------------------------------------------
    told("the worker gets a token for it", f"worker: {TAKE}", "adam/noting/64", task()),
    told("which is another than the one before", "nobody: " + BEGIN, "", task(), f"worker: {TAKE}"),
    told("another task's token is its own", "nobody: " + BEGIN, "petra_person/petra", task(), task("other", "u"),
         "worker: select token from guard.take_task(:other)"),
    told("what is done is not taken up", f"worker: {TAKE}", "", task(done_at="guard.now()")),
    told("nor what was given up", f"worker: {TAKE}", "", task(failed_at="guard.now()")),
    told("nor what is too old", f"worker: {TAKE}", "", task(until_at="guard.now()")),
    refused("the pages take none", f"petra: {TAKE}", "permission denied for function take_task", task()),
    refused("nor does nobody", f"nobody: {TAKE}", "permission denied for function take_task", task()),
    # -- begun in her name --------------------------------------------------------------------------------------------
    told("the token makes her act", "nobody: " + BEGIN, "petra_person/petra", task(), task("other", "u", "gunilla")),
    done("as if she were there", "nobody: " + BEGIN, "db: select person, capacity from guard.acting()", "petra_person/petra",
         task()),
    told("another token does not", "nobody: select person from guard.begin_task('x')", "", task()),
    told("nor one whose time is over", "nobody: " + BEGIN, "", task(token_until_at="guard.now()")),
    told("nor when she has left", "nobody: " + BEGIN, "", task(), HAS_ENDED),
    told("who will leave has not left", "nobody: " + BEGIN, "petra_person/petra", task(),
         "db: update people_capacity set until_at = guard.now() + interval '1 day' where id = :petra"),
    told("nor one whose capacity has not begun", "nobody: " + BEGIN, "",
         capacity("new", "petra", "norrskolan", "teacher", from_at="guard.now() + interval '1 day'"), task(by="new")),
    told("nor one whose capacity waits for approval", "nobody: " + BEGIN, "",
         capacity("new", "petra", "norrskolan", "teacher", approved_by_id="null"), task(by="new")),
    told("a role that needs no approval does", "nobody: " + BEGIN, "petra_person/new",
         capacity("new", "petra", "norrskolan", "dpo", approved_by_id="null"), task(by="new")),
    told("nor one whose account is shut", "nobody: " + BEGIN, "", task(),
         "db: update people_account set is_active = false, disabled_at = now() where person_id = :petra_person"),
    told("nor does one's token of a task pass for a session", "nobody: select person from guard.begin('t')", "", task()),
    told("the log knows it", "db: select person, capacity from guard.actor_of('t')", "petra_person/petra", task()),
    # -- done ---------------------------------------------------------------------------------------------------------
    done("it is done once", "nobody: guard.end_task('t')", ENDED, "task", task(), task("other", "u"), "nobody: " + BEGIN),
    refused("and not once more", "nobody: guard.end_task('t')", OVER, task(), "nobody: guard.end_task('t')"),
    told("then the token is spent", "nobody: " + BEGIN, "", task(), "nobody: guard.end_task('t')"),
    # -- given up -----------------------------------------------------------------------------------------------------
    done("what could not be done is told to her", f"worker: {GIVE_UP.format('t')}", TOLD, "petra/petra/task", task(),
         task("other", "t", token_hash="'x'")),
    done("and is over", f"worker: {GIVE_UP.format('t')}", FAILED, "task/gone", task(), task("other", "u")),
    done("when she has left it is told to the head", f"worker: {GIVE_UP.format('t')}", TOLD, "gunilla/petra/task", task(),
         HAS_ENDED),
    done("when nobody holds it any more, to herself", f"worker: {GIVE_UP.format('t')}", TOLD, "petra/petra/task", task(),
         "db: update people_capacity set until_at = guard.now() where role <> 'sysadmin'"),
    done("a try that was overtaken says nothing", f"worker: {GIVE_UP.format('x')}", TOLD, "", task()),
    done("nor does one of a task that is too old", f"worker: {GIVE_UP.format('')}", FAILED, "task/gone",
         task(until_at="guard.now()", token_hash="''")),
    done("and no other is given up with it", f"worker: {GIVE_UP.format('t')}", FAILED, "task/gone", task(),
         task("other", "u", until_at="guard.now()")),
    done("what is done is not given up", f"worker: {GIVE_UP.format('t')}", TOLD, "", task(done_at="guard.now()")),
    done("nor what is given up already", f"worker: {GIVE_UP.format('t')}", TOLD, "", task(failed_at="guard.now()")),
    refused("the pages give nothing up", f"petra: {GIVE_UP.format('t')}", "permission denied for function give_up_task", task()),
    # -- put back -----------------------------------------------------------------------------------------------------
    told("a task that has lost its place is put back", "worker: guard.put_back_tasks()", "1", task()),
    done("where it waits for the worker", "worker: guard.put_back_tasks()", WAITS, "todo/task", task()),
    told("once is enough", "worker: guard.put_back_tasks()", "0", task(), "worker: guard.put_back_tasks()"),
    told("each lost task by itself", "worker: guard.put_back_tasks()", "1", task(), "worker: guard.put_back_tasks()", task("other", "u")),
    told("one that is being done has its place", "worker: guard.put_back_tasks()", "0", task(), "worker: guard.put_back_tasks()",
         "db: update procrastinate_jobs set status = 'doing'"),
    told("one that the library gave up has none", "worker: guard.put_back_tasks()", "1", task(), "worker: guard.put_back_tasks()",
         "db: update procrastinate_jobs set status = 'failed'"),
    told("what is done needs no place", "worker: guard.put_back_tasks()", "0", task(done_at="guard.now()")),
    told("nor does what was given up", "worker: guard.put_back_tasks()", "0", task(failed_at="guard.now()")),
    refused("the pages put nothing back", "petra: guard.put_back_tasks()", "permission denied for function put_back_tasks"),
    # -- how it stands ------------------------------------------------------------------------------------------------
    told("she sees how it stands", f"petra: {STANDS}", "noting/adam/petra/0/0", task(), task("other", "u")),
    told("and how far it has come", f"petra: {STANDS}", "noting/adam/petra/4/5", task(), task("other", "u"),
         "worker: guard.note_progress(:task, 3, 5)", "worker: guard.note_progress(:task, 4, 5)",
         "worker: guard.note_progress(:other, 1, 1)"),
    told("others see nothing of it", f"gunilla: {STANDS}", "", task(), task("other", "u"), "worker: guard.give_up_task(:other, 'u', 'gone')",
         "db: update journey_notice set to_id = :gunilla where kind = 'task_failed'"),
    told("unless they were told", f"gunilla: {STANDS}", "noting/adam/petra/0/0", task(), HAS_ENDED, f"worker: {GIVE_UP.format('t')}"),
    told("and only they", f"maja: {STANDS}", "", task(), HAS_ENDED, f"worker: {GIVE_UP.format('t')}"),
    told("her task is found by what it is about", f"petra: {MINE.format('noting')}", "task", task()),
    told("the latest of them", f"petra: {MINE.format('noting')}", "task", task(), task("other", "u"),
         OLD.format("entrusted_at = guard.now() - interval '1 hour'")),
    told("also when the later one was put in first", f"petra: {MINE.format('noting')}", "task", task("other", "u"), task(),
         OLD.format("entrusted_at = guard.now() - interval '1 hour'")),
    told("of another kind it is another", f"petra: {MINE.format('other')}", "-", task()),
    told("about another child it is another", f"petra: {MINE.format('noting')}", "task", task(), task("other", "u"),
         OLD.format("record_id = :elsa, entrusted_at = guard.now() + interval '1 hour'")),
    told("and another's is not hers", f"petra: {MINE.format('noting')}", "task", task(), task("other", "u", "gunilla"),
         OLD.format("entrusted_at = guard.now() + interval '1 hour'")),
    # -- what comes round ---------------------------------------------------------------------------------------------
    told("a duty is begun", "worker: guard.begin_duty('sweep', '2025-11-20')", "yes"),
    told("once for each time", "worker: guard.begin_duty('sweep', '2025-11-20')", "no", "worker: guard.begin_duty('sweep', '2025-11-20')"),
    told("and not for an earlier", "worker: guard.begin_duty('sweep', '2025-11-19')", "no",
         "worker: guard.begin_duty('sweep', '2025-11-20')"),
    told("but for the next", "worker: guard.begin_duty('sweep', '2025-11-21')", "yes", "worker: guard.begin_duty('sweep', '2025-11-20')"),
    told("and it is remembered", "worker: select code from guard.duties_done()", "sweep", "worker: guard.begin_duty('sweep', '2025-11-20')"),
    # -- drafts go by themselves ----------------------------------------------------------------------------------------
    done("a draft that is too old goes", FORGET, DRAFTS, "", draft(31)),
    done("one that is not stays", FORGET, DRAFTS, "petra", draft(29)),
    done("as long as its writer's organisation has settled", FORGET, DRAFTS, "birgitta", draft(20), draft(20, "birgitta"),
         settled("deadline.draft_days", 14)),
    refused("the pages forget none", "petra: guard.forget_drafts()", "permission denied for function forget_drafts", draft(31)),
    # -- what is settled ----------------------------------------------------------------------------------------------
    told("a number that Samling comes with", SETTLED.format("petra"), "7"),
    told("also for what nobody holds", "db: select guard.settled_for('deadline.overdue_days')", "7", settled(OVERDUE, 9)),
    told("an organisation has its own", SETTLED.format("petra"), "9", settled(OVERDUE, 9), settled("deadline.task_hours", 5),
         settled(OVERDUE, 5, "granby_org")),
    told("which others do not have", SETTLED.format("birgitta"), "7", settled(OVERDUE, 9)),
    told("the newest day that has come counts", SETTLED.format("petra"), "9", settled(OVERDUE, 9),
         settled(OVERDUE, 8, from_at="guard.now() - interval '2 minutes'", **WRITTEN)),
    told("and of one day what was written last", SETTLED.format("petra"), "9", settled(OVERDUE, 8), settled(OVERDUE, 9, **WRITTEN)),
    told("one to come counts not yet", SETTLED.format("petra"), "7", settled(OVERDUE, 9, from_at="guard.now() + interval '1 day'")),
    told("nor one that was taken back", SETTLED.format("petra"), "7",
         settled(OVERDUE, 9, withdrawn_at="guard.now()", withdrawn_by_id=":ingrid")),
    told("an empty one goes back", SETTLED.format("petra"), "7", settled(OVERDUE, "")),
    told("one outside the bounds counts for nothing", SETTLED.format("petra"), "7", settled(OVERDUE, 31)),
    told("nor one below them", SETTLED.format("petra"), "7", settled(OVERDUE, 0)),
    told("nor what is no number", SETTLED.format("petra"), "7", settled(OVERDUE, "-9")),
    told("what Samling does not know is nothing", "db: select guard.settled_in('deadline.other', :lovsjo_org)", "-"),
    told("what it comes with from a later day is not yet", "db: select guard.settled_in('deadline.overdue_days', :lovsjo_org)", "7",
         "db: create or replace function guard.known_settings() returns table (code text, since date, value int, lowest int, highest int)"
         " language sql as $$ values ('deadline.overdue_days', date '2025-07-01', 7, 1, 30),"
         " ('deadline.overdue_days', date '2025-11-21', 8, 1, 30) $$"),
    told("and then is", "db: select guard.settled_in('deadline.overdue_days', :lovsjo_org)", "8",
         "db: create or replace function guard.known_settings() returns table (code text, since date, value int, lowest int, highest int)"
         " language sql as $$ values ('deadline.overdue_days', date '2025-07-01', 7, 1, 30),"
         " ('deadline.overdue_days', date '2025-11-20', 8, 1, 30) $$"),
]  # fmt: skip
