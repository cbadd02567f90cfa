-- The log: written on a connection of its own, committed before anything is shown; append-only; sealed in batches.

-- Open a child, and the spaces and children it meets, behind these walls for 15 minutes: subjects and walls pair by pair. Only walls
-- within one's access are opened; where there are none: refused, and nothing in its place. Where one may write but not read, a
-- look opens what one wrote oneself; the report compartment is never looked at. Answers with the subjects that were opened.
drop function if exists guard.look(text, uuid, int[], text);
create or replace function guard.look(token text, subjects uuid[], asked int[], errand text)
  returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; one uuid; granted int[]; assigned uuid; grounds uuid[]; opened uuid[] := '{}';
  told uuid[]; told_walls int[]; by_ground uuid[];
begin
  select * into who from guard.actor_of(token);
  if who.capacity is null then perform guard.refuse('no live session'); end if;
  select array_agg(d.subject_id), array_agg(d.wall), array_agg(d.ground_id) into told, told_walls, by_ground
    from guard.disclosures_to(who.capacity) d where d.subject_id = any (subjects);
  for one in select x.s from unnest(subjects) with ordinality x (s, place) group by 1 order by min(x.place) loop
    select array_agg(distinct x.wall) into granted from (
      select a.wall from guard.access_of(who.capacity, one) a where (a.reads or a.wall % 64 <> 18)
      union select d.wall from unnest(told, told_walls) d (subject, wall) where d.subject = one
      union select w from unnest(asked) w, guard.family_of(who.capacity) f where f.subject_id = one and w % 64 not in (17, 18)) x
     where x.wall in (select k.wall from unnest(subjects, asked) k (subject, wall) where k.subject = one);
    if granted is null or guard.is_stopped(who.capacity, one) then
      perform guard.note_refusal(who.person, who.capacity, errand, one);
      continue;
    end if;
    select a.id into assigned from public.access_assignment a
     where a.capacity_id = who.capacity and a.subject_id = one
       and a.from_at <= guard.now() and (a.until_at is null or guard.now() < a.until_at)
     order by array_length(a.walls, 1), a.from_at limit 1;
    select coalesce(array_agg(distinct d.ground), '{}') into grounds
      from unnest(told, told_walls, by_ground) d (subject, wall, ground) where d.subject = one and d.wall = any (granted);
    insert into public.access_look (id, at, kind, errand, person_id, capacity_id, subject_id, walls,
                                    assignment_id, ground_ids, shown)
    values (gen_random_uuid(), guard.now(), 'open', left(errand, 60), who.person, who.capacity, one, granted, assigned, grounds, '{}');
    opened := opened || one;
  end loop;
  if opened <> '{}' then perform guard.watch_harvest(who.person, who.capacity); end if;
  return opened;
end $$;

-- A list, a search or a switch of capacity: one event with the ids that were shown.
create or replace function guard.record(token text, what text, errand text, ids uuid[])
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; made uuid := gen_random_uuid();
begin
  if what not in ('list', 'search', 'switch', 'export', 'review') then
    perform guard.refuse('unknown kind of event');
  end if;
  select * into who from guard.actor_of(token);
  if who.person is null then perform guard.refuse('no live session'); end if;
  insert into public.access_look (id, at, kind, errand, person_id, capacity_id, walls, ground_ids, shown)
  values (made, guard.now(), what, left(errand, 60), who.person, who.capacity, '{}', '{}', coalesce(ids, '{}'));
  return made;
end $$;

