-- Opening a child: the row, the writer's assignment and a look, in one act, with the same answer whether or not a
-- hidden row exists. From the roster, a mentor whose class it is works with the child and anyone else may write a
-- concern. By number, only a row that one works with already is found again; a row that others work with would show
-- itself by being found, so a new one is made beside it (docs/decisions/0004-open-by-number.md).

create or replace function guard.open_child(at_unit uuid, from_roster uuid, given text, family text, key text,
    born date, year int, in_group text, number text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; r record; home record; child uuid; fully boolean; w int[];
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not me.holds then perform guard.refuse('Your role cannot open a child.'); end if;
  select b.id, b.number into home from public.people_branch b
   where b.id = coalesce((select o.hangs_on_id from public.people_branch o where o.id = me.branch), me.branch);
  select e.* into r from public.people_rosterentry e where e.id = from_roster;
  if from_roster is not null then
    if r.id is null or r.unit_id <> at_unit then perform guard.refuse('The pupil is not on this unit''s roster.'); end if;
    select c.subject_id into child from public.people_child c where c.roster_id = from_roster;
  elsif number is not null and number <> '' then
    select i.subject_id into child from public.people_identitynumber i
     join public.people_child c on c.subject_id = i.owner_id where i.branch_id = home.id and i.number = open_child.number
      and c.subject_id in (select guard.my_children()) and c.subject_id not in (select guard.shielded())
     order by c.opened_at, c.subject_id limit 1;
  end if;
  if not exists (select from public.people_unit u where u.id = at_unit and u.branch_id in (home.id, me.branch)) then
    perform guard.refuse('The unit belongs to another authority.');
  end if;
  fully := from_roster is null or r.mentor_id = me.id or me.domain = 'school_medical';
  if child is null then
    child := gen_random_uuid();
    insert into public.people_subject (id, kind) values (child, 'child');
    insert into public.people_child (subject_id, wall, branch_id, unit_id, roster_id, given_name, family_name, called,
      sort_key, born_on, birth_year, "group", home_municipality, language, opened_by_id, opened_at)
    values (child, home.number * 64 + 1, home.id, at_unit, from_roster, coalesce(r.given_name, given),
      coalesce(r.family_name, family), '', coalesce(r.sort_key, key), born, coalesce(r.birth_year, year),
      coalesce(r."group", in_group, ''), '', 'sv', me.id, t);
    if number is not null and number <> '' then
      insert into public.people_identitynumber (owner_id, subject_id, branch_id, number)
      values (child, child, home.id, open_child.number);
    end if;
    perform guard.assign_unit(child, at_unit, me.id, t);
  end if;
  if not exists (select from guard.access_of(me.id, child) a where a.writes) then
    w := case when fully then guard.walls_for(me.id) else array[home.number * 64 + 1] end;
    insert into public.access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at)
    values (gen_random_uuid(), child, me.id, w, case when fully then 'full' else 'writer' end, me.id, 'opened the child', t);
  end if;
  insert into public.access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls, ground_ids, shown)
  select gen_random_uuid(), t, 'open', 'open a child', me.person, me.id, child,
         coalesce(array_agg(a.wall), '{}'), '{}', '{}'
    from guard.access_of(me.id, child) a;
  return child;
end $$;

-- The unit's own assignment: whoever leads it reads what the role's list for whole units says.
create or replace function guard.assign_unit(child uuid, at_unit uuid, by_whom uuid, t timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.access_assignment (id, subject_id, unit_id, walls, reach, given_by_id, because, from_at)
  values (gen_random_uuid(), child, at_unit, '{}', 'full', by_whom, 'the unit', t);
end $$;

-- The identity number of a child or guardian one may read the contact data of.
create or replace function guard.identity_number(owner uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select i.number from public.people_identitynumber i
           where i.owner_id = owner and i.subject_id not in (select guard.shielded())
             and exists (select from guard.my_access_to(i.subject_id) a join guard.my_opened() o
                          on o.subject_id = a.subject_id and o.wall = a.wall
                          where a.reads and a.wall % 64 = 2));
end $$;

-- Which of my children has this number: the same empty answer for hidden and unknown.
create or replace function guard.child_by_number(wanted text) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select i.subject_id from public.people_identitynumber i
    where i.number = wanted and i.owner_id = i.subject_id and i.subject_id in (select guard.my_children())
      and i.subject_id not in (select guard.shielded());
end $$;

-- Keep a guardian's number and the key by which her children are known to be siblings, inside the compartment where
-- one writes the guardian's facts.
create or replace function guard.set_guardian_number(which uuid, number text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare g record; home uuid;
begin
  select x.* into g from public.people_guardian x where x.id = which;
  perform guard.insist_works_with(g.subject_id);
  if not exists (select from guard.my_access_to(g.subject_id) a where a.wall = g.wall and a.writes) then
    perform guard.refuse('You do not work with this child.');
  end if;
  select b.id into home from public.people_branch b where b.number = g.wall / 64;
  insert into public.people_identitynumber (owner_id, subject_id, branch_id, number)
  values (which, g.subject_id, home, set_guardian_number.number)
  on conflict (owner_id) do update set number = excluded.number;
  update public.people_guardian set identity_key = (select public.hmac(convert_to(set_guardian_number.number, 'UTF8'), s.k, 'sha256')
    from guard.secret s where s.id = 1) where id = which;
end $$;
