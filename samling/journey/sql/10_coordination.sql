-- Who coordinates a journey, and her deputy: one open row for each journey, never without a coordinator (decision 67).
-- The row names whom it was given to; who holds it now is derived, as for everything that is held (decision 6).

-- A row ends only when another begins in the same transaction.
create or replace function guard.insist_coordinated() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.journey_coordination c where c.journey_id = new.journey_id and c.until_at is null) then
    perform guard.refuse('A journey always has a coordinator.');
  end if;
  return null;
end $$;

-- The sides that are in a journey's space now, each with who came in for it and when. A part lasts as long as its ground.
create or replace function guard.sides_in(which uuid) returns table (branch uuid, came uuid, came_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select u.branch_id, p.accepted_by_id, p.accepted_at
    from public.journey_party p join public.people_unit u on u.id = p.unit_id
   where p.journey_id = which and p.how = 'space' and p.ended_at is null
     and (p.ground_id is null or p.ground_id in (select s from guard.grounds_of_parties(array[p.child_id]) s));
end $$;

create or replace function guard.is_in(who uuid, journey uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from public.people_capacity c join public.people_unit u on u.id = c.unit_id
                  where c.id = who and u.branch_id in (select s.branch from guard.sides_in(journey) s));
end $$;

-- Which sides are in the space of each of these journeys now, told to those who are in it.
create or replace function guard.taking_part(asked uuid[]) returns table (journey uuid, branch uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select j, s.branch from unnest(asked) j cross join lateral guard.sides_in(j) s
   where j in (select guard.my_children()) and j not in (select guard.shielded());
end $$;

-- Who coordinates these journeys, with some thought away: the one named while she can hold it, else the deputy, else who
-- takes over from her. The deputy is never the same person; where the named one cannot, it is who would take over. One
-- whose side has left holds it no longer: then it is the deputy's, else of who came in first for those who are still there.
create or replace function guard.coordination_of(asked uuid[], without uuid[])
  returns table (journey uuid, coordinator uuid, deputy uuid, since timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare named record;
begin
  for named in select c.* from public.journey_coordination c where c.journey_id = any (asked) and c.until_at is null loop
    journey := named.journey_id;
    since := named.from_at;
    coordinator := guard.holder_of(named.coordinator_id, without);
    deputy := guard.holder_of(named.deputy_id, without);
    if not guard.is_in(deputy, journey) then deputy := null; end if;
    if coordinator is distinct from named.coordinator_id and deputy = named.deputy_id then
      coordinator := deputy;
    end if;
    if not guard.is_in(coordinator, journey) then
      coordinator := coalesce(deputy, guard.holder_of((select s.came from guard.sides_in(journey) s order by s.came_at limit 1), without));
    end if;
    if deputy is null or deputy <> named.deputy_id or guard.same_person(deputy, coordinator) then
      deputy := (select h.holder from guard.heirs_of(coordinator) h where h.holder <> all (without) limit 1);
    end if;
    return next;
  end loop;
end $$;

create or replace function guard.same_person(one uuid, other uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from public.people_capacity a join public.people_capacity b on b.person_id = a.person_id
                  where a.id = one and b.id = other);
end $$;

create or replace function guard.coordinating(asked uuid[])
  returns table (journey uuid, coordinator uuid, deputy uuid, since timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select * from guard.coordination_of(array(
    select j from unnest(asked) j where j in (select guard.my_children()) and j not in (select guard.shielded())), '{}');
end $$;

-- Name coordinator and deputy, by one who writes in the shared space. Nobody is made coordinator by another: one takes it
-- upon oneself, and goes on as one was while a deputy is named. Both are in the space already: naming gives no access.
create or replace function guard.coordinate(which uuid, coordinator uuid, deputy uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); was record; made uuid := gen_random_uuid();
begin
  if not exists (select from guard.my_access_to(which)) or which in (select guard.shielded()) then
    perform guard.refuse('You are not part of this.');
  end if;
  perform guard.lock_child(which);
  select c.* into was from public.journey_coordination c where c.journey_id = which and c.until_at is null;
  if was.id is null then perform guard.refuse('Only a journey has a coordinator.'); end if;
  if coordinator is distinct from me and coordinator is distinct from was.coordinator_id then
    perform guard.refuse('Nobody is made coordinator without saying yes.');
  end if;
  if not guard.can_hold(deputy) or not exists (select from guard.access_of(deputy, which)) then
    perform guard.refuse('The deputy is somebody who works with the child in this journey.');
  end if;
  if guard.same_person(coordinator, deputy) then
    perform guard.refuse('Coordinator and deputy are two people.');
  end if;
  if (coordinator, deputy) = (was.coordinator_id, was.deputy_id) then return was.id; end if;
  update public.journey_coordination set until_at = greatest(t, from_at) where id = was.id;
  insert into public.journey_coordination (id, journey_id, coordinator_id, deputy_id, given_by_id, from_at)
  values (made, which, coordinator, deputy, me, t);
  return made;
end $$;

grant execute on function guard.coordinating(uuid[]), guard.taking_part(uuid[]), guard.coordinate(uuid, uuid, uuid) to samling_app;
grant execute on function guard.insist_coordinated() to samling_owner;
