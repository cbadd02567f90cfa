"""The questions that are put to the database in every world, kept there as functions so that each is planned once.

They run as whoever asks (the pages' role), so that every policy stands as it does for a page.
"""

from functools import cache

from django.db import connections

from .filling import NOT_DRAWN, chapters, key_of
from .rights import removable, writable

COUNTED = ("people_child", "journey_entry", "journey_entrybody")
MORE = (
    "select wall || ' ' || count(*) from journey_entry group by wall order by wall",
    "select string_agg(title, ',' order by written_at, id) from journey_entry",
    "select count(*)::text from journey_party",
    "select count(*)::text from access_assignment",
    "select s::text from guard.my_children() s order by 1",
    "select d.id::text from guard.my_disclosures() d order by 1",
)
ADD = """insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
  for_child, kind, title) values (gen_random_uuid(), one.subject, one.wall, mine, now(), 'yes', '', false, 'talk', 't')"""
ASSIGN = "perform guard.assign(one.subject, mine, '{}', null, 'b')"
CHANGES = (
    "update journey_entry set title = title where id = any (entries) returning id",
    "update journey_entry set subject_id = subject_id where id = any (entries) returning id",
)
CAUGHT = """exception when sqlstate 'UNDO1' then return next 'done';
  when others then return next sqlstate || ' ' || sqlerrm; end;"""


@cache
def compared() -> tuple[str, ...]:
    """Every table of which a page may read some row."""
    return tuple(table for table in chapters() if table not in NOT_DRAWN)


def install() -> None:
    """Put the questions into this test's database."""
    with connections["owner"].cursor() as cursor:
        for head, body in (
            ("walls_see(asked text[], subjects uuid[], keys uuid[]) returns table (place text, id uuid)", _see()),
            ("walls_say(asked text[]) returns setof text", _say()),
            ("walls_write(statements text[], given jsonb[]) returns setof text", WRITE),
            ("walls_try(mine uuid, entries uuid[], subjects uuid[], at int[]) returns setof text", _try()),
        ):
            cursor.execute(
                f"create function public.{head} language plpgsql set plan_cache_mode = force_generic_plan as $$\n{body}\n$$"
            )
            name = head.partition("(")[0]
            cursor.execute(f"grant execute on function public.{name} to samling_app")
        cursor.execute(BLINDLY)
        for table in {*writable("UPDATE"), *removable()}:
            cursor.execute(f"create trigger aaa before update or delete on {table} for each row execute function walls_touched('{key_of(table)}')")


# Each by itself, and undone: what it shows, or whether it is refused. What stumbles over a constraint got past the policies.
WRITE = """declare n int; found text; begin
  for n in 1 .. cardinality(statements) loop
    begin
      execute statements[n] into found using given[n];
      raise exception using errcode = 'UNDO1', message = found;
    exception when sqlstate 'UNDO1' then return next sqlerrm;
      when integrity_constraint_violation then return next 'done';
      when insufficient_privilege then return next 'refused';
    end;
  end loop;
end"""


# A change that does not say which rows: none of them is looked for, and so no policy of reading stands in its way. Which it
# reached of the rows of a world.
BLINDLY = """
create function public.walls_touched() returns trigger language plpgsql as $$ begin
  if coalesce(current_setting('walls.touched', true), '') = '' then return coalesce(new, old); end if;
  perform set_config('walls.touched', current_setting('walls.touched') || ' ' || (to_jsonb(old) ->> tg_argv[0]), true);
  return null;
end $$;
create function public.walls_blindly(change text, of_world uuid[]) returns uuid[] language plpgsql as $$ declare reached text; begin
  perform set_config('walls.touched', '-', true);
  execute change;
  reached := current_setting('walls.touched');
  perform set_config('walls.touched', '', true);
  return (select coalesce(array_agg(x::uuid order by x), '{}') from regexp_split_to_table(reached, ' ') x where x = any (of_world::text[]));
end $$;
grant execute on function public.walls_touched, public.walls_blindly to samling_app;
"""


def _see() -> str:
    asked = (
        f"if '{table}' = any (asked) then return query select '{table}', t.{key_of(table)} from {table} t "
        f"where {'t.subject_id = any (subjects)' if has_subject(table) else f't.{key_of(table)} = any (keys)'}; end if;"
        for table in compared()
    )
    return "\n".join(("begin", *asked, "end"))


@cache
def has_subject(table: str) -> bool:
    """Whether each of its rows is about a subject."""
    return "subject_id" in {field.attname for field in chapters()[table]._meta.local_fields if not field.null}


def _say() -> str:
    rows = [
        f"if '{table}' = any (asked) then return query select t::text from {table} t order by t.{key_of(table)}; end if;"
        for table in compared()
    ]
    rows += [
        f"return query select (count(*), min(t.{key_of(table)}::text), max(t.{key_of(table)}::text))::text from {table} t;"
        for table in COUNTED
    ]
    return "\n".join(("begin", *rows, *(f"return query {query};" for query in MORE), "end"))


def _try() -> str:
    changes = "\n".join(
        f"begin for k in {change} loop return next k::text; end loop; raise exception using errcode = 'UNDO1';\n{CAUGHT}"
        for change in CHANGES
    )
    one_by_one = "\n".join(f"begin {deed}; raise exception using errcode = 'UNDO1';\n{CAUGHT}" for deed in (ADD, ASSIGN))
    return f"""declare one record; k uuid; begin
  {changes}
  for one in select s as subject, w as wall from unnest(subjects, at) x (s, w) loop
    {one_by_one}
  end loop;
end"""
