-- The one statement of who may read and write what inside the compartments. Nothing else decides this.
-- Derived live from dated rows, once per statement; nothing is cached or copied. (The plan is kept, not the answer:
-- without force_generic_plan each call was planned anew, which cost more than running it.)

-- `about` asks about one subject alone; without `with_unit`, what comes with leading a unit is left out (it is the
-- same list of categories for every child of the unit: guard.my_unit_walls and guard.my_unit_children).
create or replace function guard.access_of(which uuid, about uuid default null, with_unit boolean default true)
  returns table (subject_id uuid, wall int, reads boolean, writes boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 300 as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); cap record; near uuid[];
begin
  select * into cap from guard.capacity(which);
  if not found or not cap.holds then return; end if;
  if about is not null then            -- only assignments to the subject and to those it meets in a journey can matter
    near := array(select about union select other.child_id
                    from public.journey_party own join public.journey_party other on other.journey_id = own.journey_id
                   where (own.child_id = about or own.journey_id = about) and other.child_id is not null);
  end if;
  return query
  with mine as materialized (          -- my live assignments, and those of my unit if my role may have them
    select a.subject_id, a.walls, a.reach = 'full' as fully, true as told
      from public.access_assignment a
     where a.capacity_id = cap.id and a.from_at <= t and (a.until_at is null or t < a.until_at)
       and (near is null or a.subject_id = any (near))
    union all
    select a.subject_id, array(select cap.number * 64 + c from unnest(cap.whole_unit) c), true, with_unit
      from public.access_assignment a
     where cap.whole_unit <> '{}' and a.unit_id = cap.unit
       and a.from_at <= t and (a.until_at is null or t < a.until_at)
       and (near is null or a.subject_id = any (near))),
  spaces as materialized (             -- the parts of my child rows in a shared space
    select p.journey_id, p.ground_id
      from mine join public.journey_party p on p.child_id = mine.subject_id
     where mine.fully and p.how = 'space' and p.accepted_at is not null and p.ended_at is null),
  journeys as materialized (           -- journeys whose shared space my child rows are accepted parties of
    select distinct s.journey_id from spaces s
     where s.ground_id is null or s.ground_id in (select g from guard.grounds_of_parties(array(select m.subject_id from mine m)) g)),
  team as materialized (               -- my other staff capacities in a joint team decided for me (double employment)
    select c.id, c.number
      from public.access_jointmember me
      join public.access_jointteam j on j.id = me.team_id
      join public.access_jointmember other on other.team_id = me.team_id and other.capacity_id <> me.capacity_id
      cross join lateral guard.capacity(other.capacity_id) c
     where me.capacity_id = cap.id and c.person = cap.person and c.holds
       and me.from_at <= t and (me.until_at is null or t < me.until_at)
       and other.from_at <= t and (other.until_at is null or t < other.until_at)
       and j.from_at <= t and (j.until_at is null or t < j.until_at)),
  given as (
    select m.subject_id, w.wall, true as reads, m.fully and w.wall / 64 = cap.number as writes
      from mine m cross join lateral unnest(m.walls) as w (wall)
     where m.told
    union all                          -- who may only write: a concern, in the own compartment
    select m.subject_id, cap.number * 64 + 3, false, true from mine m where not m.fully
    union all                          -- the note of a report made: written and never read by others, beside the own compartment
    select m.subject_id, b.number * 64 + 18, false, true
      from mine m join public.people_branch b on b.hangs_on_id = cap.branch and b.domain = 'report'
     where m.told
    union all                          -- the shared space
    select j.journey_id, g.wall, true, true from journeys j cross join (values (40), (41), (42), (43)) as g (wall)
    union all                          -- inside a shared journey, to read: what I am assigned in my other capacity
    select a.subject_id, w.wall, true, false
      from team
      join public.access_assignment a on a.capacity_id = team.id and a.reach = 'full'
       and a.from_at <= t and (a.until_at is null or t < a.until_at)
      join public.journey_party p on p.child_id = a.subject_id and p.how = 'space'
       and p.accepted_at is not null and p.ended_at is null
      join journeys j on j.journey_id = p.journey_id
      cross join lateral unnest(a.walls) as w (wall)),
  protected as materialized (select s.subject_id from guard.protected_subjects() s)
  select g.subject_id, g.wall, bool_or(g.reads), bool_or(g.writes)
    from given g
   where (about is null or g.subject_id = about)
     and (g.subject_id not in (select p.subject_id from protected p)
          or exists (select from public.access_protectedreader r
                      where r.subject_id = g.subject_id and r.capacity_id = cap.id
                        and r.from_at <= t and (r.until_at is null or t < r.until_at)))
   group by 1, 2;
