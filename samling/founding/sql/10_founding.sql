-- What an organisation has come to, for those who set it up: yes or no, and of no single child.
create or replace function guard.begun_here()
  returns table (pupils boolean, children boolean, asked boolean, checklists boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not (me.role = 'sysadmin' or me.assigns or me.approves) then return; end if;
  return query
  with here as (select b.id, b.number from public.people_branch b where b.organisation_id = me.organisation)
  select exists (select from public.people_rosterentry e join public.people_unit u on u.id = e.unit_id
                  where u.branch_id in (select h.id from here h)),
         exists (select from public.people_child c where c.branch_id in (select h.id from here h)),
         exists (select from public.consent_consent c where c.wall / 64 in (select h.number from here h)),
         exists (select from public.checklist_checklist c where c.wall / 64 in (select h.number from here h));
end $$;

-- Where a municipality receives concern reports: shown to everybody, also to those who are not signed in anywhere else.
create or replace function guard.put_report_contact(municipality text, called text, rings text, open_at text,
    rings_after text, stands_at text, on_web text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles('report'); made uuid := gen_random_uuid();
begin
  if btrim(called) = '' or btrim(rings) = '' then perform guard.refuse('A place that receives reports has a name and a number.'); end if;
  update public.concern_reportcontact set until_at = t
   where organisation_id = org and municipality_code = municipality and (until_at is null or t < until_at);
  insert into public.concern_reportcontact (id, organisation_id, municipality_code, name, phone, hours, phone_after_hours,
    address, url, from_at)
  values (made, org, left(municipality, 4), left(btrim(called), 120), left(btrim(rings), 40), left(open_at, 80),
    left(rings_after, 40), left(stands_at, 200), left(on_web, 200), t);
  return made;
end $$;

-- A pupil on the list of a class: name, year of birth and mentor. By the head of that very unit.
create or replace function guard.put_pupil(in_group text, given text, family text, key text, year int, mentor uuid)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record; r record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not me.assigns or not me.holds then
    perform guard.refuse('The head of the unit keeps its class lists.');
  end if;
  if mentor is not null and not exists (select from guard.capacity(mentor) m where m.unit = me.unit and m.holds) then
    perform guard.refuse('The mentor works with children in this unit.');
  end if;
  if btrim(given) = '' or btrim(family) = '' then perform guard.refuse('A person has a name.'); end if;
  select e.* into r from public.people_rosterentry e
   where e.unit_id = me.unit and e.sort_key = left(key, 200) and e.birth_year = year limit 1;
  if r.id is null then
    insert into public.people_rosterentry (id, unit_id, "group", given_name, family_name, sort_key, birth_year, mentor_id)
    values (gen_random_uuid(), me.unit, left(in_group, 20), left(btrim(given), 80), left(btrim(family), 80), left(key, 200), year, mentor);
    return 'new';
  elsif (r."group", r.mentor_id) is not distinct from (left(in_group, 20), mentor) then
    return 'same';
  end if;
  update public.people_rosterentry set "group" = left(in_group, 20), mentor_id = put_pupil.mentor where id = r.id;
  return 'changed';
end $$;

grant execute on function guard.begun_here(), guard.put_report_contact(text, text, text, text, text, text, text),
  guard.put_pupil(text, text, text, text, int, uuid)
to samling_app;
