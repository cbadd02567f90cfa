"""Which policy stands on the queue and on what is kept of tasks, and who may use the library's functions.

The tables of the queue belong to the library and come by its migrations. The worker alone may use them; the pages put
a task in only by `guard.entrust`, which refuses whatever is not an id or a short code.
"""

from pathlib import Path

from samling.records.migrations import Functions, Protect, Statements

SQL = Path(__file__).parent / "sql"
QUEUE = (
    "procrastinate_workers",
    "procrastinate_jobs",
    "procrastinate_periodic_defers",
    "procrastinate_events",
)

KEPT = ("work_task", "work_progress", "work_duty")
WATCHING = ("work_alarm", "work_spotcheck")

# Ids and short codes only. The functions of the library find their tables by a path that no caller can bend.
IDS_ONLY = Statements(
    r"""
    alter table procrastinate_jobs drop constraint if exists ids_only;
    alter table procrastinate_jobs add constraint ids_only check (
      args::text ~ '^\{("[a-z_]{1,20}": ("[a-z0-9_-]{1,40}"|[0-9]{1,12})(, )?)*\}$'
      and task_name ~ '^[a-z_.]{1,40}$' and queue_name ~ '^[a-z_]{1,20}$'
      and coalesce(lock, 'x') ~ '^[a-z0-9_-]{1,40}$' and coalesce(queueing_lock, 'x') ~ '^[a-z0-9_-]{1,40}$');
    do $pin$
    declare f regprocedure;
    begin
      for f in select oid from pg_proc where proname like 'procrastinate\_%' and pronamespace = 'public'::regnamespace loop
        execute format('alter function %s set search_path = public, pg_temp', f);
        execute format('grant execute on function %s to samling_worker', f);
      end loop;
    end $pin$;
    grant execute on function procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[]) to samling_guard;
    grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq to samling_worker, samling_guard;
    grant usage on sequence procrastinate_periodic_defers_id_seq to samling_worker;
    """,
    again=True,
)


def walls() -> list[Protect]:
    """The queue for the worker alone; what is kept of tasks behind functions."""
    return [
        *(Protect(table, "closed", to="samling_worker") for table in QUEUE),
        *(Protect(table, "closed") for table in KEPT),
    ]


def watching() -> list[Protect]:
    """What is kept of alarms and reviews: behind functions alone."""
    return [Protect(table, "closed") for table in WATCHING]


def functions() -> list[Functions]:
    """The guard functions of this chapter, in reading order."""
    return [Functions(file) for file in sorted(SQL.glob("*.sql"))]