end $$;

-- The children of the unit one leads, and the walls one may read about each of them.
create or replace function guard.unit_children_of(which uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 60 as $$
declare t timestamptz := guard.now(); cap record;
begin
  select * into cap from guard.capacity(which);
  if not found or not cap.holds or cap.whole_unit = '{}' then return; end if;
  return query
  select a.subject_id from public.access_assignment a
   where a.unit_id = cap.unit and a.from_at <= t and (a.until_at is null or t < a.until_at)
     and (a.subject_id not in (select p.subject_id from guard.protected_subjects() p)
          or exists (select from public.access_protectedreader r
                      where r.subject_id = a.subject_id and r.capacity_id = cap.id
                        and r.from_at <= t and (r.until_at is null or t < r.until_at)));
end $$;

create or replace function guard.my_unit_children() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 60 as $$
declare v text := guard.kept('unit_children'); found uuid[];
begin
  if v <> 'many' then return query select unnest(v::uuid[]); return; end if;
  found := array(select guard.unit_children_of(guard.my_capacity()));
  if v is null then perform guard.keep('unit_children', guard.in_words(found)); end if;
  return query select unnest(found);
end $$;

create or replace function guard.my_unit_walls() returns int[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v text := guard.kept('unit_walls');
begin
  if v is null then
    v := coalesce((select array(select c.number * 64 + k from unnest(c.whole_unit) k)::text
                     from guard.capacity(guard.my_capacity()) c where c.holds), '{}');
    perform guard.keep('unit_walls', v);
  end if;
  return v::int[];
end $$;

-- What one's own assignments, journeys and joint teams let one read, wall by wall, and the subjects that one both reads and
-- writes about somewhere. Worked out together, and kept together where an answer is kept.
create or replace function guard.my_own(out subjects uuid[], out walls int[], out work uuid[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare alike text;
begin
  select array_agg(a.subject_id) filter (where a.reads), array_agg(a.wall) filter (where a.reads),
         coalesce(array_agg(distinct a.subject_id) filter (where a.reads and a.writes), '{}')
    into subjects, walls, work from guard.access_of(guard.my_capacity(), null, false) a;
  if not guard.may_keep() then return; end if;
  with each as (select s, array_agg(w) as ws from unnest(subjects, walls) x (s, w) group by 1),
  same as (select array_agg(e.s) as who, e.ws from each e group by 2)   -- whose walls are the same stand together
  select string_agg(guard.in_words(a.who) || '|' || a.ws::text, ';') into alike from same a;
  perform guard.keep('pairs', case when alike like '%many%' then 'many' else coalesce(alike, '') end),
    guard.keep('work', guard.in_words(work));
end $$;

create or replace function guard.my_pairs() returns table (subject_id uuid, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 300 as $$
declare v text := guard.kept('pairs');
begin
  if v <> 'many' then
    return query select s, w from unnest(string_to_array(v, ';')) g
      cross join lateral unnest(split_part(g, '|', 1)::uuid[]) s cross join lateral unnest(split_part(g, '|', 2)::int[]) w;
    return;
  end if;
  return query select x.s, x.w from guard.my_own() o cross join lateral unnest(o.subjects, o.walls) x (s, w);
end $$;

-- The subjects I work with: those I both read and write about somewhere. What comes with a unit one leads is always
-- both, and is asked for child by child instead of wall by wall.
create or replace function guard.my_work() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 60 as $$
declare v text := guard.kept('work');
begin
  return query
  select unnest(case when v <> 'many' then v::uuid[] else (select o.work from guard.my_own() o) end)
  union
  select guard.my_unit_children();
end $$;
grant execute on function guard.my_work() to samling_app;

-- The same question about one subject.
create or replace function guard.my_access_to(about uuid)
  returns table (subject_id uuid, wall int, reads boolean, writes boolean)
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, pg_temp rows 20 as $$
begin
  return query select * from guard.access_of(guard.my_capacity(), about);
end $$;

create or replace function guard.my_access()
  returns table (subject_id uuid, wall int, reads boolean, writes boolean)
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, pg_temp rows 300 as $$
begin
  return query select * from guard.access_of(guard.my_capacity());
end $$;

-- The children (and journeys) of the acting capacity: the net that lists and search are cast with.
create or replace function guard.children_of(which uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 60 as $$
declare t timestamptz := guard.now(); cap record;
begin
  select * into cap from guard.capacity(which);
  if not found or not cap.holds then return; end if;
  return query
  with mine as materialized (
    select a.subject_id, a.reach = 'full' as fully from public.access_assignment a
     where a.capacity_id = cap.id and a.from_at <= t and (a.until_at is null or t < a.until_at)
    union all
    select a.subject_id, true from public.access_assignment a
     where cap.whole_unit <> '{}' and a.unit_id = cap.unit
       and a.from_at <= t and (a.until_at is null or t < a.until_at)),
  spaces as materialized (
    select p.journey_id, p.ground_id from mine m join public.journey_party p on p.child_id = m.subject_id
     where m.fully and p.how = 'space' and p.accepted_at is not null and p.ended_at is null)
  select m.subject_id from mine m
  union
  select s.journey_id from spaces s
   where s.ground_id is null or s.ground_id in (select g from guard.grounds_of_parties(array(select n.subject_id from mine n)) g);
end $$;

create or replace function guard.my_children() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 60 as $$
declare v text := guard.kept('children'); found uuid[];
begin
  if v <> 'many' then return query select unnest(v::uuid[]); return; end if;
  found := array(select guard.children_of(guard.my_capacity()));
  if v is null then perform guard.keep('children', guard.in_words(found)); end if;
  return query select unnest(found);
end $$;

-- The family's own side: the children of a guardian with custody, or the young person's own rows.
-- Never combined with a staff capacity; shut by a live decision not to contact the home and by protection.
create or replace function guard.is_family() returns boolean language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select c.role in ('guardian', 'self') from public.people_capacity c
                    where c.id = guard.my_capacity()), false);
end $$;

create or replace function guard.family_of(which uuid) returns table (subject_id uuid, side text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 4 as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); who record;
begin
  select c.person_id, c.role into who from public.people_capacity c
   where c.id = which and c.role in ('guardian', 'self')
     and c.from_at <= t and (c.until_at is null or t < c.until_at);
  if not found then return; end if;
  return query
  select x.subject_id, x.side
    from (select g.subject_id, 'guardian' as side from public.people_guardian g
           where who.role = 'guardian' and g.person_id = who.person_id
             and g.custody in ('joint', 'sole', 'appointed')
             and g.from_at <= t and (g.until_at is null or t < g.until_at) and not guard.has_turned(g.subject_id, 18)
             and not exists (select from public.consent_nocontact n
                              where n.guardian_id = g.id and n.ended_at is null and n.withdrawn_at is null)
          union all
          select k.subject_id, 'self' from public.people_child k
           where who.role = 'self' and k.person_id = who.person_id) x
   where x.subject_id not in (select p.subject_id from guard.protected_subjects() p);
end $$;

create or replace function guard.my_family() returns table (subject_id uuid, side text)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 4 as $$
begin return query select * from guard.family_of(guard.my_capacity()); end $$;
