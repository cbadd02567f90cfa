-- Numbers, persons and named readers: what pages about people ask of the guard.

-- Is this an installation for real people? Demo and test hold invented people and official test numbers only.
create or replace function guard.is_real() returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select i.kind = 'production' from guard.installation i where i.id = 1);
end $$;

-- Keep a child's number, in the compartment where one writes the child's facts.
create or replace function guard.set_child_number(child uuid, number text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c record;
begin
  perform guard.insist_works_with(child);
  select k.branch_id, k.wall into c from public.people_child k where k.subject_id = child;
  if not exists (select from guard.my_access() a where a.subject_id = child and a.wall = c.wall and a.writes) then
    perform guard.refuse('You do not work with this child.');
  end if;
  insert into public.people_identitynumber (owner_id, subject_id, branch_id, number)
  values (child, child, c.branch_id, set_child_number.number)
  on conflict (owner_id) do update set number = excluded.number;
end $$;

-- A new member of staff: a name that can be given capacities, and nothing else.
create or replace function guard.add_person(given text, family text, key text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not (me.assigns or me.role = 'sysadmin') then
    perform guard.refuse('Your role may not add staff.');
  end if;
  if btrim(given) = '' or btrim(family) = '' then perform guard.refuse('A person has a name.'); end if;
  insert into public.people_person (id, given_name, family_name, sort_key, is_staff_member)
  values (made, left(btrim(given), 80), left(btrim(family), 80), left(key, 200), true);
  return made;
end $$;

-- A named reader no longer reads. Named and ended by those who may decide; the last one stays.
create or replace function guard.end_protected_reader(child uuid, who uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  perform guard.insist_works_with(child);
  if not me.decides or me.id = who then perform guard.refuse('Your role may not name readers.'); end if;
  perform guard.lock_child(child);
  update public.access_protectedreader set until_at = greatest(t, from_at)
   where subject_id = child and capacity_id = who and (until_at is null or t < until_at);
end $$;

-- Branches and units of one's own organisation, made by its system administrator.
create or replace function guard.insist_runs(org uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.capacity(guard.my_capacity()) c where c.role = 'sysadmin' and c.organisation = org) then
    perform guard.refuse('Only the system administrator changes branches and units.');
  end if;
end $$;

create or replace function guard.add_branch(org uuid, called text, in_domain text, hangs uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := gen_random_uuid();
begin
  perform guard.insist_runs(org);
  if btrim(called) = '' or in_domain not in ('school', 'private_school', 'school_medical', 'social', 'health', 'report', 'none')
     or (in_domain in ('school_medical', 'report')) <> (hangs is not null)
     or hangs is not null and not exists (select from public.people_branch b where b.id = hangs
          and b.organisation_id = org and b.domain in ('school', 'private_school')) then
    perform guard.refuse('School health and the report compartment hang on a school branch, and no other does.');
  end if;
  perform pg_advisory_xact_lock(7003);
  insert into public.people_branch (id, organisation_id, number, name, domain, hangs_on_id)
  select made, org, coalesce(max(b.number), 0) + 1, left(btrim(called), 120), in_domain, hangs from public.people_branch b;
  return made;
end $$;

create or replace function guard.add_unit(of_branch uuid, of_kind text, called text, municipality text, rings text, open_at text)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := gen_random_uuid();
begin
  perform guard.insist_runs((select b.organisation_id from public.people_branch b where b.id = of_branch));
  if btrim(called) = '' then perform guard.refuse('A unit has a name.'); end if;
  insert into public.people_unit (id, branch_id, kind, name, code, municipality_code, phone, hours)
  values (made, of_branch, of_kind, left(btrim(called), 120), '', left(municipality, 4), left(rings, 40), left(open_at, 80));
  return made;
end $$;
