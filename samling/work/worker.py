"""The process that does what waits in the queue and what comes round: `samling work`, and beside the pages in
`samling run`.

As many as one likes may run, on one machine or several. One that is killed loses nothing: what it was doing is found by
its silent heart, and tried again by another.
"""

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import procrastinate
import psycopg
from django.db import close_old_connections
from procrastinate import exceptions, retry

from samling.server import addresses
from samling.server.running import settle

from .rules import wait_after
from .running import WORKER, carry_out, go_round

AT_ONCE = int(os.environ.get("SAMLING_TASKS_AT_ONCE") or 2)
EVERY_TEN_SECONDS = "* * * * * */10"
BEAT = 5.0  # seconds between two beats of a worker's heart …
SILENT = 20.0  # … and how long it may be silent before its work is given to another
LOOK_ANYWAY = 5.0  # when the database's word that there is work has not come through
FAREWELL = 8.0
PAUSE = 2.0
log = logging.getLogger("samling.worker")


class Patiently(retry.BaseRetryStrategy):
    """Always again: how often is decided where the task is carried out."""

    def get_retry_decision(self, *, exception: BaseException, job: Any) -> retry.RetryDecision:
        """After 2, 4, 8 … seconds."""
        return retry.RetryDecision(retry_in={"seconds": int(wait_after(job.attempts + 1).total_seconds())})


def queue(environ: Mapping[str, str]) -> procrastinate.App:
    """The library's app with our two tasks, on the worker's own connection."""
    address = addresses.dsn(WORKER, environ)
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(kwargs=address, min_size=1, max_size=AT_ONCE + 2))

    @app.task(name="entrusted", queue="samling", pass_context=True, retry=Patiently())
    def entrusted(context: procrastinate.JobContext, task: str) -> None:
        with _fresh_connections():
            carry_out(UUID(task), tries=context.job.attempts)

    @app.periodic(cron=EVERY_TEN_SECONDS)
    # Not `queueing_lock`: the library reads what the database says of a round that waits already, and row-level security
    # keeps the database from saying it. Rounds stand in line instead; one that finds nothing due is over at once.
    @app.task(name="round", queue="samling", lock="round")
    def round_(timestamp: int) -> None:
        with _fresh_connections():
            go_round()

    return app


@contextlib.contextmanager
def _fresh_connections() -> Any:
    close_old_connections()
    try:
        yield
    finally:
        close_old_connections()


async def work(app: procrastinate.App) -> None:
    """Work until cancelled, or until the database is lost."""
    async with app.open_async():
        finding = asyncio.create_task(_find_what_others_left(app))
        try:
            await app.run_worker_async(
                concurrency=AT_ONCE,
                delete_jobs="always",
                fetch_job_polling_interval=LOOK_ANYWAY,
                shutdown_graceful_timeout=FAREWELL,
                update_heartbeat_interval=BEAT,
                stalled_worker_timeout=SILENT,
                install_signal_handlers=False,
            )
        finally:
            finding.cancel()


async def _find_what_others_left(app: procrastinate.App) -> None:
    """Put back what a worker was doing when it was killed. Two may find the same: it is done once all the same."""
    while True:
        with contextlib.suppress(exceptions.ConnectorException):
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
                await app.job_manager.retry_job(job)
        await asyncio.sleep(BEAT)


class Wordless(logging.Filter):
    """What the library says of a fault repeats what the fault said, and that may be a name: only its kind is kept."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Our own lines as they are; the library's as what it was doing and the kinds of fault."""
        if record.name.startswith("samling"):
            return True
        fault = record.exc_info[1] if record.exc_info else None
        kinds = [type(one).__name__ for one in (fault, fault.__cause__, fault.__context__) if one] if fault else []
        record.msg, record.args = "%s (%s)", (getattr(record, "action", "fault"), ", ".join(dict.fromkeys(kinds)))
        record.exc_info = record.exc_text = None
        return bool(kinds)


async def work_until_told() -> None:
    """Work until SIGTERM or SIGINT; when the database is away, wait and begin again."""
    this, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert this is not None
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, this.cancel)
    while True:
        fault = "a part of it ended"
        try:
            await work(queue(os.environ))
        except (exceptions.ConnectorException, psycopg.Error, OSError) as error:
            fault = type(error.__cause__ or error).__name__
        log.warning("the queue does not answer (%s); trying again", fault)
        await asyncio.sleep(PAUSE)


def main() -> None:
    """Run until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    for handler in logging.getLogger().handlers:
        handler.addFilter(Wordless())
    settle()
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(work_until_told())
