-- An organisation's own ladder of absence: steps from a day on, by decision. The newest row of a number that has come
-- counts; a row that ends a step says so. Rules of attendance: samling/attendance/rules_ladder.py.

-- Whether a step can be read by the rules: a number, and either an end or a title with lines that can be crossed.
create or replace function guard.is_step(one jsonb) returns boolean
  language plpgsql immutable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((one->>'number') ~ '^[1-9]$' and (
    (one->>'is_ended')::boolean or
    btrim(one->>'title_sv') <> '' and (one->>'days') ~ '^[0-9]{1,3}$' and (one->>'role') ~ '^[a-z_]{0,30}$'
    and jsonb_array_length(one->'triggers') > 0
    and not exists (
      select from jsonb_array_elements(one->'triggers') x (line)
       where (case line->>0 when 'invalid_weeks' then (line->>1)::int between 1 and (line->>2)::int and (line->>2)::int <= 12
                            when 'share' then (line->>1)::int between 1 and 12 and (line->>3)::int between 1 and 99
              end) is not true)), false);
end $$;

-- Settle steps, all of them or none. They hold from the day on, and what was stays on record.
create or replace function guard.put_ladder_steps(steps jsonb, starts timestamptz, because text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles('ladder');
begin
  perform guard.insist_ahead(starts);
  if btrim(because) = '' then perform guard.refuse('Say which decision it rests on.'); end if;
  if jsonb_array_length(steps) <> (
      select count(distinct one->>'number') from jsonb_array_elements(steps) x (one) where guard.is_step(one)) then
    perform guard.refuse('A step has a number, a name and a line that can be crossed.');
  end if;
  insert into public.attendance_ladderstep (id, organisation_id, number, is_ended, title_sv, title_en, does_sv, does_en,
    triggers, role, days, is_inquiry, from_at, decision, written_by_id, written_at)
  select gen_random_uuid(), org, (one->>'number')::int, coalesce((one->>'is_ended')::boolean, false),
         left(coalesce(one->>'title_sv', ''), 120), left(coalesce(one->>'title_en', ''), 120),
         left(coalesce(one->>'does_sv', ''), 300), left(coalesce(one->>'does_en', ''), 300),
         coalesce(one->'triggers', '[]'), coalesce(one->>'role', ''), coalesce((one->>'days')::int, 0),
         coalesce((one->>'is_inquiry')::boolean, false), greatest(starts, t), left(btrim(because), 200), guard.my_capacity(), t
    from jsonb_array_elements(steps) x (one);
end $$;

-- Take back what has not begun; what was decided together goes together.
create or replace function guard.withdraw_ladder_steps(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles('ladder');
begin
  update public.attendance_ladderstep s set withdrawn_at = t, withdrawn_by_id = guard.my_capacity()
    from public.attendance_ladderstep o
   where o.id = which and o.organisation_id = org and s.organisation_id = org and s.written_at is not distinct from o.written_at
     and s.from_at = o.from_at and s.from_at > t and s.withdrawn_at is null;
  if not found then perform guard.refuse('There is nothing ahead to take back.'); end if;
end $$;

-- The highest step that each child of an organisation stands on, ladder by ladder: [[[number, [line, …]], …], …]. The
-- same sums as rules_ladder.reached, on the weeks of half a year. Children with protected identity are not among them.
create or replace function guard.steps_reached(org uuid, ladders jsonb) returns table (ladder int, child uuid, number int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5000 as $$
declare today date := (guard.now() at time zone 'Europe/Stockholm')::date;
begin
  return query
  with shielded as materialized (select p.subject_id from guard.protected_subjects() p),
  known as (
    select w.subject_id as child, w.week_on, w.invalid > 0 as has_invalid, w.valid + w.invalid as away, w.scheduled as whole
      from public.attendance_attendanceweek w join public.people_branch b on b.number = w.wall / 64
     where b.organisation_id = org and w.replaced_at is null and w.withdrawn_at is null and w.scheduled > 0
       and w.week_on >= today - 182 and w.subject_id not in (select s.subject_id from shielded s)),
  counted as (                      -- each week with the sums of the latest four within eight calendar weeks
    select k.child, k.has_invalid, row_number() over c as back,
           k.away + coalesce(case when k.week_on - lead(k.week_on) over c < 56 then lead(k.away) over c end, 0)
             + coalesce(case when k.week_on - lead(k.week_on, 2) over c < 56 then lead(k.away, 2) over c end, 0)
             + coalesce(case when k.week_on - lead(k.week_on, 3) over c < 56 then lead(k.away, 3) over c end, 0) as away,
           k.whole + coalesce(case when k.week_on - lead(k.week_on) over c < 56 then lead(k.whole) over c end, 0)
             + coalesce(case when k.week_on - lead(k.week_on, 2) over c < 56 then lead(k.whole, 2) over c end, 0)
             + coalesce(case when k.week_on - lead(k.week_on, 3) over c < 56 then lead(k.whole, 3) over c end, 0) as whole
      from known k window c as (partition by k.child order by k.week_on desc)),
  lines as materialized (
    select distinct line->>0 as measure, (line->>1)::int as weeks, (line->>2)::int as among, (line->>3)::int as over
      from jsonb_array_elements(ladders) x (one) cross join jsonb_array_elements(one) y (step)
     cross join jsonb_array_elements(step->1) z (line)),
  crossed as materialized (
    select c.child, l.measure, l.weeks, l.among, l.over from counted c cross join lines l
     where c.back <= 12
     group by 1, 2, 3, 4, 5
    having case l.measure when 'share' then count(*) filter (where c.back <= l.weeks and 100 * c.away > l.over * c.whole) = l.weeks
                else count(*) filter (where c.back <= l.among and c.has_invalid) >= l.weeks end)
  select x.place::int, c.child, max((step->>0)::int)
    from jsonb_array_elements(ladders) with ordinality as x (one, place) cross join jsonb_array_elements(one) y (step)
   cross join jsonb_array_elements(step->1) z (line)
    join crossed c on c.measure = line->>0 and c.weeks = (line->>1)::int and c.among = (line->>2)::int and c.over = (line->>3)::int
   group by 1, 2;
end $$;

-- How many children stand on each step of each ladder, for those who may change it: numbers and never a child.
create or replace function guard.ladder_reach(ladders jsonb) returns table (ladder int, number int, children int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
declare org uuid := guard.insist_settles('ladder');
begin
  return query
  select r.ladder, r.number, case when count(*) between 1 and 4 then -1 else count(*)::int end
    from guard.steps_reached(org, ladders) r group by 1, 2;
end $$;

grant execute on function guard.put_ladder_steps(jsonb, timestamptz, text), guard.withdraw_ladder_steps(uuid),
  guard.ladder_reach(jsonb) to samling_app;
