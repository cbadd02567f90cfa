-- Nothing ends, and nothing is left undone, without somebody being told in time.

-- What is to end by its date, and whose it is: roles, assignments, places in joint teams, and consents that stand. A
-- birthday that the law counts from comes to those who work with the child in the same way.
create or replace function guard.endings() returns table (kind text, whose uuid, record uuid, subject uuid, ends timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  select 'capacity_ends', c.id, c.id, null::uuid, c.until_at from public.people_capacity c where c.until_at > t
  union all
  select 'assignment_ends', a.capacity_id, a.id, a.subject_id, a.until_at from public.access_assignment a where a.until_at > t
  union all
  select 'membership_ends', m.capacity_id, m.id, null, m.until_at from public.access_jointmember m where m.until_at > t
  union all
  select 'consent_ends', guard.holder_of(c.written_by_id), c.id, c.subject_id, guard.consent_ends_at(c.id) from public.consent_consent c
   where c.valid_until > t and exists (select from guard.standing_consents(array[c.id]))
  union all
  select 'turns_' || y.age, a.capacity_id, a.subject_id, a.subject_id, guard.turns_at(a.subject_id, y.age)
    from public.access_assignment a cross join (values (15), (18)) y (age)
   where a.from_at <= t and (a.until_at is null or t < a.until_at) and t < guard.turns_at(a.subject_id, y.age);
end $$;

-- Twice beforehand its holder is told; not while the first word still stands unread.
create or replace function guard.warn_of_endings() returns table (notice uuid, to_whom uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  with near as (
    select e.kind, e.whose, e.record, e.subject, max(e.ends - make_interval(days => guard.settled_for(s.code, e.whose))) as since
      from guard.endings() e cross join (values ('deadline.warn_first_days'), ('deadline.warn_last_days')) s (code)
     where e.whose is not null and e.ends - make_interval(days => guard.settled_for(s.code, e.whose)) <= t
     group by 1, 2, 3, 4)
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), n.whose, n.kind, n.record, n.subject, n.whose, t from near n
   where not exists (select from public.journey_notice o where o.to_id = n.whose and o.kind = n.kind
                        and o.record_id = n.record and (o.sent_at >= n.since or o.done_at is null))
  returning id, to_id;
end $$;

-- Whom it concerns that a consent fell, as when it is taken back (guard.shut_consent): who asked, who had told on it and who
-- had invited on it until then; each of them, or whoever holds it now.
create or replace function guard.concerned_by(which uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 2 as $$
begin
  return query
  with rests as (
    select g.id, g.decided_by_id from public.access_groundconsent r join public.access_ground g on g.id = r.ground_id
     where r.consent_id = which and (g.until_at is null or g.until_at >= guard.consent_ends_at(which))),
  concerned as (
    select c.written_by_id as one from public.consent_consent c where c.id = which
    union select x.decided_by_id from rests x
    union select p.invited_by_id from public.journey_party p join rests x on x.id = p.ground_id where p.ended_at is null)
  select distinct h from concerned k cross join lateral guard.holder_of(k.one) h where h is not null;
end $$;

-- A consent whose time has run out, or whose guardians decide no more since the young person is of age: those whom it concerns
-- are told, once.
create or replace function guard.tell_of_lapsed() returns table (notice uuid, to_whom uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), h, 'consent_lapsed', c.id, c.subject_id, h, t
    from public.consent_consent c cross join lateral guard.concerned_by(c.id) h
   where c.ended_at is null and c.withdrawn_at is null
     and guard.consent_ends_at(c.id) <= t and guard.consent_ends_at(c.id) > t - interval '30 days'
     and (c.valid_until <= t or exists (
            select from public.consent_consentanswer a
             where a.consent_id = c.id and a.yes and a.taken_back_at is null and a.withdrawn_at is null))
     and not exists (select from public.journey_notice o where o.kind = 'consent_lapsed' and o.record_id = c.id)
  returning id, to_id;
end $$;

-- What should have been done some days ago: whoever leads the unit is told, once for each; not that a report was made.
create or replace function guard.tell_of_overdue() returns table (notice uuid, to_whom uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); today date := (guard.now() at time zone 'Europe/Stockholm')::date;
begin
  return query
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  select gen_random_uuid(), h, 'overdue', n.id, n.to_id, t
    from public.journey_notice n cross join lateral guard.head_of(n.to_id) h
   where n.done_at is null and n.due_on + guard.settled_for('deadline.overdue_days', n.to_id) <= today and h is not null
     and n.kind <> 'report feedback'
     and not exists (select from public.journey_notice o where o.kind = 'overdue' and o.record_id = n.id)
  returning id, to_id;
end $$;

-- What I have been told of and is still not done: whose, of which kind and since when; nothing of any child.
create or replace function guard.overdue() returns table (holder uuid, kind text, due_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select n.to_id, n.kind::text, n.due_on from public.journey_notice m join public.journey_notice n on n.id = m.record_id
   where m.kind = 'overdue' and m.to_id in (select guard.my_duties()) and n.done_at is null
   order by n.due_on, n.id;
end $$;

grant execute on function guard.overdue() to samling_app;
grant execute on function guard.warn_of_endings(), guard.tell_of_lapsed(), guard.tell_of_overdue() to samling_worker;
