-- Who may create and end rights. Nobody gives himself access; every act names its reason.

-- Does the acting capacity work fully with this child inside its own compartment? A shared space is no child, and
-- nothing at all is nobody's: both would else pass for one of those one works with.
create or replace function guard.insist_works_with(child uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.people_child c where c.subject_id = child)
     or not exists (select from guard.my_access_to(child) a where a.reads and a.writes)
     or child in (select guard.shielded()) then
    perform guard.refuse('You do not work with this child.');
  end if;
end $$;

-- Verbs on consent, grounds and assignments queue up behind this lock, child by child.
create or replace function guard.lock_child(child uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin perform from public.people_subject s where s.id = child for update; end $$;

-- The walls that an assignment gives a capacity: what its role may be given, in its own compartment, and the
-- name from the row that compartment hangs on.
create or replace function guard.walls_for(which uuid, extra smallint[] default '{}') returns int[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return (select array(
      select b.number * 64 + c from unnest(r.categories || array(select e from unnest(extra) e where e = any (r.by_decision))) c
      union
      select coalesce(h.number, b.number) * 64 + c from unnest(r.leaning) c
      order by 1)
    from public.people_capacity k
    join public.people_unit u on u.id = k.unit_id
    join public.people_branch b on b.id = u.branch_id
    left join public.people_branch h on h.id = b.hangs_on_id
    join public.people_roleright r on r.role = k.role and r.domain = b.domain and r.may_hold_children
         and r.from_at <= t and (r.until_at is null or t < r.until_at)
   where k.id = which);
end $$;

create or replace function guard.assign(child uuid, to_whom uuid, extra smallint[], ends_at timestamptz, because text)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; you record; w int[]; made uuid := gen_random_uuid(); home int;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select * into you from guard.capacity(to_whom);
  if me.id is null or you.id is null then perform guard.refuse('The capacity is not in force.'); end if;
  if not me.assigns then perform guard.refuse('Your role may not give assignments.'); end if;
  if me.id = you.id or me.person = you.person then perform guard.refuse('Nobody gives themselves access.'); end if;
  perform guard.insist_works_with(child);
  select b.number into home from public.people_child c join public.people_branch b on b.id = c.branch_id where c.subject_id = child;
  if me.number <> home or not (you.number = home or exists (
       select from public.people_branch b join public.people_branch h on h.id = b.hangs_on_id
        where b.number = you.number and h.number = home)) then
    perform guard.refuse('An assignment stays inside one authority and activity.');
  end if;
  w := guard.walls_for(you.id, extra);
  if w is null or w = '{}' or btrim(because) = '' then perform guard.refuse('This role cannot be given children.'); end if;
  perform guard.lock_child(child);
  insert into public.access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at, until_at)
  values (made, child, you.id, w, 'full', me.id, left(because, 200), t, ends_at);
  return made;
end $$;

-- End an assignment: by its holder, or by someone who works with the child and may assign where the child or the
-- holder belongs.
create or replace function guard.end_assignment(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; a record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select s.* into a from public.access_assignment s where s.id = which and (s.until_at is null or t < s.until_at);
  if a.id is null or me.id is null then perform guard.refuse('There is no such assignment in force.'); end if;
  if a.capacity_id is distinct from me.id then
    if not me.assigns or me.branch not in (
         select c.branch_id from public.people_child c where c.subject_id = a.subject_id
         union select u.branch_id from public.people_capacity k join public.people_unit u on u.id = k.unit_id
          where k.id = a.capacity_id) then
      perform guard.refuse('Your role may not end this assignment.');
    end if;
    perform guard.insist_works_with(a.subject_id);
  end if;
  perform guard.lock_child(a.subject_id);
  update public.access_assignment set until_at = greatest(t, from_at), ended_by_id = me.id where id = which;
end $$;

-- A recipient may be given these walls on this basis. The giver must read every one of them in her own compartment.
create or replace function guard.give_ground(child uuid, asked int[], unit uuid, capacity uuid, on_basis text,
    law text, because text, ends_at timestamptz, consents uuid[]) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; goal record; made uuid := gen_random_uuid();
begin
  select c.*, coalesce(b.hangs_on_id, b.id) as home into me
    from guard.capacity(guard.my_capacity()) c join public.people_branch b on b.id = c.branch;
  select b.domain, b.organisation_id as org, coalesce(b.hangs_on_id, b.id) as home into goal
    from public.people_unit u join public.people_branch b on b.id = u.branch_id
   where u.id = coalesce(unit, (select k.unit_id from public.people_capacity k where k.id = capacity));
  perform guard.insist_works_with(child);
  if cardinality(asked) = 0 or exists (
       select from unnest(asked) w where w / 64 <> me.number or w % 64 in (17, 18)
          or not exists (select from guard.my_access_to(child) a where a.wall = w and a.reads)) then
    perform guard.refuse('A ground covers only what you may read in your own compartment.');
  end if;
  if on_basis = 'consent' and (cardinality(coalesce(consents, '{}')) = 0 or exists (
       select from unnest(consents) k where not exists (
         select from public.consent_consent c where c.id = k and c.subject_id = child and c.walls @> asked
            and c.kind in ('secrecy_waiver', 'sip')
            and c.to_unit_id is not distinct from unit and c.to_capacity_id is not distinct from capacity))) then
    perform guard.refuse('A ground on consent names consents about this child, these categories and this recipient.');
  end if;
  if on_basis in ('general_clause', 'harm_test') and me.domain in ('social', 'health', 'school_medical')
     or on_basis = 'osl_25_12' and not (me.domain in ('health', 'school_medical') and goal.domain = 'social')
     or on_basis = 'osl_25_13a' and not (me.domain = 'school_medical' and goal.domain = 'school' and goal.org = me.organisation)
     or on_basis = 'osl_26_9' and not (me.domain = 'social' and goal.domain in ('health', 'school_medical'))
     or on_basis = 'need_to_know' and not (goal.org = me.organisation and goal.home = me.home) then
    perform guard.refuse('The law does not open this way from your activity to that one.');
  end if;
  if on_basis = 'break_glass' or btrim(because) = '' then perform guard.refuse('A ground needs its own reason.'); end if;
  perform guard.lock_child(child);
  insert into public.access_ground (id, subject_id, walls, to_unit_id, to_capacity_id, basis, paragraph, because,
                                    decided_by_id, from_at, until_at)
  values (made, child, asked, unit, capacity, on_basis, left(law, 60), left(because, 400), me.id, t, ends_at);
  if on_basis = 'consent' then
    insert into public.access_groundconsent (id, ground_id, subject_id, consent_id)
    select gen_random_uuid(), made, child, k from unnest(consents) k;
  end if;
  return made;
end $$;

create or replace function guard.end_ground(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); child uuid;
begin
  select g.subject_id into child from public.access_ground g where g.id = which and (g.until_at is null or t < g.until_at);
  if child is null then perform guard.refuse('There is no such ground in force.'); end if;
  perform guard.insist_works_with(child);
  perform guard.lock_child(child);
  update public.access_ground set until_at = greatest(t, from_at), ended_by_id = guard.my_capacity() where id = which;
end $$;

-- Tell: one record, or a category from a date (not from health care, where live access is barred: PDL 5:4).
create or replace function guard.disclose(which uuid, at_wall int, record uuid, since timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); g record; made uuid := gen_random_uuid(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select s.* into g from public.access_ground s
   where s.id = which and s.from_at <= t and (s.until_at is null or t < s.until_at);
  if g.id is null or not at_wall = any (g.walls) then perform guard.refuse('No standing ground covers this.'); end if;
  perform guard.insist_works_with(g.subject_id);
  if not exists (select from guard.my_access_to(g.subject_id) a where a.wall = at_wall and a.reads) then
    perform guard.refuse('You can only tell what you may read.');
  end if;
  if since is not null and me.domain in ('health', 'school_medical') then
    perform guard.refuse('Health care tells one record at a time.');
  end if;
  if g.basis = 'consent' and exists (
       select from public.access_groundconsent r where r.ground_id = which and not exists (
         select from guard.standing_consents(array[r.consent_id]) s where s.wall = at_wall)) then
    perform guard.refuse('The consent this rests on does not stand.');
  end if;
  perform guard.lock_child(g.subject_id);
  insert into public.access_disclosure (id, ground_id, subject_id, wall, record_id, since_at, made_by_id, made_at)
  values (made, which, g.subject_id, at_wall, record, since, me.id, t);
  return made;
end $$;

create or replace function guard.end_disclosure(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare child uuid;
begin
  select d.subject_id into child from public.access_disclosure d where d.id = which and d.ended_at is null;
  if child is null then perform guard.refuse('There is no such disclosure.'); end if;
  perform guard.insist_works_with(child);
  update public.access_disclosure set ended_at = guard.now(), ended_by_id = guard.my_capacity() where id = which;
end $$;

-- Protect a child, or a guardian and so her children. Those named go on reading; the decider is always one of them.
create or replace function guard.protect(child uuid, of_guardian uuid, in_form text, readers uuid[]) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); made uuid := gen_random_uuid(); me uuid := guard.my_capacity(); k uuid;
  whose uuid[]; had uuid[];
begin
  perform guard.insist_works_with(child);
  if of_guardian is not null and not exists (
       select from public.people_guardian g where g.id = of_guardian and g.subject_id = child) then
    perform guard.refuse('The guardian is not this child''s.');
  end if;
  perform guard.lock_child(child);
  -- Who reads what is asked before the protection stands: afterwards it hides the child from those being named.
  select array_agg(x.r), array_agg(x.s) into whose, had from (
    select distinct n.r, a.subject_id as s from unnest(readers || me) n (r) cross join lateral guard.access_of(n.r) a) x;
  insert into public.people_protection (id, subject_id, guardian_id, form, decided_by_id, from_at)
  values (made, child, of_guardian, in_form, me, t);
  for k in select distinct n.r from unnest(readers || me) n (r)
            where n.r = me or exists (select from unnest(whose, had) h (r, s) where h.r = n.r and h.s = child) loop
    insert into public.access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at)
    select gen_random_uuid(), s.subject_id, k, me, t from guard.protected_subjects() s
     where s.subject_id = child or exists (select from unnest(whose, had) h (r, s) where h.r = k and h.s = s.subject_id)
        or exists (select from public.journey_party p where p.child_id = child and p.journey_id = s.subject_id);
  end loop;
  return made;
end $$;

create or replace function guard.end_protection(child uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  perform guard.insist_works_with(child);
  if not exists (select from guard.capacity(guard.my_capacity()) c where c.decides) then
    perform guard.refuse('Your role may not end protection.');
  end if;
  update public.people_protection set until_at = greatest(t, from_at) where subject_id = child and (until_at is null or t < until_at);
end $$;

-- A protected reader is named by someone who reads already and may decide; never herself.
create or replace function guard.add_protected_reader(child uuid, to_whom uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  perform guard.insist_works_with(child);
  if not me.decides or me.id = to_whom then perform guard.refuse('Your role may not name readers.'); end if;
  -- Protection hides the child from the one to be named, so her assignment is asked for and not her access.
  if not exists (select from guard.capacity(to_whom) k join public.access_assignment a
                    on a.capacity_id = k.id and a.reach = 'full' or a.unit_id = k.unit and k.whole_unit <> '{}'
                  where k.holds and a.subject_id = child and a.from_at <= t and (a.until_at is null or t < a.until_at)) then
    perform guard.refuse('Only someone who works with the child can be named.');
  end if;
  insert into public.access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at)
  values (made, child, to_whom, me.id, t);
  return made;
end $$;

create or replace function guard.is_protected(child uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  if child in (select guard.shielded()) or child not in (select guard.my_children()) then return null; end if;
  return (select case when exists (select from guard.protected_subjects() p where p.subject_id = child)
    then coalesce((select p.form from public.people_protection p where p.subject_id = child
                    and p.from_at <= t and (p.until_at is null or t < p.until_at) limit 1), 'marked') end);
end $$;
