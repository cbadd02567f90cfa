-- Whose numbers the acting capacity keeps: those of the organisation that it leads in or runs.
create or replace function guard.keeps_directory(of_branch uuid) returns boolean
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  return coalesce((me.role = 'sysadmin' or me.assigns or me.approves)
    and me.organisation = (select b.organisation_id from public.people_branch b where b.id = of_branch), false);
end $$;

grant execute on function guard.keeps_directory(uuid) to samling_app;
