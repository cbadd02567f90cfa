-- How many questions without a name: which unit was asked, on which day, answered on which. Never a word of them.
create or replace function guard.consultation_days() returns table (unit uuid, asked_at timestamptz,
    answered_at timestamptz) language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 100 as $$
declare mine uuid;
begin
  select c.organisation into mine from guard.capacity(guard.my_capacity()) c;
  return query
  select q.to_unit_id, q.written_at,
         (select min(u.written_at) from public.consultation_utterance u
           where u.consultation_id = q.id and u.written_by_id <> q.written_by_id)
    from public.consultation_consultation q
    join public.people_unit too on too.id = q.to_unit_id join public.people_branch asked on asked.id = too.branch_id
    join public.people_capacity k on k.id = q.written_by_id
    join public.people_unit home on home.id = k.unit_id join public.people_branch asks on asks.id = home.branch_id
   where mine in (asked.organisation_id, asks.organisation_id);
end $$;

grant execute on function guard.consultation_days() to samling_app;
