-- A child outgrows what an organisation offers: the last day, and who is told a good while before.

-- The end of the spring term in the year that the organisation has settled; by the year of birth alone, as classes are.
create or replace function guard.span_ends_on(born int, org uuid) returns date
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return make_date(born + guard.settled_in('age.span_until', org), 6, 30); end $$;

-- From when it is told.
create or replace function guard.span_told_on(born int, org uuid) returns date
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return (guard.span_ends_on(born, org) - make_interval(months => guard.settled_in('deadline.span_months', org)))::date; end $$;

-- Whoever coordinates around a child of her own compartment, and whoever leads her unit, are told once each; not when what
-- goes along is being prepared already, nor when the matter is closed.
create or replace function guard.warn_of_span() returns table (notice uuid, to_whom uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); today date := (guard.now() at time zone 'Europe/Stockholm')::date;
begin
  return query
  with near as materialized (
    select p.journey_id, c.subject_id, c.branch_id
      from public.people_child c join public.people_branch b on b.id = c.branch_id
      join public.journey_party p on p.child_id = c.subject_id
      join public.journey_journey j on j.subject_id = p.journey_id and j.closed_at is null
     where guard.span_told_on(c.birth_year, b.organisation_id) <= today
       and not exists (select from public.transition_package g
                        where g.subject_id = c.subject_id and g.kind = 'span' and g.withdrawn_at is null)),
  whose as (
    select n.subject_id, w.id
      from guard.coordination_of(array(select n.journey_id from near n), '{}') o
      join near n on n.journey_id = o.journey
      join public.people_capacity k on k.id = o.coordinator
      join public.people_unit u on u.id = k.unit_id and u.branch_id = n.branch_id
      cross join lateral (values (o.coordinator), (guard.head_of(o.coordinator))) w (id)
     where w.id is not null)
  insert into public.journey_notice (id, to_id, kind, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), w.id, 'outgrows', w.subject_id, w.id, t from whose w
   where not exists (select from public.journey_notice o
                      where o.to_id = w.id and o.kind = 'outgrows' and o.subject_id = w.subject_id)
  returning id, to_id;
end $$;

-- The last day for a child whom one reads of, once it is told.
create or replace function guard.span_of(child uuid) returns date
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare today date := (guard.now() at time zone 'Europe/Stockholm')::date;
begin
  return (select guard.span_ends_on(c.birth_year, b.organisation_id)
            from public.people_child c join public.people_branch b on b.id = c.branch_id
           where c.subject_id = child and guard.span_told_on(c.birth_year, b.organisation_id) <= today
             and exists (select from guard.my_access_to(child) a where a.reads));
end $$;

grant execute on function guard.span_of(uuid) to samling_app;
grant execute on function guard.warn_of_span() to samling_worker;
