-- A child moves on: shown to the family first, handed over by who leads, and complete when the receiver has said yes.

-- How many guardians with custody have not seen a package yet: for those who may read it. Every child is in somebody's custody
-- (FB 6:2): -1 where nobody is noted, since somebody has not seen it.
create or replace function guard.package_unseen(which uuid) returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); p record;
begin
  select x.* into p from public.transition_package x where x.id = which
     and exists (select from guard.my_access_to(x.subject_id) a where a.wall = x.wall and a.reads)
     and x.subject_id not in (select guard.shielded());
  if p.id is null then return null; end if;
  if guard.has_turned(p.subject_id, 18) then return 0; end if;
  return (select case when count(*) = 0 then -1 else count(*) filter (where not exists (
                   select from public.transition_packageseen s
                    where s.package_id = which and s.guardian_id = g.id and s.withdrawn_at is null)) end
            from public.people_guardian g
           where g.subject_id = p.subject_id and g.custody in ('joint', 'sole', 'appointed', 'unknown')
             and g.from_at <= t and (g.until_at is null or t < g.until_at))::int;
end $$;

-- The parts of a package as they were written last, without those that were taken away.
create or replace function guard.package_parts(which uuid) returns table (id uuid, code text, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 8 as $$
begin
  return query
  select l.id, l.code, l.wall from (
    select distinct on (x.code) x.id, x.code::text as code, x.wall from public.transition_packagepart x
     where x.package_id = which and x.withdrawn_at is null order by x.code, x.written_at desc, x.id desc) l
    join public.transition_packagepartbody b on b.head_id = l.id
   where b.text <> '';
end $$;

-- Their titles, for those who may read the package: also of a part whose words they may not read.
create or replace function guard.package_titles(which uuid) returns table (code text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 8 as $$
begin
  if not exists (select from public.transition_package x where x.id = which
                  and exists (select from guard.my_access_to(x.subject_id) a where a.wall = x.wall and a.reads)
                  and x.subject_id not in (select guard.shielded())) then
    return;
  end if;
  return query select x.code from guard.package_parts(which) x;
end $$;

-- Whether the latest word of somebody at home is no: the child's own, or any guardian's.
create or replace function guard.package_no(which uuid, of_child boolean) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from (
    select distinct on (s.guardian_id) s.stance from public.transition_packageseen s
     where s.package_id = which and s.withdrawn_at is null and (s.guardian_id is null) = of_child
     order by s.guardian_id, s.written_at desc, s.id desc) l where l.stance = 'no');
end $$;

-- Hand it over. Without a yes only from school to school, by who leads (skollagen 3:12 j, OSL 10:28).
create or replace function guard.give_package(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; p record; goal text;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select x.* into p from public.transition_package x
   where x.id = which and x.given_at is null and x.came_from = '' and x.withdrawn_at is null for update;
  if p.id is null then perform guard.refuse('There is no such package to hand over.'); end if;
  perform guard.insist_works_with(p.subject_id);
  if p.wall / 64 <> me.number then perform guard.refuse('There is no such package to hand over.'); end if;
  if not exists (select from guard.package_parts(which)) then perform guard.refuse('Write at least one part first.'); end if;
  if coalesce(guard.package_unseen(which), 1) <> 0 or not exists (
       select from public.transition_packageseen s where s.package_id = which and s.guardian_id is null and s.withdrawn_at is null) then
    perform guard.refuse('Show it to the family first.');
  end if;
  if exists (select from guard.package_parts(which) x where x.code = 'child') and guard.package_no(which, true)
     or exists (select from guard.package_parts(which) x where x.code = 'home') and guard.package_no(which, false) then
    perform guard.refuse('Somebody has said no to a part that is theirs. Take that part away first.');
  end if;
  if p.way <> 'family' then
    select b.domain into goal from public.people_unit u join public.people_branch b on b.id = u.branch_id where u.id = p.to_unit_id;
    if p.kind = 'span' or me.domain not in ('school', 'private_school') or coalesce(goal, 'school') not in ('school', 'private_school') then
      perform guard.refuse('No law lets this be sent without a yes. Give it to the family, or ask for a consent to tell.');
    end if;
    if not me.assigns then perform guard.refuse('The head hands it over to another school. Ask the head to read it.'); end if;
    if p.way = 'inside' and (p.to_unit_id = me.unit or p.subject_id in (select s.subject_id from guard.protected_subjects() s)) then
      perform guard.refuse('The child is protected. Hand it over by hand, on paper.');
    end if;
  end if;
  update public.transition_package set given_at = t, given_by_id = me.id where id = which;
end $$;

-- What a school is asked to receive: the name, where from and when, for those who lead it, until one of them has answered.
create or replace function guard.coming_packages()
  returns table (id uuid, given_at timestamptz, given_by uuid, kind text, moves_on date, from_unit uuid, child uuid,
    given_name text, family_name text, birth_year int, same boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5 as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.assigns is not true then return; end if;
  return query
  select p.id, p.given_at, p.given_by_id, p.kind::text, p.moves_on, c.unit_id,
         case when c.branch_id = me.branch then c.subject_id end,
         c.given_name::text, c.family_name::text, c.birth_year::int, c.branch_id = me.branch
    from public.transition_package p join public.people_child c on c.subject_id = p.subject_id
   where p.to_unit_id = me.unit and p.given_at is not null and p.withdrawn_at is null
     and p.accepted_at is null and p.declined_at is null
     and c.subject_id not in (select s.subject_id from guard.protected_subjects() s)
   order by p.moves_on, p.given_at;
end $$;

-- Those at the old place read until the first day at the new one, and no longer. Within one authority that holds for the
-- old school; from another, for all who work with the child, while whoever leads keeps what is the authority's own.
create or replace function guard.old_readers_end(child uuid, first_day date, by uuid, unit uuid default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare goes timestamptz := greatest(guard.now(), first_day::timestamp at time zone 'Europe/Stockholm');
begin
  update public.access_assignment a set until_at = greatest(goes, a.from_at), ended_by_id = by
   where a.subject_id = child and (a.until_at is null or goes < a.until_at)
     and (unit is null and a.unit_id is null or a.unit_id = unit
          or exists (select from public.people_capacity k where k.id = a.capacity_id and k.unit_id = unit));
end $$;

-- Those of the other sides who work with the child and read in the joint space hear that the school there is another.
create or replace function guard.tell_of_new_school(child uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), x.who, 'school_changed', x.journey_id, x.child_id, guard.my_capacity(), guard.now()
    from (select distinct a.capacity_id as who, other.journey_id, other.child_id
            from public.journey_party own
            join public.journey_party other on other.journey_id = own.journey_id and other.child_id <> own.child_id
            join public.access_assignment a on a.subject_id = other.child_id
           where own.child_id = child and own.ended_at is null
             and exists (select from guard.access_of(a.capacity_id, own.journey_id))) x;
end $$;

-- The receiver's yes. Within one authority and activity the child row itself moves; to another, a copy is made there, and
-- the giver's receipt says what was told (a ground that ends as it begins: nothing is read across the wall).
create or replace function guard.accept_package(which uuid, own uuid default null) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; p record; c record; r record; home uuid;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select x.* into p from public.transition_package x
   where x.id = which and x.to_unit_id = me.unit and me.assigns and x.given_at is not null and x.withdrawn_at is null
     and x.accepted_at is null and x.declined_at is null for update;
  if p.id is null or p.subject_id in (select s.subject_id from guard.protected_subjects() s) then
    perform guard.refuse('This does not wait for your answer.');
  end if;
  select k.* into c from public.people_child k where k.subject_id = p.subject_id;
  if c.branch_id = me.branch then
    home := p.subject_id;
    perform guard.assign_unit(home, me.unit, me.id, t);
    perform guard.old_readers_end(home, p.moves_on, me.id, c.unit_id);
    select e.* into r from public.people_rosterentry e
     where e.unit_id = me.unit and e.sort_key = c.sort_key and e.birth_year = c.birth_year
       and not exists (select from public.people_child k where k.roster_id = e.id) limit 1;
    update public.people_child set unit_id = me.unit, roster_id = r.id, "group" = coalesce(r."group", '') where subject_id = home;
    update public.journey_party set unit_id = me.unit where child_id = home and unit_id = c.unit_id and ended_at is null;
    perform guard.tell_of_new_school(home);
  else
    home := guard.package_home(own, c.given_name, c.family_name, c.sort_key, c.born_on, c.birth_year);
    perform guard.keep_package(home, guard.package_words(which));
    perform guard.old_readers_end(p.subject_id, p.moves_on, p.given_by_id);
    insert into public.access_ground (id, subject_id, walls, to_unit_id, basis, paragraph, because, decided_by_id, from_at, until_at)
    select which, p.subject_id, array_agg(distinct x.wall), me.unit, 'duty', 'skollagen 3:12 j', 'transition package', p.given_by_id,
           p.given_at, t
      from guard.package_parts(which) x;
    insert into public.access_disclosure (id, ground_id, subject_id, wall, record_id, made_by_id, made_at)
    select gen_random_uuid(), which, p.subject_id, x.wall, x.id, p.given_by_id, p.given_at from guard.package_parts(which) x;
  end if;
  update public.transition_package set accepted_at = t, accepted_by_id = me.id where id = which;
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
  return home;
end $$;

-- What a receiver outside has said, noted by those who handed it over: that it came, or why they do not take it.
create or replace function guard.note_receipt(which uuid, because text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); p record;
begin
  select x.* into p from public.transition_package x
   where x.id = which and x.way <> 'inside' and x.given_at is not null and x.withdrawn_at is null
     and x.accepted_at is null and x.declined_at is null
     and exists (select from guard.my_access_to(x.subject_id) a where a.wall = x.wall and a.reads and a.writes) for update;
  if p.id is null or because not in ('', 'unknown', 'elsewhere', 'again') then
    perform guard.refuse('There is nothing to note a receipt for.');
  end if;
  if because <> '' then
    update public.transition_package set declined_at = t, declined_by_id = me, declined_because = because where id = which;
    return;
  end if;
  update public.transition_package set accepted_at = t, accepted_by_id = me where id = which;
  if p.way <> 'family' then perform guard.old_readers_end(p.subject_id, p.moves_on, me); end if;
end $$;

-- The receiver's own row of the child: one that she works with already, or a new one.
create or replace function guard.package_home(own uuid, given text, family text, key text, born date, year int) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if own is null then return guard.open_child(me.unit, null, given, family, key, born, year, '', null); end if;
  perform guard.insist_works_with(own);
  return own;
end $$;

-- The words of a package as they go along: its latest parts, and what each at home said last.
create or replace function guard.package_words(which uuid) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('kind', p.kind, 'moves_on', p.moves_on, 'from', u.name || ', ' || o.name,
      'parts', (select jsonb_agg(jsonb_build_object('code', x.code, 'text', b.text) order by x.code)
                  from guard.package_parts(which) x join public.transition_packagepartbody b on b.head_id = x.id),
      'seen', (select jsonb_agg(jsonb_build_object('who', l.who, 'how', l.how, 'stance', l.stance, 'seen_on', l.seen_on, 'words', b.words)
                                order by l.written_at, l.id)
                 from (select distinct on (s.guardian_id) s.* from public.transition_packageseen s
                        where s.package_id = which and s.withdrawn_at is null
                        order by s.guardian_id, s.written_at desc, s.id desc) l
                 join public.transition_packageseenbody b on b.head_id = l.id))
      from public.transition_package p join public.people_child c on c.subject_id = p.subject_id
      join public.people_unit u on u.id = c.unit_id join public.people_branch k on k.id = u.branch_id
      join public.people_organisation o on o.id = k.organisation_id
     where p.id = which);
end $$;

-- Keep a package at the receiver's: every part behind its own wall there, also where the one who receives does not read it.
create or replace function guard.keep_package(home uuid, told jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); made uuid := gen_random_uuid(); one uuid; line jsonb; me record; behind int;
begin
  select * into me from guard.capacity(guard.my_capacity());
  insert into public.transition_package (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,
                                         kind, way, "to", moves_on, declined_because, came_from)
  values (made, home, me.number * 64 + 3, me.id, t, 'yes', '', false, told->>'kind', 'file', '', (told->>'moves_on')::date, '',
          left(told->>'from', 240));
  for line in select * from jsonb_array_elements(told->'parts') loop
    one := gen_random_uuid();
    behind := me.number * 64 + case line->>'code' when 'works' then 5 when 'adaptations' then 6 when 'support' then 7 when 'people' then 9
      when 'attendance' then 4 when 'child' then 15 when 'home' then 14 else 3 end;
    insert into public.transition_packagepart (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                               for_child, package_id, code)
    values (one, home, behind, me.id, t, 'yes', '', false, made, line->>'code');
    insert into public.transition_packagepartbody (head_id, subject_id, wall, text) values (one, home, behind, line->>'text');
  end loop;
  for line in select * from jsonb_array_elements(told->'seen') loop
    one := gen_random_uuid();
    insert into public.transition_packageseen (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                               for_child, package_id, who, how, stance, seen_on)
    values (one, home, me.number * 64 + 3, me.id, t, 'yes', '', false, made, left(line->>'who', 160), line->>'how', line->>'stance',
            (line->>'seen_on')::date);
    insert into public.transition_packageseenbody (head_id, subject_id, wall, words)
    values (one, home, me.number * 64 + 3, coalesce(line->>'words', ''));
  end loop;
end $$;

-- Whose files can be read in: for those who read in, and those who keep the list.
create or replace function guard.known_houses() returns table (name text, public text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  if not exists (select from guard.capacity(guard.my_capacity()) c where c.assigns) then return; end if;
  return query select n.name::text, n.public::text from public.transition_neighbour n where n.ended_at is null;
end $$;

-- A file from another installation, checked by its signature before: kept by who leads the school that it came to.
create or replace function guard.take_in_package(own uuid, told jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record; k jsonb := told->'child'; home uuid;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.assigns is not true or me.domain not in ('school', 'private_school') then
    perform guard.refuse('The head of a school reads in what has come.');
  end if;
  home := guard.package_home(own, k->>'given_name', k->>'family_name', k->>'sort_key', (k->>'born_on')::date, (k->>'birth_year')::int);
  perform guard.keep_package(home, told);
  return home;
end $$;

create or replace function guard.decline_package(which uuid, because text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  update public.transition_package set declined_at = t, declined_by_id = me.id, declined_because = because
   where id = which and to_unit_id = me.unit and me.assigns and given_at is not null and withdrawn_at is null
     and accepted_at is null and declined_at is null and because in ('unknown', 'elsewhere', 'again')
     and subject_id not in (select s.subject_id from guard.protected_subjects() s);
  if not found then perform guard.refuse('This does not wait for your answer.'); end if;
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
end $$;

grant execute on function guard.package_unseen(uuid), guard.package_titles(uuid), guard.known_houses(), guard.give_package(uuid), guard.coming_packages(),
  guard.accept_package(uuid, uuid), guard.take_in_package(uuid, jsonb),
  guard.decline_package(uuid, text), guard.note_receipt(uuid, text)
to samling_app;
