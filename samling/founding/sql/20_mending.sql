-- What whoever runs the machine must see to, in numbers and without names: for `samling check`.
create or replace function guard.to_mend() returns table (what text, n int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  select 'units without head', count(*)::int
    from public.people_unit u join public.people_branch b on b.id = u.branch_id
   where b.domain not in ('none', 'report') and exists (select from public.people_capacity c where c.unit_id = u.id)
     and not exists (select from public.people_capacity c join public.people_roleright r on r.role = c.role and r.domain = b.domain
                      join public.people_unit o on o.id = c.unit_id
                      where o.branch_id = b.id and r.may_assign and c.approved_by_id is not null
                        and c.from_at <= t and (c.until_at is null or t < c.until_at)
                        and r.from_at <= t and (r.until_at is null or t < r.until_at))
  union all
  select 'capacities waiting', count(*)::int from public.people_capacity c
   where c.approved_by_id is null and c.from_at < t - interval '7 days' and (c.until_at is null or t < c.until_at)
     and c.unit_id is not null and guard.needs_approval(c.id)
  union all
  select 'no place for reports', count(*)::int from public.people_organisation o
   where o.kind = 'municipality' and exists (select from public.people_branch b where b.organisation_id = o.id and b.domain <> 'none')
     and not exists (select from public.concern_reportcontact r where r.organisation_id = o.id
                      and r.from_at <= t and (r.until_at is null or t < r.until_at))
  union all
  select 'no organisation', (not exists (select from public.people_organisation))::int
  union all
  select 'looks not sealed', count(*)::int from public.access_look l
   where l.at < t - interval '10 minutes' and l.at > t - interval '2 days'
     and l.at > coalesce((select max(s.at) from public.access_seal s), '-infinity');
end $$;

grant execute on function guard.to_mend() to samling_worker;