create or replace function guard.note_refusal(person uuid, capacity uuid, errand text, record uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.access_securityevent (id, at, kind, errand, person_id, capacity_id, record_id)
  values (gen_random_uuid(), guard.now(), 'refused', left(errand, 60), person, capacity, record);
end $$;

create or replace function guard.refused(token text, errand text, record uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record;
begin
  select * into who from guard.actor_of(token);
  perform guard.note_refusal(who.person, who.capacity, errand, record);
end $$;

-- What the acting capacity has opened in the last 15 minutes.
create or replace function guard.my_opened() returns table (subject_id uuid, wall int)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 20 as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); mine uuid := guard.my_capacity();
begin
  return query
  select o.subject_id, w.wall from (select distinct l.subject_id, l.walls from public.access_look l
   where l.capacity_id = mine and l.at > t - interval '15 minutes' and l.at <= t and l.kind = 'open') o
   cross join lateral unnest(o.walls) as w (wall);
end $$;

-- Who has looked at a child: for those who work with it in the same compartment, without the sight of
-- looks behind walls they may not read themselves.
create or replace function guard.looks_at(child uuid)
  returns table (at timestamptz, errand text, capacity uuid, walls int[], ground_ids uuid[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine int[];
begin
  select array_agg(a.wall) into mine from guard.my_access_to(child) a where a.reads;
  return query
  select l.at, l.errand::text, l.capacity_id, l.walls, l.ground_ids from public.access_look l
   where l.subject_id = child and l.kind = 'open' and l.walls && coalesce(mine, '{}') and l.capacity_id is not null
     and not l.ground_ids && array(select guard.quiet_grounds())
   order by l.at desc, l.position desc;
end $$;

-- My own looks, lists and searches.
create or replace function guard.my_looks()
  returns table (at timestamptz, kind text, errand text, capacity uuid, subject uuid, walls int[], shown int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select l.at, l.kind::text, l.errand::text, l.capacity_id, l.subject_id, l.walls, cardinality(l.shown)
    from public.access_look l where l.person_id = guard.me() order by l.at desc, l.position desc;
end $$;

-- Who has had this record's wall open since it was written, or has seen it in a list: asked by its writer.
create or replace function guard.seen_by(record uuid, child uuid, at_wall int, since timestamptz)
  returns table (capacity uuid, at timestamptz) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if child in (select guard.shielded())
     or not exists (select from guard.my_access_to(child) a where a.wall = at_wall and a.reads)
        and not exists (select from guard.my_children() c where c = child) then
    return;
  end if;
  return query
  select l.capacity_id, max(l.at) from public.access_look l
   where l.capacity_id is not null and l.at >= since
     and (l.subject_id = child and at_wall = any (l.walls) or record = any (l.shown))
     and not l.ground_ids && array(select guard.quiet_grounds())
   group by l.capacity_id order by max(l.at);
end $$;

-- The running digest. Only transactions that can no longer be overtaken are sealed, in a fixed order.
create or replace function guard.fingerprint(l public.access_look) returns bytea
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return convert_to(jsonb_build_array(l.id, l.position, l.tx::text, extract(epoch from l.at), l.kind, l.errand,
    l.person_id, l.capacity_id, l.subject_id, l.walls, l.assignment_id, l.ground_ids, l.shown)::text, 'UTF8');
end $$;

create or replace function guard.seal() returns table (number bigint, looks int, head text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare last record; h bytea; c int := 0; tx bigint; pos bigint; l public.access_look;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  perform pg_advisory_xact_lock(7002);
  select s.number, s.upto_tx, s.upto_position, s.head into last from public.access_seal s order by s.number desc limit 1;
  h := coalesce(last.head, '\x00'::bytea);
  for l in select k.* from public.access_look k
            where k.tx < horizon
              and (last.number is null or (k.tx::text::bigint, k.position) > (last.upto_tx, last.upto_position))
            order by k.tx, k.position loop
    h := sha256(h || guard.fingerprint(l)); c := c + 1; tx := l.tx::text::bigint; pos := l.position;
  end loop;
  if c = 0 then return; end if;
  insert into public.access_seal (number, upto_tx, upto_position, looks, head, at)
  values (coalesce(last.number, 0) + 1, tx, pos, c, h, guard.now());
  return query select coalesce(last.number, 0) + 1, c, encode(h, 'hex');
end $$;

-- The newest seal again: a process that was killed may have sealed it and not kept its head in the second place.
create or replace function guard.last_seal() returns table (number bigint, looks int, head text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select s.number, s.looks, encode(s.head, 'hex') from public.access_seal s order by s.number desc limit 1;
end $$;

-- Walk the chain again from the first look; the first seal that no longer fits, or nothing.
create or replace function guard.broken_seal() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare s public.access_seal; h bytea := '\x00'::bytea; c int; l public.access_look;
  before_tx bigint := -1; before_pos bigint := -1; expected bigint := 1;
begin
  for s in select * from public.access_seal order by number loop
    c := 0;
    for l in select k.* from public.access_look k
              where (k.tx::text::bigint, k.position) > (before_tx, before_pos)
                and (k.tx::text::bigint, k.position) <= (s.upto_tx, s.upto_position)
              order by k.tx, k.position loop
      h := sha256(h || guard.fingerprint(l)); c := c + 1;
    end loop;
    if s.number <> expected or c <> s.looks or h <> s.head then return s.number; end if;
    before_tx := s.upto_tx; before_pos := s.upto_position; expected := expected + 1;
  end loop;
  return null;
end $$;

create or replace function guard.no_change() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin raise exception 'the log is append-only' using errcode = '42501'; end $$;
