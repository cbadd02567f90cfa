-- The log looks after itself: too many children in a short while is an alarm, and looks are drawn at random for review.

-- Who answers an alarm or reviews a look: one of those it was given to, or who has taken over; never about herself.
create or replace function guard.watches(over uuid, one uuid, other uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return over <> guard.me() and exists (select from guard.my_duties() d where d in (one, other));
end $$;

-- No more children are opened in this capacity until somebody has answered for it; one that is open may be gone on with.
create or replace function guard.is_stopped(which uuid, child uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from public.work_alarm a where a.capacity_id = which and (a.answered_at is null or a.answer = 'wrong'))
     and not exists (select from public.access_look l where l.capacity_id = which and l.subject_id = child
                        and l.at > guard.now() - interval '15 minutes');
end $$;

create or replace function guard.am_stopped() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return guard.is_stopped(guard.my_capacity(), null); end $$;

-- Asked by every look: how many different children this person has opened of late, in all her capacities, since it was
-- last answered for. Children of one journey are one child.
create or replace function guard.watch_harvest(who uuid, which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); since timestamptz; many int; made uuid; head uuid; officer uuid;
begin
  since := greatest(t - make_interval(mins => guard.settled_for('watch.harvest_minutes', which)),
                    (select max(a.answered_at) from public.work_alarm a where a.person_id = who));
  many := (select count(distinct coalesce((select min(p.journey_id::text) from public.journey_party p
                                            where p.child_id = o.subject_id and p.accepted_at is not null), o.subject_id::text))
             from (select distinct l.subject_id from public.access_look l
                    where l.capacity_id = any (array(select k.id from public.people_capacity k where k.person_id = who))
                      and l.at > since) o);
  if many < guard.settled_for('watch.harvest_children', which) then return; end if;
  head := guard.head_of(which); officer := guard.officer_of(which);
  insert into public.work_alarm (id, person_id, capacity_id, at, opened, head_id, officer_id, answer)
  values (gen_random_uuid(), who, which, t, many, head, officer, '') on conflict do nothing returning id into made;
  if made is null then return; end if;
  insert into public.access_securityevent (id, at, kind, errand, person_id, capacity_id, record_id)
  values (gen_random_uuid(), t, 'harvest', '', who, which, made);
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  select gen_random_uuid(), x, 'harvest_alarm', made, which, t from unnest(array[head, officer]) x where x is not null;
end $$;

create or replace function guard.alarms()
  returns table (id uuid, capacity uuid, at timestamptz, opened int, answer text, answered_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select a.id, a.capacity_id, a.at, a.opened, a.answer::text, a.answered_at from public.work_alarm a
   where guard.watches(a.person_id, a.head_id, a.officer_id) order by a.at desc;
end $$;

-- Answer for it: work lifts the stop; wrong lets it stand, until it is answered otherwise.
create or replace function guard.answer_alarm(which uuid, said text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.work_alarm a set answer = said, answered_at = guard.now(), answered_by_id = guard.my_capacity()
   where a.id = which and said in ('work', 'wrong') and guard.watches(a.person_id, a.head_id, a.officer_id)
     and a.answer <> 'work';
  if not found then perform guard.refuse('There is nothing for you to answer here.'); end if;
end $$;

-- Draw looks of the last week at random, so many in each authority; the seed says which, and is random itself.
-- Whoever leads the unit reviews, and the secrecy officer reviews those who lead.
create or replace function guard.draw_spot_checks(seed text) returns table (spot_check uuid, reviewer uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now();
begin
  return query
  with seen as (
    select l.id, l.capacity_id,
           row_number() over (partition by u.branch_id order by sha256(convert_to(seed || l.id, 'UTF8'))) as place
      from public.access_look l
      join public.people_capacity c on c.id = l.capacity_id join public.people_unit u on u.id = c.unit_id
     where l.kind = 'open' and l.at > t - interval '7 days'
       and not exists (select from public.work_spotcheck s where s.look_id = l.id)),
  drawn as (
    insert into public.work_spotcheck (id, look_id, looker_id, reviewer_id, drawn_at, reason, answer)
    select gen_random_uuid(), s.id, s.capacity_id, r.id, t, '', '' from seen s
     cross join lateral (select case when exists (select from guard.capacity(s.capacity_id) k where k.assigns)
                                     then coalesce(guard.officer_of(s.capacity_id), guard.head_of(s.capacity_id))
                                     else coalesce(guard.head_of(s.capacity_id), guard.officer_of(s.capacity_id)) end as id) r
     where s.place <= guard.settled_for('watch.spot_checks', s.capacity_id) and r.id is not null
    returning id, reviewer_id),
  told as (
    insert into public.journey_notice (id, to_id, kind, sent_by_id, sent_at)
    select gen_random_uuid(), d.reviewer_id, 'spot_checks', d.reviewer_id, t from drawn d
     where not exists (select from public.journey_notice n
                        where n.to_id = d.reviewer_id and n.kind = 'spot_checks' and n.done_at is null)
     group by d.reviewer_id)
  select d.id, d.reviewer_id from drawn d;
end $$;

-- The looks I review, and those of mine that someone asks about.
create or replace function guard.spot_checks()
  returns table (id uuid, is_mine boolean, looker uuid, at timestamptz, errand text, subject uuid, is_assigned boolean,
    drawn_at timestamptz, asked_at timestamptz, reason text, explained_at timestamptz, answer text, answered_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.my_capacity();
begin
  return query
  select s.id, s.looker_id = me, s.looker_id, l.at, l.errand::text, l.subject_id,
         l.assignment_id is not null or l.ground_ids <> '{}', s.drawn_at, s.asked_at, s.reason::text, s.explained_at,
         s.answer::text, s.answered_at
    from public.work_spotcheck s join public.access_look l on l.id = s.look_id
   where guard.watches(l.person_id, s.reviewer_id, null) or s.looker_id = me and s.asked_at is not null
   order by s.drawn_at desc, l.at desc;
end $$;

-- May I review this look, which nobody has answered for yet?
create or replace function guard.insist_reviews(which uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.spot_checks() s where s.id = which and not s.is_mine and s.answered_at is null) then
    perform guard.refuse('There is nothing for you to answer here.');
  end if;
end $$;

-- Ask the one who looked, once. She answers by a reason from a list: a review holds no text.
create or replace function guard.ask_look(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); looker uuid;
begin
  perform guard.insist_reviews(which);
  update public.work_spotcheck set asked_at = t where id = which and asked_at is null returning looker_id into looker;
  if looker is null then perform guard.refuse('You have asked already.'); end if;
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  values (gen_random_uuid(), looker, 'look_asked', which, guard.my_capacity(), t);
end $$;

create or replace function guard.explain_look(which uuid, said text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); told uuid;
begin
  update public.work_spotcheck set reason = said, explained_at = t
   where id = which and looker_id = guard.my_capacity() and asked_at is not null and explained_at is null
  returning reviewer_id into told;
  if told is null then perform guard.refuse('There is nothing for you to answer here.'); end if;
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  values (gen_random_uuid(), told, 'look_explained', which, guard.my_capacity(), t);
end $$;

-- The review's answer, kept. One that is not as it should be is a security event too, and the officer is told.
create or replace function guard.answer_look(which uuid, said text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); s record;
begin
  perform guard.insist_reviews(which);
  update public.work_spotcheck set answer = said, answered_at = t, answered_by_id = me where id = which returning * into s;
  if said <> 'wrong' then return; end if;
  insert into public.access_securityevent (id, at, kind, errand, person_id, capacity_id, record_id)
  select gen_random_uuid(), t, 'wrong look', l.errand, l.person_id, l.capacity_id, s.id
    from public.access_look l where l.id = s.look_id;
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  select gen_random_uuid(), o, 'look_wrong', s.id, me, t from guard.officer_of(s.looker_id) o where o is not null;
end $$;

grant execute on function guard.am_stopped(), guard.alarms(), guard.answer_alarm(uuid, text), guard.spot_checks(),
  guard.ask_look(uuid), guard.explain_look(uuid, text), guard.answer_look(uuid, text) to samling_app;
grant execute on function guard.draw_spot_checks(text) to samling_worker;
