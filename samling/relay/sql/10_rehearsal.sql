-- What whoever leads sees of those who work there: how much each has, and who would hold it if some were gone. The
-- answers come from the functions that pass things on for real (82_holders, journey's coordination); nothing is changed.

-- The units whose staff one leads: one's own, and those of the same authority and activity that nobody leads.
create or replace function guard.led_units() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  return query
  with heads as materialized (
    select l.unit from public.people_capacity o cross join lateral guard.capacity(o.id) l
     where o.role in (select r.role from public.people_roleright r where r.may_assign) and l.assigns)
  select u.id from public.people_unit u
   where me.assigns and u.branch_id = me.branch and (u.id = me.unit or u.id not in (select h.unit from heads h));
end $$;

create or replace function guard.insist_leads(who uuid[]) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from unnest(who) w where not exists (
       select from public.people_capacity c where c.id = w and c.unit_id in (select guard.led_units()))) then
    perform guard.refuse('Whoever leads the unit sees this.');
  end if;
end $$;

-- Those at work whom one leads, with how many children each works with. Protected children are in no number.
create or replace function guard.workload() returns table (capacity uuid, children int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); hidden uuid[] := array(select guard.shielded());
begin
  return query
  select c.id, count(distinct a.subject_id)::int from public.people_capacity c
    left join public.access_assignment a on a.capacity_id = c.id and a.reach = 'full'
     and a.from_at <= t and (a.until_at is null or t < a.until_at) and a.subject_id <> all (hidden)
   where c.unit_id in (select guard.led_units()) and exists (select from guard.capacity(c.id) k where k.holds)
   group by c.id;
end $$;

-- Who would hold what these hold, were they all gone at once; `own` as when whoever asks had ended them.
create or replace function guard.rehearse(who uuid[]) returns table (capacity uuid, heir uuid, own boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_leads(who);
  return query
  select k.id, k.heir, coalesce(guard.own_doing(k.id, k.heir, case
           when (select h.reason from guard.heirs_of(k.id) h where h.holder = k.heir limit 1) = 'nearest' then guard.my_capacity() end,
           true), false)
    from (select w as id, guard.holder_of(w, who) as heir from unnest(who) w) k;
end $$;

-- What capacities these hold for now: their own, and those of others who are gone.
create or replace function guard.held_by(who uuid[]) returns table (capacity uuid, holder uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select k.id, k.now_by from (
    select x.id, guard.holder_of(x.id) as now_by
      from (select w as id from unnest(who) w union select s.capacity_id from public.people_succession s) x) k
   where k.now_by = any (who);
end $$;

create or replace function guard.rehearse_duties(who uuid[]) returns table (capacity uuid, holder uuid, heir uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_leads(who);
  return query select h.capacity, h.holder, guard.holder_of(h.capacity, who) from guard.held_by(who) h;
end $$;

-- Every child they work with, and whether the heir would read about her. One whom the asker does not see has no name here,
-- and a protected child is not here at all.
create or replace function guard.rehearse_children(who uuid[]) returns table (capacity uuid, subject uuid, heir uuid, passes boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid[] := array(select guard.my_children()); hidden uuid[] := array(select guard.shielded());
begin
  return query
  select k.capacity, case when w.subject_id = any (mine) then w.subject_id end, k.heir, w.walls <> '{}'
    from guard.rehearse(who) k cross join lateral guard.would_pass(k.capacity, k.heir, k.own) w
   where w.subject_id <> all (hidden);
end $$;

-- The journeys whose coordination would change, among those the asker takes part in.
create or replace function guard.rehearse_journeys(who uuid[])
  returns table (journey uuid, coordinator uuid, deputy uuid, next_coordinator uuid, next_deputy uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid[];
begin
  perform guard.insist_leads(who);
  mine := array(select j from guard.my_children() j where j not in (select guard.shielded()));
  return query
  select b.journey, b.coordinator, b.deputy, a.coordinator, a.deputy
    from guard.coordination_of(mine, '{}') b join guard.coordination_of(mine, who) a on a.journey = b.journey
   where b.coordinator = any (who) or b.deputy = any (who);
end $$;

grant execute on function guard.led_units(), guard.workload(), guard.rehearse_duties(uuid[]), guard.rehearse_children(uuid[]),
  guard.rehearse_journeys(uuid[]) to samling_app;
