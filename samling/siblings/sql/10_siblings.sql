-- Brothers and sisters: two journeys are joined while each child's own guardians have said yes (decision 85). Nothing is
-- read across by it: what stands beside the other child is shown to those who read both.

-- Of these questions, those with everyone's own yes now. An exception carries none: nobody is joined without being asked.
create or replace function guard.sibling_yes(which uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
begin
  return query
  select s.consent_id from guard.standing_consents(which) s join public.consent_consent c on c.id = s.consent_id
   where c.kind = 'siblings' and c.wall % 64 = 16
     and not exists (select from public.consent_consentexception e
                      where e.consent_id = c.id and e.ended_at is null and e.withdrawn_at is null);
end $$;

-- Which of these parts stand: the yes, the authority that asked for it, the matter; and nobody is protected.
create or replace function guard.standing_parts(which uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
begin
  return query
  select s.id from public.siblings_joined s
    join public.journey_journey x on x.subject_id = s.subject_id
    join public.journey_party p on p.journey_id = s.subject_id and p.child_id = s.child_id
   where s.id = any (which) and s.ended_at is null and x.closed_at is null and p.ended_at is null
     and (p.ground_id is null or p.ground_id in (select g from guard.grounds_of_parties(array[s.child_id]) g))
     and s.consent_id in (select y from guard.sibling_yes(array[s.consent_id]) y)
     and s.subject_id not in (select q.subject_id from guard.protected_subjects() q);
end $$;

-- The joinings that stand, each as seen from a journey of mine; of the other child what it is called, and no more.
create or replace function guard.my_joined()
  returns table (joining uuid, mine uuid, here uuid, other uuid, there uuid, called text)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 2 as $$
declare own uuid[];
begin
  own := array(select s.id from public.siblings_joined s
                where (s.subject_id, s.wall) in (select p.subject_id, p.wall from guard.my_pairs() p));
  return query
  select a.joining_id, a.id, a.subject_id, b.id, b.subject_id, b.called::text
    from public.siblings_joined a join public.siblings_joined b on b.joining_id = a.joining_id and b.id <> a.id
   where a.id = any (own)
     and exists (select from guard.standing_parts(array[a.id]))
     and exists (select from guard.standing_parts(array[b.id]));
end $$;

-- One child's part of a joining, by one who takes part in its journey and reads the yes that it rests on.
create or replace function guard.put_part(which uuid, joining uuid, child uuid, consent uuid, called text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); j uuid := guard.begin_journey(child);
begin
  insert into public.siblings_joined (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                      for_child, joining_id, child_id, consent_id, called)
  select which, j, 43, guard.my_capacity(), t, 'no', 'staff', false, joining, child, c.id, left(put_part.called, 60)
    from public.consent_consent c
   where c.id = consent and c.subject_id = child
     and exists (select from guard.my_access_to(child) a where a.wall = c.wall)
     and exists (select from guard.my_access_to(j));
  if not exists (select from guard.standing_parts(array[which])) then
    perform guard.refuse('Everyone who is asked must have said yes to this first.');
  end if;
end $$;

-- A word for the family to carry: nobody is looked up, and nobody is told that there is a brother or sister.
create or replace function guard.offer_joining(which uuid, child uuid, consent uuid, called text, word text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := gen_random_uuid();
begin
  insert into public.siblings_joining (id, digest, closes_at) values (made, word, guard.now() + interval '30 days');
  perform guard.put_part(which, made, child, consent, called);
  return which;
end $$;

-- The word has come to the other child's table, whose own guardians have said yes: the two are joined.
create or replace function guard.answer_joining(which uuid, child uuid, consent uuid, called text, word text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); g uuid; f record;
begin
  select x.id into g from public.siblings_joining x
   where x.digest = word and t < x.closes_at for update;
  select s.* into f from public.siblings_joined s where s.joining_id = g;
  if f.id is null or f.answered_at is not null or f.subject_id in (select p.journey_id from public.journey_party p where p.child_id = child) then
    perform guard.refuse('This word does not fit. Ask the family to fetch a new one.');
  end if;
  perform guard.put_part(which, g, child, consent, called);
  if not exists (select from guard.standing_parts(array[f.id])) then
    perform guard.refuse('This word does not fit. Ask the family to fetch a new one.');
  end if;
  if exists (select from guard.my_joined() m where m.there = f.subject_id and m.mine <> which
              and m.here = (select s.subject_id from public.siblings_joined s where s.id = which)) then
    perform guard.refuse('These two are joined already.');
  end if;
  update public.siblings_joined set answered_at = t where joining_id = g;
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  values (gen_random_uuid(), f.written_by_id, 'siblings_joined', f.id, f.child_id, f.written_by_id, t);
  return which;
end $$;

-- Leaving: whoever takes part notes that the family does not want it any more.
create or replace function guard.end_joining(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.siblings_joined s set ended_at = guard.now(), ended_by_id = guard.my_capacity()
   where s.id = which and s.ended_at is null
     and exists (select from guard.my_access_to(s.subject_id));
  if not found then perform guard.refuse('You are not part of this.'); end if;
end $$;

-- A yes that no longer stands ends the part at once, and for good: a later yes joins nobody by itself. Where nobody is acting,
-- as in what is done by the hour, it is signed by whoever ended the yes, or who wrote the part.
create or replace function guard.end_joinings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare told jsonb := to_jsonb(new); asked uuid := (told ->> tg_argv[0])::uuid; part record;
begin
  for part in select s.id, s.written_by_id from public.siblings_joined s where s.consent_id = asked and s.ended_at is null loop
    continue when exists (select from guard.sibling_yes(array[asked]));
    update public.siblings_joined set ended_at = guard.now(),
           ended_by_id = coalesce(guard.my_capacity(), (told ->> 'taken_back_by_id')::uuid, (told ->> 'ended_by_id')::uuid, part.written_by_id)
     where id = part.id;
  end loop;
  return null;
end $$;

-- Those at the other child's table are told that it is over, not why.
create or replace function guard.part_ended() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), o.written_by_id, 'siblings_over', o.id, o.child_id, o.written_by_id, guard.now()
    from public.siblings_joined o where o.joining_id = new.joining_id and o.ended_at is null;
  return null;
end $$;

-- What home has said or promised, and stands: nothing of the child's own, and nothing that tells of somebody else.
create or replace function guard.home_record(sort text, record uuid) returns table (subject_id uuid, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
begin
  return query
  select p.subject_id, p.wall from public.promises_promise p
   where sort = 'promise' and p.id = record and p.side = 'home' and p.withdrawn_at is null
  union all
  select s.subject_id, s.wall from public.views_story s
   where sort = 'story' and s.id = record and s.withdrawn_at is null and s.back_at is null
  union all
  select n.subject_id, n.wall from public.views_note n
   where sort = 'note' and n.id = record and n.voice in ('guardian', 'adult') and n.about_person is null
     and n.withdrawn_at is null and n.back_at is null;
end $$;

-- Lay it beside the other child: by one who writes where it stands and takes part at both tables.
create or replace function guard.lay_beside(which uuid, part uuid, sort text, record uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.siblings_common (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                      for_child, joining_id, kind, record_id, to_id)
  select which, r.subject_id, r.wall, guard.my_capacity(), guard.now(), 'no', 'staff', false, m.joining, sort, record, m.there
    from guard.my_joined() m cross join guard.home_record(sort, record) r
   where m.mine = part and m.there in (select o.here from guard.my_joined() o)
     and r.subject_id in (select m.here union select p.child_id from public.journey_party p where p.journey_id = m.here)
     and exists (select from guard.my_access_to(r.subject_id) a where a.wall = r.wall and a.writes);
  if not found then
    perform guard.refuse('Only what home has said or promised, by one who works with both children.');
  end if;
  return which;
end $$;

-- One's own joint meeting is held together with the other child's: offered, or in answer to what they have offered.
create or replace function guard.seat_together(which uuid, part uuid, meeting uuid, asked uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.siblings_sametable (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                         for_child, joining_id, meeting_id, occasion)
  select which, g.subject_id, g.wall, guard.my_capacity(), guard.now(), 'no', 'staff', false, m.joining, meeting, coalesce(asked, which)
    from guard.my_joined() m join public.gathering_jointmeeting g on g.subject_id = m.here
   where m.mine = part and g.id = meeting and g.held_at is null and g.cancelled_at is null and g.withdrawn_at is null
     and (asked is null or asked in (select o.occasion from guard.sibling_tables() o where o.mine = part));
  if not found then perform guard.refuse('These two tables cannot be one.'); end if;
  return which;
end $$;

-- When the others' table meets, where it was offered as one with ours: the time and the place, and whether it was called off.
create or replace function guard.sibling_tables()
  returns table (mine uuid, occasion uuid, starts_at timestamptz, ends_at timestamptz, place text, is_off boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
begin
  return query
  select m.mine, s.occasion, g.starts_at, g.ends_at, g.place::text, g.cancelled_at is not null
    from guard.my_joined() m join public.siblings_sametable s on s.joining_id = m.joining and s.subject_id = m.there
    join public.gathering_jointmeeting g on g.id = s.meeting_id
   where s.withdrawn_at is null and g.withdrawn_at is null;
end $$;

grant execute on function guard.my_joined(), guard.offer_joining(uuid, uuid, uuid, text, text),
  guard.answer_joining(uuid, uuid, uuid, text, text), guard.end_joining(uuid), guard.lay_beside(uuid, uuid, text, uuid),
  guard.seat_together(uuid, uuid, uuid, uuid), guard.sibling_tables() to samling_app;
