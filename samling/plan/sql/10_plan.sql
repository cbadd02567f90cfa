-- The plan in the shared space: who is at it.

-- Those who work with the child on any side of the shared space, named to those who are in it.
create or replace function guard.people_of_journey(journey uuid) returns table (capacity uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.my_access_to(journey)) or journey in (select guard.shielded()) then return; end if;
  return query
  select distinct c.id from public.journey_party p
    join public.access_assignment a on a.subject_id = p.child_id
    join public.people_capacity c on c.id = a.capacity_id or c.unit_id = a.unit_id
   where p.journey_id = journey and exists (select from guard.access_of(c.id, journey));
end $$;

grant execute on function guard.people_of_journey(uuid) to samling_app;
