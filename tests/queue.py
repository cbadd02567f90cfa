"""The queue worked off within a test: each job once, on this process's own connections, as the worker does it."""

from uuid import UUID

from django.db import connections

from samling.work.running import Again, carry_out, go_round

FETCH = "select id, task_name, args->>'task', attempts from procrastinate_fetch_job_v2(null, null) where id is not null"


def work_off() -> list[str]:
    """Everything that waits and whose time has come; what each came to."""
    outcomes = []
    while job := _asked(FETCH):
        outcomes.append(_outcome(*job[0][1:]))
        _asked("select procrastinate_finish_job_v1(%s, 'succeeded', true)", job[0][0])
    return outcomes


def waiting() -> list[tuple]:
    """The tasks in the queue, as the worker's role reads them."""
    return _asked("select task_name, args->>'task' from procrastinate_jobs where status = 'todo' order by id")


def _outcome(name: str, task: str, tries: int) -> str:
    if name == "round":
        go_round()
        return "round"
    try:
        carry_out(UUID(task), tries=tries)
    except Again as fault:
        return f"again: {fault}"
    return "tried"


def _asked(query: str, *values) -> list[tuple]:
    with connections["worker"].cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()
