-- Who is asked about a child; of whoever is of age nobody has custody: for those who may read its consents, also without its addresses.
create or replace function guard.givers(child uuid)
  returns table (id uuid, given_name text, family_name text, relation text, custody text, language text, interpreter text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
#variable_conflict use_column
declare t timestamptz := guard.now();
begin
  if child in (select guard.shielded()) or not exists (
       select from guard.my_access_to(child) a where a.reads and a.wall % 64 in (16, 17)) then
    return;
  end if;
  return query
  select g.id, g.given_name::text, g.family_name::text, g.relation::text,
         case when guard.has_turned(child, 18) then 'none' else g.custody::text end, g.language::text,
         g.interpreter::text
    from public.people_guardian g
   where g.subject_id = child and g.from_at <= t and (g.until_at is null or t < g.until_at)
   order by g.written_at, g.id;
end $$;

-- For whoever sends on the house's behalf, at the moment of sending: may anything reach this guardian?
create or replace function guard.may_reach(which uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return not exists (select from public.consent_nocontact n
                      where n.guardian_id = which and n.ended_at is null and n.withdrawn_at is null);
end $$;

grant execute on function guard.givers(uuid) to samling_app;
grant execute on function guard.may_reach(uuid) to samling_worker;
