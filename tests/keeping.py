"""Connections kept open from one test to the next: to plan a page on a new one costs ten times what the page costs.

A backend learns the tables, policies and functions of the house while it answers, and forgets them when it ends. What
belongs to a session and not to the house (settings, cursors, locks) is put back between two tests.
"""

from collections import Counter, defaultdict
from contextlib import suppress

import psycopg
from django.db import connections
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from psycopg.pq import ExecStatus, TransactionStatus

# As DISCARD ALL, but for the plans; and the counts that `tests.lending` reads are told at once.
AS_NEW = b"""reset session authorization; reset all; close all; unlisten *; select pg_advisory_unlock_all();
             discard sequences; select pg_stat_force_next_flush()"""

KEEPS = 1000  # plans: a house of tests asks far more different questions than one web process

_kept: dict[str, list[dict]] = defaultdict(list)  # by the name of the database: Django's wrappers by alias
_turn: Counter[str] = Counter()  # how often they were made as new: what comes back later was ended by then


@receiver(connection_created)
def _keep_plans(connection, **_told) -> None:
    """Every question is planned once, when it is first put: so many tests put it again."""
    if connection.vendor == "postgresql" and connection.connection.prepare_threshold is not None:
        connection.connection.prepare_threshold, connection.connection.prepared_max = 0, KEEPS


def put_on(name: str) -> int:
    """This thread's aliases talk by connections that were kept for this database, if there are any; which turn it is."""
    for alias, wrapper in (_kept[name].pop() if _kept[name] else {}).items():
        connections[alias].close()
        connections[alias] = wrapper
    return _turn[name]


def take_off(name: str, turn: int) -> None:
    """Keep this thread's connections to this database for whoever comes next in the same turn."""
    known = connections.all(initialized_only=True)
    open_ones = {one.alias: one for one in known if one.connection and one.connection.info.dbname == name}
    for alias, wrapper in open_ones.items():
        wrapper.inc_thread_sharing()
        del connections[alias]
    if turn == _turn[name]:
        _kept[name].append(open_ones)
    else:
        _close(open_ones)


def as_new(name: str) -> list[int]:
    """Make sessions that nobody uses now as they were when new; the process ids of those that are kept."""
    _turn[name] += 1
    sets = [{alias: one for alias, one in each.items() if _is_as_new(one)} for each in _kept.pop(name, [])]
    _kept[name] = [each for each in sets if each]
    return [one.connection.info.backend_pid for each in _kept[name] for one in each.values()]


def let_go(name: str) -> None:
    """Close what is kept for a database that goes away."""
    _turn[name] += 1
    for each in _kept.pop(name, []):
        _close(each)


def _is_as_new(wrapper) -> bool:
    if _is_idle(wrapper) and wrapper.connection.pgconn.exec_(AS_NEW).status == ExecStatus.TUPLES_OK:
        return True
    _close({wrapper.alias: wrapper})
    return False


def _is_idle(wrapper) -> bool:
    if not wrapper.connection or wrapper.in_atomic_block or wrapper.run_on_commit or not wrapper.autocommit:
        return False
    return wrapper.connection.info.transaction_status == TransactionStatus.IDLE


def _close(wrappers: dict) -> None:
    for wrapper in wrappers.values():
        with suppress(psycopg.Error):
            if wrapper.connection:
                wrapper.connection.close()
        wrapper.connection = None
