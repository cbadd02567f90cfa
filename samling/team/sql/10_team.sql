-- Who knows of a team and its meetings.

-- Those at the unit know of its team, and whoever has a place in it.
create or replace function guard.my_teams() returns setof uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
declare t timestamptz := guard.now(); mine uuid := guard.my_capacity();
begin
  return query
  select x.id from public.team_team x where x.unit_id = guard.my_unit()
  union
  select p.team_id from public.team_teammember p
   where p.capacity_id = mine and p.from_at <= t and (p.until_at is null or t < p.until_at);
end $$;

-- Whose agendas I see: of those teams I have a place in, and of meetings I am a guest at. `inside` is a place on the
-- team's own side of the walls (OSL 8:1-2).
create or replace function guard.my_meetings() returns table (meeting uuid, inside boolean) language plpgsql stable
  security definer parallel restricted set search_path = pg_catalog, pg_temp rows 60 as $$
declare t timestamptz := guard.now(); mine uuid := guard.my_capacity();
begin
  return query
  select m.id, u.branch_id = k.branch
    from public.team_teammember p
    join public.team_teammeeting m on m.team_id = p.team_id
    join public.team_team x on x.id = p.team_id join public.people_unit u on u.id = x.unit_id
    join guard.capacity(mine) k on k.id = p.capacity_id
   where p.from_at <= t and (p.until_at is null or t < p.until_at)
  union
  select a.meeting_id, false from public.team_attendee a where a.capacity_id = mine and a.left_at is null;
end $$;

grant execute on function guard.my_teams(), guard.my_meetings() to samling_app;
