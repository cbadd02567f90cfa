-- A consultation team: who sits there, whom a family's yes names, and what each of them is told.

-- My own places: the team, the one meeting or nothing for a standing place, and whether I lead.
create or replace function guard.my_forum_seats() returns table (forum uuid, meeting uuid, leads boolean)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 3 as $$
begin
  return query
  select p.forum_id, p.meeting_id, p.is_chair from public.forum_forummember p
   where p.capacity_id = guard.my_capacity() and p.until_at is null;
end $$;

-- The records of these places on an agenda: the item, what is said, decisions and what became of them.
create or replace function guard.forum_records(slots uuid[]) returns table (id uuid, subject_id uuid, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
#variable_conflict use_column
begin
  return query
  with items as materialized (
    select i.id, i.subject_id, i.wall from public.forum_forumitem i where i.slot_id = any (slots)),
  decided as materialized (
    select d.id, d.subject_id, d.wall from public.forum_forumdecision d where d.item_id in (select i.id from items i))
  select * from items union all select * from decided
  union all
  select r.id, r.subject_id, r.wall from public.forum_forumreview r where r.decision_id in (select d.id from decided d)
  union all
  select w.id, w.subject_id, w.wall from public.forum_forumwords w where w.slot_id = any (slots);
end $$;

-- Who sits at the table of a place on the agenda: those with a standing place, and the guests of that meeting.
create or replace function guard.forum_table(at_slot uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  return query
  select distinct p.capacity_id
    from public.forum_forumslot s
    join public.forum_forummeeting m on m.id = s.meeting_id
    join public.forum_forummember p on p.forum_id = m.forum_id and p.until_at is null
     and (p.meeting_id is null or p.meeting_id = m.id)
   where s.id = at_slot;
end $$;

-- Those at the table of a place on the agenda whom a standing yes about this child names for all these walls, by name or
-- by unit; only a yes to telling names a recipient. A question that the home is not to know of names nobody here, and a protected child is never told of.
create or replace function guard.named_at_forum(at_slot uuid, child uuid, need int[])
  returns table (capacity uuid, consent uuid, until timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  return query
  select distinct on (k.id) k.id, c.id, c.valid_until
    from guard.forum_table(at_slot) x (who)
    cross join lateral guard.capacity(x.who) k
    join public.consent_consent c on c.subject_id = child and c.wall % 64 <> 17
     and (c.to_capacity_id = k.id or c.to_unit_id = k.unit)
   where k.holds
     and child not in (select q.subject_id from guard.protected_subjects() q)
     and need <@ array(select w.wall from guard.standing_consents(array[c.id]) w)
   order by k.id, c.valid_until desc;
end $$;

-- Whether a capacity reads an item now: she works with the child, or it has been told to her and that stands.
create or replace function guard.way_to_forum_item(who uuid, item uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare i record;
begin
  select x.subject_id, x.wall into i from public.forum_forumitem x where x.id = item and x.withdrawn_at is null;
  return case
    when exists (select from guard.access_of(who, i.subject_id) a where a.wall = i.wall and a.reads) then 'works'
    when exists (select from guard.disclosures_to(who) d where d.record_id = item) then 'told' end;
end $$;

-- For those who read an item: who at the table reads it, and whom a yes names that nobody has let in yet.
create or replace function guard.forum_ears(at_slot uuid) returns table (capacity uuid, way text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
declare i record;
begin
  select x.* into i from public.forum_forumitem x where x.slot_id = at_slot;
  if guard.way_to_forum_item(guard.my_capacity(), i.id) is null then return; end if;
  return query
  select x.who, coalesce(guard.way_to_forum_item(x.who, i.id), 'named')
    from guard.forum_table(at_slot) x (who)
   where guard.way_to_forum_item(x.who, i.id) is not null
      or x.who in (select n.capacity from guard.named_at_forum(at_slot, i.subject_id, array[i.wall / 64 * 64 + 1, i.wall]) n);
end $$;

-- Tell one record to those at the table whom a standing yes names. The item brings the name; what another authority says
-- is told only to those who may know which child the item is about. Done twice it tells once. Returns how many may read it.
create or replace function guard.tell_forum(at_slot uuid, record uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); item record; r record; n record; g uuid; need int[]; told int := 0;
begin
  select x.id, x.subject_id into item from public.forum_forumitem x where x.slot_id = at_slot and x.withdrawn_at is null;
  select x.* into r from guard.forum_records(array[at_slot]) x where x.id = record;
  if item.id is null or r.id is null then perform guard.refuse('There is no such item.'); end if;
  perform guard.insist_works_with(r.subject_id);
  if not exists (select from guard.my_access_to(r.subject_id) a where a.wall = r.wall and a.writes) then
    perform guard.refuse('You can only tell what you may write.');
  end if;
  perform guard.lock_child(r.subject_id);
  need := case when r.subject_id = item.subject_id then array[r.wall / 64 * 64 + 1, r.wall] else array[r.wall] end;
  for n in select x.* from guard.named_at_forum(at_slot, r.subject_id, need) x
            where r.subject_id = item.subject_id or guard.way_to_forum_item(x.capacity, item.id) is not null loop
    select x.id into g from public.access_ground x
      join public.access_groundconsent c on c.ground_id = x.id and c.consent_id = n.consent
     where x.to_capacity_id = n.capacity and x.walls @> need and t < x.until_at limit 1;
    if g is null then
      g := gen_random_uuid();
      insert into public.access_ground (id, subject_id, walls, to_capacity_id, basis, paragraph, because, decided_by_id, from_at, until_at)
      select g, r.subject_id, need, n.capacity, 'consent', 'OSL 10:1, 12:2', f.name, me, t, n.until
        from public.forum_forumslot s join public.forum_forummeeting m on m.id = s.meeting_id
        join public.forum_forum f on f.id = m.forum_id where s.id = at_slot;
      insert into public.access_groundconsent (id, ground_id, subject_id, consent_id)
      values (gen_random_uuid(), g, r.subject_id, n.consent);
    end if;
    insert into public.access_disclosure (id, ground_id, subject_id, wall, record_id, made_by_id, made_at)
    select gen_random_uuid(), g, r.subject_id, w, case w when r.wall then record else r.subject_id end, me, t
      from unnest(need) w
     where not exists (select from public.access_disclosure d where d.ground_id = g and d.ended_at is null
                         and d.record_id = case w when r.wall then record else r.subject_id end);
    told := told + 1;
  end loop;
  return told;
end $$;

-- My own authority's row of the child that an item is about: the item's own, one that meets it in a journey, or one that was
-- opened at such a table before; only one that I work with. With `make` it is `own`, a row that I say it is, or a new one is
-- opened as when an invitation is accepted.
create or replace function guard.row_at_forum(at_slot uuid, make boolean, own uuid default null) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record; home uuid; i record; c record; found uuid;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select x.* into i from public.forum_forumitem x where x.slot_id = at_slot;
  if guard.way_to_forum_item(me.id, i.id) is null then
    if make then perform guard.refuse('The family has not said yes to telling you who the child is.'); end if;
    return null;
  end if;
  select coalesce(b.hangs_on_id, b.id) into home from public.people_branch b where b.id = me.branch;
  select k.subject_id into found from public.people_child k
   where k.subject_id in (select guard.my_work())
     and k.subject_id in (
       select i.subject_id
       union select other.child_id from public.journey_party own
         join public.journey_party other on other.journey_id = own.journey_id and other.accepted_at is not null and other.ended_at is null
        where own.child_id = i.subject_id and own.accepted_at is not null and own.ended_at is null
       union select w.subject_id from public.forum_forumwords w join public.forum_forumitem x on x.slot_id = w.slot_id
        where x.subject_id = i.subject_id)
   order by k.opened_at limit 1;
  if found is not null or not make then return found; end if;
  if own is not null then
    perform guard.insist_works_with(own);
    if not exists (select from public.people_child k where k.subject_id = own and k.branch_id = home) then
      perform guard.refuse('That child row belongs to another authority.');
    end if;
    return own;
  end if;
  select k.* into c from public.people_child k where k.subject_id = i.subject_id;
  if c.branch_id = home then perform guard.refuse('You do not work with this child.'); end if;
  return guard.open_child(me.unit, null, c.given_name, c.family_name, c.sort_key, c.born_on, c.birth_year, '', null);
end $$;

-- For those with a standing place: which places on the agenda have no decision yet. Not which child, nor whose.
create or replace function guard.forum_undecided(which uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  return query
  select s.id from public.forum_forumslot s join public.forum_forummeeting m on m.id = s.meeting_id
   where m.id = which and s.dropped_at is null
     and m.forum_id in (select f.forum from guard.my_forum_seats() f where f.meeting is null)
     and not exists (select from public.forum_forumitem i join public.forum_forumdecision d on d.item_id = i.id
                      where i.slot_id = s.id and d.ended_at is null and d.withdrawn_at is null);
end $$;

-- The holder of a decision, of whatever house, says what became of it: one line of hers, while she is told the decision. It is
-- told on to those who are told the decision, by the same grounds. She reads and writes nothing else by it.
create or replace function guard.review_forum_decision(which uuid, said text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); d record; made uuid := gen_random_uuid();
begin
  select x.id, x.subject_id, x.wall, x.item_id into d from public.forum_forumdecision x
   where x.id = which and x.ended_at is null and x.withdrawn_at is null and x.kind <> 'close'
     and x.holder_id in (select guard.my_duties()) for update;
  if not exists (select from guard.disclosures_to(me) o where o.record_id = d.id)
     or exists (select from public.forum_forumreview r where r.decision_id = d.id)
     or said not in ('helped', 'partly', 'no', 'not_done') then
    perform guard.refuse('The holder of the decision says what became of it, once, while allowed to read it.');
  end if;
  insert into public.forum_forumreview (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                        for_child, decision_id, result)
  values (made, d.subject_id, d.wall, me, t, 'no', 'staff', false, d.id, said);
  insert into public.journey_event (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                    for_child, kind, record_id)
  values (gen_random_uuid(), d.subject_id, d.wall, me, t, 'no', '', false, 'consultation team decision followed up', d.item_id);
  insert into public.access_disclosure (id, ground_id, subject_id, wall, record_id, made_by_id, made_at)
  select gen_random_uuid(), o.ground_id, d.subject_id, d.wall, made, me, t from public.access_disclosure o
   where o.record_id = d.id and o.ended_at is null;
  return made;
end $$;

-- A place is given up: by its holder, by who leads the team, by who keeps it; a guest's by any member. What was told to her
-- at this table is shut in the same act.
create or replace function guard.end_forum_place(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; p record; shut uuid[];
begin
  select * into me from guard.capacity(guard.my_capacity());
  select x.* into p from public.forum_forummember x where x.id = which and x.until_at is null;
  if not coalesce(p.capacity_id = me.id
       or exists (select from guard.my_forum_seats() s where s.forum = p.forum_id and s.meeting is null
                     and (s.leads or p.meeting_id is not null))
       or me.role = 'sysadmin' and exists (select from public.forum_forum f
                     where f.id = p.forum_id and f.organisation_id = me.organisation), false) then
    perform guard.refuse('You cannot end this place.');
  end if;
  update public.forum_forummember set until_at = greatest(t, from_at), until_by_id = me.id where id = which;
  with gone as (
    update public.access_disclosure d set ended_at = t, ended_by_id = me.id from public.access_ground g
     where g.id = d.ground_id and g.to_capacity_id = p.capacity_id and d.ended_at is null
       and d.record_id in (select r.id from guard.forum_records(array(
         select s.id from public.forum_forumslot s join public.forum_forummeeting m on m.id = s.meeting_id
          where m.forum_id = p.forum_id and (p.meeting_id is null or m.id = p.meeting_id))) r)
    returning d.ground_id)
  select array(select distinct x.ground_id from gone x) into shut;
  update public.access_ground g set until_at = greatest(t, g.from_at), ended_by_id = me.id
   where g.id = any (shut) and not exists (select from public.access_disclosure d
     where d.ground_id = g.id and d.ended_at is null and d.record_id is distinct from g.subject_id);
end $$;

grant execute on function guard.my_forum_seats(), guard.forum_ears(uuid), guard.tell_forum(uuid, uuid),
  guard.row_at_forum(uuid, boolean, uuid), guard.forum_undecided(uuid), guard.end_forum_place(uuid),
  guard.review_forum_decision(uuid, text) to samling_app;
