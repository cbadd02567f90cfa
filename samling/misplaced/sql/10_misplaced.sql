-- Close a record about the wrong child: by anyone who reads it where it was written, for waiting lets others read on.
-- The one who closes may not be the writer, and then cannot see what she has closed; so the guard does it.
create or replace function guard.close_misplaced(kind text, record uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.my_capacity(); r record;
begin
  if kind = 'note' then
    select e.subject_id, e.wall, e.written_by_id, e.only_for_id into r
      from public.journey_entry e where e.id = record and e.withdrawn_at is null for update;
  elsif kind = 'concern' then
    select s.subject_id, s.wall, s.written_by_id, s.only_for_id into r
      from public.concern_signal s where s.id = record and s.withdrawn_at is null for update;
  else
    perform guard.refuse('There is no such record to close.');
  end if;
  if r.subject_id is null or r.subject_id in (select guard.shielded())
     or r.only_for_id is not null and r.only_for_id <> me and r.written_by_id <> me
     or not exists (select from guard.my_access() a where a.subject_id = r.subject_id and a.wall = r.wall and a.reads)
        and not (r.written_by_id = me and r.subject_id in (select guard.my_children())) then
    perform guard.refuse('There is no such record to close.');
  end if;
  if kind = 'note' then
    update public.journey_entry set withdrawn_at = guard.now(), withdrawn_by_id = me where id = record;
  else
    update public.concern_signal set withdrawn_at = guard.now(), withdrawn_by_id = me where id = record;
  end if;
end $$;

grant execute on function guard.close_misplaced(text, uuid) to samling_app;
