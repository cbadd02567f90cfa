"""A demo world that was broken off on the way is told anew; nothing else is ever thrown away."""

import psycopg

from samling.server import roles
from samling.server.preparation import HALF_TOLD, begun_anew, half_told


def rows(cluster, query):
    with psycopg.connect(**cluster.dsn("owner", "told"), autocommit=True) as owner:
        return owner.execute(query).fetchall() if query.startswith("select") else owner.execute(query)


def test_a_half_told_demo_is_known_and_made_anew(cluster):
    with cluster.superuser() as admin:
        roles.create_database(admin, "told")
    rows(cluster, "create table public.lines (word text)")
    assert not half_told(cluster, "told") and not half_told(cluster, "nowhere")
    rows(cluster, "comment on database told is 'my own'")
    assert not half_told(cluster, "told")
    rows(cluster, f"comment on database told is '{HALF_TOLD}'")
    assert half_told(cluster, "told")
    begun_anew(cluster, "told")
    assert not half_told(cluster, "told")
    assert rows(cluster, "select to_regclass('public.lines') is null and to_regnamespace('guard') is not null") == [(True,)]
