-- A number that an organisation has settled for itself, else the one that Samling comes with (guard.known_settings, written
-- from samling/kernel/settable.py). The newest day that has come counts; a value outside the bounds counts for nothing.

create or replace function guard.settled_in(which text, org uuid) returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); own text; k record;
begin
  select s.* into k from guard.known_settings() s
   where s.code = which and s.since <= (t at time zone 'Europe/Stockholm')::date order by s.since desc limit 1;
  select s.value into own from public.people_setting s
   where s.organisation_id = org and s.code = which and s.withdrawn_at is null and s.from_at <= t
   order by s.from_at desc, s.written_at desc nulls last limit 1;
  return case when own ~ '^[0-9]{1,6}$' and own::int between k.lowest and k.highest then own::int else k.value end;
end $$;

create or replace function guard.organisation_of(capacity uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select b.organisation_id from public.people_capacity c join public.people_unit u on u.id = c.unit_id
            join public.people_branch b on b.id = u.branch_id where c.id = capacity);
end $$;

-- The same for the organisation that a capacity belongs to.
create or replace function guard.settled_for(which text, capacity uuid default null) returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return guard.settled_in(which, guard.organisation_of(capacity)); end $$;
