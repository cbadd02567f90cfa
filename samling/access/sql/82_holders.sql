-- No hole in the chain: what a capacity holds has a real holder at every moment. Holders are derived from dated rows;
-- access follows by assignments that are written in the same transaction as the ending.

-- Who can hold anything: a person in a capacity in force that works with children and is not on leave. A shared
-- mailbox has no capacity.
create or replace function guard.can_hold(which uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return exists (select from guard.capacity(which) c where c.holds)
     and not exists (select from public.people_leave l
                      where l.capacity_id = which and l.from_at <= t and (l.until_at is null or t < l.until_at));
end $$;

-- Who takes over: the deputy, in the order they were named; else who leads the unit; else who leads in the same
-- authority and activity. Never the same person, never one who cannot hold or has no open account. Nobody: no row.
create or replace function guard.heirs_of(which uuid) returns table (holder uuid, reason text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  with gone as (
    select k.person_id, k.unit_id, u.branch_id from public.people_capacity k
      join public.people_unit u on u.id = k.unit_id where k.id = which),
  near as (
    select d.stands_in_id as id, 'deputy' as reason, 0 as rank, d.from_at as since
      from public.people_deputy d where d.capacity_id = which and (d.until_at is null or t < d.until_at)
    union all
    select c.id, case when c.unit_id = g.unit_id then 'head' else 'nearest' end, case when r.may_approve then 0 else 1 end, c.from_at
      from gone g join public.people_unit u on u.branch_id = g.branch_id
      join public.people_branch b on b.id = u.branch_id
      join public.people_capacity c on c.unit_id = u.id
      join public.people_roleright r on r.role = c.role and r.domain = b.domain and r.may_assign
           and r.from_at <= t and (r.until_at is null or t < r.until_at))
  select n.id, n.reason from near n join public.people_capacity c on c.id = n.id join gone g on g.person_id <> c.person_id
   where guard.can_hold(n.id) and exists (select from public.people_account a where a.person_id = c.person_id and a.is_active)
   order by array_position(array['deputy', 'head', 'nearest'], n.reason), n.rank, n.since, n.id;
end $$;

-- Who would take over, asked by a colleague of the same organisation.
create or replace function guard.heir_of(which uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.capacity(guard.my_capacity()) me
                   join public.people_capacity k on k.id = which
                   join public.people_unit u on u.id = k.unit_id join public.people_branch b on b.id = u.branch_id
                  where b.organisation_id = me.organisation) then
    return null;
  end if;
  return (select h.holder from guard.heirs_of(which) h limit 1);
end $$;

-- The holder of what a capacity held, now: itself while it can; else along the successions; else its heir. `without`
-- are those who are thought away while one tries out who would be left.
drop function if exists guard.holder_of(uuid);
create or replace function guard.holder_of(which uuid, without uuid[] default '{}') returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); one uuid := which; following uuid;
begin
  for steps in 1..12 loop            -- longer than any chain; two who passed on to each other would go round for ever
    if guard.can_hold(one) and one <> all (without) then return one; end if;
    select s.holder_id into following from public.people_succession s
     where s.capacity_id = one and (s.until_at is null or t < s.until_at) order by s.from_at desc limit 1;
    one := coalesce(following, (select h.holder from guard.heirs_of(one) h where h.holder <> all (without) limit 1));
  end loop;
  return (select h.holder from guard.heirs_of(which) h where h.holder <> all (without) limit 1);
end $$;

create or replace function guard.holders(asked uuid[]) returns table (capacity uuid, holder uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if guard.my_unit() is null then return; end if;
  return query select k, guard.holder_of(k) from unnest(asked) k;
end $$;

-- The capacities whose duties are mine now: my own, and those that I have taken over and that cannot hold themselves.
create or replace function guard.my_duties() returns setof uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 3 as $$
declare t timestamptz := guard.now(); mine uuid := guard.my_capacity();
begin
  return query
  with recursive passed as (
    select mine as id
    union
    select s.capacity_id from passed p join public.people_succession s on s.holder_id = p.id
     where s.until_at is null or t < s.until_at)
  select p.id from passed p where p.id = mine or guard.holder_of(p.id) = mine;
end $$;

-- Hand over what a capacity that cannot hold now has: one row that says who took over and why, an assignment for each
-- child it worked with, and a notice. Once for an ending, once for a leave; whoever took over is followed in her turn.
-- Locks go in one order everywhere: capacities, then children, each by their ids.
create or replace function guard.take_over(which uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); k record; heir record; back timestamptz; over boolean; own boolean;
  made uuid := gen_random_uuid(); by_whom uuid := coalesce(guard.my_capacity(), which);
begin
  if guard.walls_for(which) is null then return null; end if;
  select c.until_at, c.ended_by_id into k from public.people_capacity c where c.id = which for no key update;
  over := coalesce(k.until_at <= t, false);
  select max(coalesce(l.until_at, 'infinity')) into back from public.people_leave l
   where l.capacity_id = which and l.from_at <= t and (l.until_at is null or t < l.until_at);
  if over then back := 'infinity'; end if;
  if back is null then return null; end if;            -- neither ended nor away
  -- What a leave passed on is no answer to an ending. And another may have written the answer at a later moment than
  -- this one's, while it waited for the lock.
  if exists (select from public.people_succession s where s.capacity_id = which
                and (s.from_at >= k.until_at or not over and (s.until_at is null or t < s.until_at))) then
    return null;
  end if;
  select * into heir from guard.heirs_of(which) limit 1;
  if heir.holder is null then return null; end if;
  own := guard.own_doing(which, heir.holder, case when over and heir.reason = 'nearest' then k.ended_by_id end, over);
  insert into public.people_succession (id, capacity_id, holder_id, reason, from_at, until_at)
  values (made, which, heir.holder, heir.reason, t, nullif(back, 'infinity'));
  perform guard.pass_on(which, heir.holder, back, by_whom, own);
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  values (gen_random_uuid(), heir.holder, 'taken_over', made, by_whom, t);
  return made;
end $$;

-- Nobody gives herself access: a leave that the heir herself noted for another, and an ending by one who leads another
-- unit and is the nearest, pass on no more than she reads already. (Who leads the unit is meant to take over in it.)
create or replace function guard.own_doing(which uuid, heir uuid, ender uuid, over boolean) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return exists (select from public.people_capacity h join public.people_capacity c on c.person_id = h.person_id
                  where h.id = heir and (c.id = ender or not over and c.id in (
                    select l.noted_by_id from public.people_leave l
                     where l.capacity_id = which and l.from_at <= t and (l.until_at is null or t < l.until_at))));
end $$;

-- What of a capacity's assignments another could have, child by child: the walls that both may have, and where it is
-- the heir's own doing, what she reads already. No walls: nobody reads about the child in her place.
create or replace function guard.would_pass(which uuid, heir uuid, own boolean)
  returns table (subject_id uuid, walls int[], ends timestamptz, origin uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); may int[] := guard.walls_for(heir);
begin
  return query
  with held as materialized (
    select r.subject_id, array_agg(r.wall) as walls from guard.access_of(heir) r where own and r.reads group by 1)
  select s.subject_id, array(select w from unnest(s.walls) w where w = any (may) and (not own or w = any (h.walls)) order by w),
         coalesce(s.until_at, 'infinity'), coalesce(s.taken_over_from_id, which)
    from public.access_assignment s left join held h on h.subject_id = s.subject_id
   where s.capacity_id = which and s.reach = 'full' and s.from_at <= t and (s.until_at is null or t < s.until_at);
end $$;

-- The assignments of one capacity, for another: what both may have, no longer than the first was given for, and where
-- it is the heir's own doing, what she reads already. A protected child whose only reader goes is not left without one.
drop function if exists guard.pass_on(uuid, uuid, timestamptz, timestamptz, uuid);
create or replace function guard.pass_on(which uuid, heir uuid, back timestamptz, by_whom uuid, own boolean)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  perform guard.lock_child(x.id) from (
    select distinct s.subject_id as id from public.access_assignment s where s.capacity_id = which order by 1) x;
  with passed as (
    insert into public.access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at, until_at,
                                          taken_over_from_id)
    select gen_random_uuid(), c.subject_id, heir, c.walls, 'full', by_whom, 'takes over what another held', t,
           nullif(least(c.ends, back), 'infinity'), c.origin
      from guard.would_pass(which, heir, own) c where c.walls <> '{}'
    returning subject_id, until_at)
  insert into public.access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at, until_at)
  select gen_random_uuid(), p.subject_id, heir, by_whom, t, nullif(max(coalesce(p.until_at, 'infinity')), 'infinity') from passed p
   where p.subject_id in (select s.subject_id from guard.protected_subjects() s)
     and exists (select from public.access_protectedreader r where r.subject_id = p.subject_id and r.capacity_id = which
                    and r.from_at <= t and (r.until_at is null or t < r.until_at))
     and not exists (select from public.access_protectedreader r where r.subject_id = p.subject_id
                    and r.from_at <= t and (r.until_at is null or t < r.until_at) and guard.can_hold(r.capacity_id))
   group by p.subject_id;
