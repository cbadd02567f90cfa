-- Attendance from a file. Who may is judged here, live, and for each child once: only children of the unit that the
-- importer leads, with the category in the role's list for whole units, and none that is hidden from the importer.
-- A child that is elsewhere, hidden or unknown gives the same answer: none.

-- The importer, or a refusal.
create or replace function guard.insist_reads_in() returns table (id uuid, number int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
declare me record;
begin
  select c.* into me from guard.capacity(guard.my_capacity()) c;
  if me.id is null or not 4 = any (me.whole_unit) then
    perform guard.refuse('Only those who lead the school can read in a file of attendance.');
  end if;
  return query select me.id, me.number;
end $$;

-- The children of the unit that the acting capacity leads, as a file may speak of them.
create or replace function guard.pupils_read_in() returns table (child uuid, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 500 as $$
declare me record;
begin
  select * into me from guard.insist_reads_in();
  return query
  select c.subject_id, me.number * 64 + 4
    from guard.my_unit_children() mine (id) join public.people_child c on c.subject_id = mine.id
   where c.wall / 64 = me.number and c.subject_id not in (select guard.shielded());
end $$;

-- Which of them have these identity numbers, by their place in the list.
create or replace function guard.pupils_by_number(numbers text[]) returns table (place int, child uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 500 as $$
begin
  return query
  select asked.place::int, p.child
    from guard.pupils_read_in() p
    join public.people_identitynumber i on i.owner_id = p.child
    join unnest(numbers) with ordinality as asked (number, place) on asked.number = i.number;
end $$;

-- A checked file as weeks of children, each beside the week that counts now, and what would become of it.
create or replace function guard.weeks_of_file(which uuid)
  returns table (child uuid, wall int, week_on date, scheduled int, valid int, invalid int, late int, cells jsonb,
    old uuid, state text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5000 as $$
#variable_conflict use_column
begin
  return query
  with lines as materialized (
    select (l->>1)::uuid as child, (l->>2)::date as week_on, (l->>3)::int as weekday, l->>4 as lesson,
           (l->>5)::int as scheduled, (l->>6)::int as valid, (l->>7)::int as invalid, (l->>8)::int as late
      from public.attendance_filepart p cross join lateral jsonb_array_elements(p.lines) as x (l)
     where p.file_id = which),
  cells as materialized (
    select l.child, l.week_on, l.weekday, l.lesson, sum(l.scheduled) as scheduled, sum(l.valid) as valid,
           sum(l.invalid) as invalid, sum(l.late) as late
      from lines l group by 1, 2, 3, 4),
  weeks as (
    select c.child, c.week_on, sum(c.scheduled)::int as scheduled, sum(c.valid)::int as valid,
           sum(c.invalid)::int as invalid, sum(c.late)::int as late,
           jsonb_agg(jsonb_build_array(c.weekday, c.lesson, c.scheduled, c.valid, c.invalid, coalesce(c.late, 0))
                     order by c.weekday, c.lesson) filter (where c.weekday is not null) as cells
      from cells c group by 1, 2),
  ends as (                           -- a file of days may begin or end inside a week
    select date_trunc('week', min(l.week_on + l.weekday - 1))::date as first,
           date_trunc('week', max(l.week_on + l.weekday - 1))::date as last
      from lines l)
  select w.child, p.wall, w.week_on, w.scheduled, w.valid, w.invalid, w.late, w.cells, o.id,
         case when o.id is null then 'new'
              when o.scheduled > w.scheduled and w.week_on in (select e.first from ends e union select e.last from ends e)
                then 'kept'
              when o.scheduled = w.scheduled and o.valid = w.valid and o.invalid = w.invalid
                   and (w.late is null or o.late is not distinct from w.late)
                   and (w.cells is null or w.cells = (select b.cells from public.attendance_attendancepattern b
                                                       where b.head_id = o.id)) then 'same'
              else 'changed' end
    from weeks w
    join guard.pupils_read_in() p on p.child = w.child
    left join public.attendance_attendanceweek o on o.subject_id = w.child and o.wall = p.wall
         and o.week_on = w.week_on and o.replaced_at is null and o.withdrawn_at is null;
end $$;

-- One's own file that is checked, without a fault, and still to be applied.
create or replace function guard.insist_ready_file(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid;
begin
  select i.id into me from guard.insist_reads_in() i;
  perform from public.attendance_attendancefile f
    where f.id = which and f.written_by_id = me and f.applied_at is null and f.cancelled_at is null
      and f.forgotten_at is null;
  if not found then perform guard.refuse('This file is no longer waiting to be read in.'); end if;
  if exists (select from public.attendance_filepart p
              where p.file_id = which and (p.checked_at is null or p.problems <> '[]')) then
    perform guard.refuse('Something in the file has to be mended first. Nothing has been changed.');
  end if;
end $$;

-- What the file would change, counted.
create or replace function guard.attendance_changes(which uuid) returns table (state text, weeks int, children int)
  language plpgsql security definer set search_path = pg_catalog, pg_temp rows 4 as $$
begin
  perform guard.insist_ready_file(which);
  return query select w.state, count(*)::int, count(distinct w.child)::int from guard.weeks_of_file(which) w group by 1;
end $$;

-- All of the file or nothing, in one statement. Then it is done with, and its rows are emptied.
create or replace function guard.apply_attendance(which uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); counts jsonb;
begin
  perform from public.attendance_attendancefile f where f.id = which for update;
  perform guard.insist_ready_file(which);
  with w as materialized (select f.*, gen_random_uuid() as id from guard.weeks_of_file(which) f),
  gone as (
    update public.attendance_attendanceweek o set replaced_at = t, replaced_by_id = me
      from w where o.id = w.old and w.state = 'changed' returning o.id),
  made as (
    insert into public.attendance_attendanceweek (id, subject_id, wall, week_on, scheduled, valid, invalid, late, source,
      replaces_id, written_by_id, written_at, for_guardians, for_guardians_because, for_child)
    select w.id, w.child, w.wall, w.week_on, w.scheduled, w.valid, w.invalid, w.late, 'file', g.id, me, t, 'yes', '', false
      from w left join gone g on g.id = w.old where w.state = 'new' or g.id is not null
    returning id),
  drawn as (
    insert into public.attendance_attendancepattern (head_id, subject_id, wall, cells)
    select w.id, w.child, w.wall, w.cells from made join w on w.id = made.id where w.cells is not null)
  select jsonb_build_object('new', count(*) filter (where w.state = 'new'),
           'changed', count(*) filter (where w.state = 'changed'), 'same', count(*) filter (where w.state = 'same'),
           'kept', count(*) filter (where w.state = 'kept'), 'children', count(distinct w.child),
           'unknown', (select sum(p.unknown) from public.attendance_filepart p where p.file_id = which))
    into counts from w;
  update public.attendance_attendancefile set applied_at = t, applied_by_id = me, forgotten_at = t, receipt = counts
   where id = which;
  update public.attendance_filepart set lines = '[]' where file_id = which;
  return counts;
end $$;

-- What was staged and not applied within seven days is forgotten; by the worker, which learns how many files.
create or replace function guard.forget_attendance_files() returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); found int;
begin
  with old as (
    update public.attendance_attendancefile f set forgotten_at = t
     where f.forgotten_at is null and (f.written_at < t - interval '7 days' or f.cancelled_at is not null)
    returning f.id),
  emptied as (update public.attendance_filepart p set lines = '[]', problems = '[]' from old where p.file_id = old.id)
  select count(*)::int into found from old;
  return found;
end $$;

grant execute on function guard.pupils_by_number(text[]), guard.attendance_changes(uuid), guard.apply_attendance(uuid)
  to samling_app;
grant execute on function guard.forget_attendance_files() to samling_worker;
