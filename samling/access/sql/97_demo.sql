-- Who one can be in the demo. Empty in every installation that its owner has not marked as a demo.

drop function if exists guard.demo_people();
create or replace function guard.demo_people()
  returns table (account uuid, name text, roles text[], units text[], domain text, organisation text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  if not guard.is_demo() then return; end if;
  return query
  select a.id, p.given_name || ' ' || p.family_name,
         array_agg(coalesce(nullif(c.title, ''), c.role)::text order by c.from_at, c.id),
         array_agg(coalesce(u.name, '')::text order by c.from_at, c.id),
         (array_agg(b.domain::text order by c.from_at, c.id))[1],
         (array_agg(o.name::text order by c.from_at, c.id))[1]
    from public.people_account a
    join public.people_person p on p.id = a.person_id
    join public.people_capacity c on c.person_id = p.id and c.from_at <= t and (c.until_at is null or t < c.until_at)
    left join public.people_unit u on u.id = c.unit_id
    left join public.people_branch b on b.id = u.branch_id
    left join public.people_organisation o on o.id = b.organisation_id
   where a.is_active
   group by a.id, p.id
   order by p.sort_key;
end $$;

grant execute on function guard.demo_people() to samling_login;