end $$;

-- Housekeeping: every capacity that has ended or gone on leave since, whether or not anyone was there to end it.
create or replace function guard.take_over_due() returns table (capacity uuid, succession uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); due uuid[]; k uuid; made uuid;
begin
  due := array(
    select c.id from public.people_capacity c
     where c.until_at <= t and c.unit_id is not null
       and not exists (select from public.people_succession s where s.capacity_id = c.id and s.from_at >= c.until_at)
       and (exists (select from public.access_assignment a where a.capacity_id = c.id and a.reach = 'full'
                       and (a.until_at is null or a.until_at > c.until_at))
            or exists (select from public.journey_notice n where n.to_id = c.id and n.done_at is null))
    union
    select l.capacity_id from public.people_leave l
     where l.from_at <= t and (l.until_at is null or t < l.until_at)
       and not exists (select from public.people_succession s where s.capacity_id = l.capacity_id
                          and (s.until_at is null or t < s.until_at)));
  perform from public.people_capacity c where c.id = any (due) order by c.id for no key update;
  perform guard.lock_child(x.id) from (
    select distinct a.subject_id as id from public.access_assignment a where a.capacity_id = any (due) order by 1) x;
  foreach k in array due loop
    made := guard.take_over(k);
    if made is not null then capacity := k; succession := made; return next; end if;
  end loop;
end $$;

-- Ended capacities of my organisation that held children and that nobody can take over: named to those who can mend it.
create or replace function guard.without_holder() returns table (capacity uuid, children int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not (me.assigns or me.role = 'sysadmin') then return; end if;
  return query
  select c.id, count(distinct a.subject_id)::int from public.people_capacity c
    join public.people_unit u on u.id = c.unit_id join public.people_branch b on b.id = u.branch_id
    join public.access_assignment a on a.capacity_id = c.id and a.reach = 'full'
     and (a.until_at is null or a.until_at > t) and a.subject_id not in (select guard.shielded())
   where c.until_at <= t and b.organisation_id = me.organisation
     and not exists (select from public.people_succession s where s.capacity_id = c.id and s.until_at is null)
     and guard.holder_of(c.id) is null
   group by c.id;
end $$;
