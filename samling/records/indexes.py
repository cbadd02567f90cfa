"""What another index answers for is taken away after each migrate: it costs a write for every row, and is asked for nothing.

Django makes an index of its own for every foreign key, also where a record's index on (subject, written) begins with the same
column, or where the model names the very same one.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

COVERED = r"""
select format('%I.%I', n.nspname, c.relname)
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
 where c.relname ~ '_[0-9a-f]{8}$' and i.indnkeyatts = 1 and not i.indisunique and i.indpred is null and i.indexprs is null
   and exists (select from pg_index o join pg_class w on w.oid = o.indexrelid and w.relam = c.relam
                where o.indrelid = i.indrelid and o.indexrelid <> i.indexrelid and o.indisvalid
                  and o.indpred is null and o.indexprs is null and o.indkey[0] = i.indkey[0] and o.indclass[0] = i.indclass[0]
                  and (o.indnkeyatts > 1 or o.indisunique or w.relname !~ '_[0-9a-f]{8}$'))
 order by 1"""


def covered(connection: BaseDatabaseWrapper) -> list[str]:
    """The indexes that Django made for a foreign key and that another one begins with."""
    with connection.cursor() as cursor:
        cursor.execute(COVERED)
        return [name for (name,) in cursor.fetchall()]


def thin_out(connection: BaseDatabaseWrapper) -> None:
    """Take them away. The connection is the owner's."""
    if found := covered(connection):
        with connection.cursor() as cursor:
            cursor.execute(f"drop index {', '.join(found)}")
