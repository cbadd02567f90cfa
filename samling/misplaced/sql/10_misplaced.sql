-- Close a record about the wrong child: by anyone who reads it where it was written, for waiting lets others read on.
-- The one who closes may not be the writer, and then cannot see what she has closed; so the guard does it. Which kinds
-- there are, and what goes along with them, the models say (guard.misplaced_kinds).
drop function if exists guard.close_misplaced(text, uuid);
create or replace function guard.close_misplaced(kind text, record uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.my_capacity(); r record; closed uuid[];
begin
  if not exists (select from guard.misplaced_kinds() k where k.name = kind and k.field is null) then
    perform guard.refuse('There is no such record to close.');
  end if;
  execute format('select x.subject_id, x.wall, x.written_by_id, x.only_for_id from public.%I x'
                 ' where x.id = $1 and x.withdrawn_at is null for update', kind) into r using record;
  if r.subject_id is null or r.subject_id in (select guard.shielded())
     or r.only_for_id is not null and r.only_for_id <> me and r.written_by_id <> me
     or not exists (select from guard.my_access() a where a.subject_id = r.subject_id and a.wall = r.wall and a.reads)
        and not (r.written_by_id = me and r.subject_id in (select guard.my_children())) then
    perform guard.refuse('There is no such record to close.');
  end if;
  closed := guard.close_with(kind, array[record], me);
  update public.letters_queued set next_at = null where message_id = any (closed);
  update public.journey_notice set done_at = guard.now() where record_id = any (closed) and done_at is null;
  return cardinality(closed);
end $$;

-- These records of one kind and what goes along with them, and so on; the keys of all that was closed.
create or replace function guard.close_with(kind text, keys uuid[], by_whom uuid) returns uuid[]
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare closed uuid[] := keys; part record; inner_keys uuid[];
begin
  execute format('update public.%I set withdrawn_at = $1, withdrawn_by_id = $2 where id = any ($3)', kind)
    using guard.now(), by_whom, keys;
  for part in select k.name, k.field from guard.misplaced_kinds() k where k.field is not null and coalesce(k.within, kind) = kind loop
    execute format('select array_agg(x.id) from public.%I x where x.%I = any ($1) and x.withdrawn_at is null', part.name, part.field)
      into inner_keys using keys;
    if inner_keys is not null then closed := closed || guard.close_with(part.name, inner_keys, by_whom); end if;
  end loop;
  return closed;
end $$;

grant execute on function guard.close_misplaced(text, uuid) to samling_app;
