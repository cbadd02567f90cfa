"""Every table that a page may write has its sentence in writing.py, and a page may change nothing that a wall rests on.

Whether the database agrees with the sentences: test_oracle.py.
"""

from .catalog import FROZEN_COLUMNS, asked
from .filling import chapters
from .rights import removable, writable
from .writing import ADDS, CHANGES

RESTS_ON = """select p.polrelid::regclass::text, a.attname::text from pg_policy p
  join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
 where d.refobjid = p.polrelid and d.refobjsubid > 0 and 'samling_app'::regrole = any (p.polroles)"""
# What narrows a record to fewer, or ends it, is its writer's to change, or the choice of those who write there.
TO_CHOOSE = {"for_guardians", "for_child", "only_for_id", "about_person", "withdrawn_at", "back_at", "ended_at"}
# Who checks a number says so each time; what is moved to another meeting must be allowed there too.
ASKED_AGAIN = {("directory_functionnumber", "checked_by_id"), ("forum_forumslot", "meeting_id")}


def test_everything_that_a_page_may_write_has_a_sentence(database):
    plain = {table for table, model in chapters().items() if model.policy == "plain"}
    heads = {table for table, model in chapters().items() if model.policy == "head"}
    assert plain & set(writable("INSERT")) <= set(ADDS) <= set(writable("INSERT"))
    assert (set(writable("UPDATE")) - heads) | removable() <= set(CHANGES) <= set(writable("UPDATE")) | removable()


def test_a_page_may_not_change_what_a_wall_rests_on(database):
    """Who wrote, when, about whom and behind which wall; and whatever else a policy of the same table asks."""
    rests = set(asked(RESTS_ON))
    moved = {(table, column) for table, columns in writable("UPDATE").items() for column in columns}
    assert len(rests) > 300
    assert not {one for one in moved if one[1] in FROZEN_COLUMNS}
    assert not (loose := sorted(one for one in rests & moved if one[1] not in TO_CHOOSE and one not in ASKED_AGAIN)), loose
