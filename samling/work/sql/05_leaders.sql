-- Who answers for a capacity to others: whoever leads its unit, else its authority. Never the same person.
create or replace function guard.head_of(which uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return (select h.holder from guard.heirs_of(which) h where h.reason <> 'deputy' limit 1); end $$;

-- The organisation's secrecy officer; where there is none, its system administrator. Never the same person.
create or replace function guard.officer_of(which uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select o.id from public.people_capacity c
      join public.people_unit u on u.id = c.unit_id
      join public.people_branch b on b.id = u.branch_id
      join public.people_branch e on e.organisation_id = b.organisation_id
      join public.people_unit v on v.branch_id = e.id
      join public.people_capacity k on k.unit_id = v.id and k.person_id <> c.person_id
      cross join lateral guard.capacity(k.id) o
     where c.id = which and o.role in ('secrecy_officer', 'sysadmin')
     order by o.role, k.from_at, k.id limit 1);
end $$;
