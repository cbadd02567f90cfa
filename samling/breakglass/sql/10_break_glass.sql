-- Break-glass: in an emergency a child of one's own authority and activity is opened for a day, by one who has just
-- shown who she is, for a reason. It opens what the role could be given, to read and not to write, and never a
-- protected child: for her the answer is the same as for one who is not here.

create or replace function guard.break_glass(token text, from_roster uuid, number text, because text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; home uuid; child uuid; may int[]; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not me.holds then perform guard.refuse('Your role cannot open a child.'); end if;
  if not exists (select from public.people_session s where s.token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
                    and s.capacity_id = me.id and s.ended_at is null and s.strong_at > t - interval '5 minutes') then
    perform guard.refuse('Show once more who you are: it was more than five minutes ago.');
  end if;
  if coalesce(length(btrim(because)), 0) < 10 then perform guard.refuse('Say in a sentence why it cannot wait.'); end if;
  perform from public.people_person p where p.id = me.person for no key update;      -- one try at a time
  if (select count(*) from public.access_securityevent e where e.kind = 'break_glass' and e.person_id = me.person
        and e.at > t - interval '24 hours') >= 3 then
    perform guard.refuse('Three emergency openings in a day are the most. Ring the head of the unit.');
  end if;
  home := coalesce((select b.hangs_on_id from public.people_branch b where b.id = me.branch), me.branch);
  select c.subject_id into child from public.people_child c
    left join public.people_identitynumber i on i.owner_id = c.subject_id and i.branch_id = c.branch_id
    left join public.people_rosterentry r on r.id = c.roster_id
   where c.branch_id = home and c.subject_id not in (select p.subject_id from guard.protected_subjects() p)
     and (from_roster is not null and c.roster_id = from_roster and r.unit_id = me.unit
          or from_roster is null and break_glass.number <> '' and i.number = break_glass.number)
   order by c.opened_at, c.subject_id limit 1;
  insert into public.access_securityevent (id, at, kind, errand, person_id, capacity_id, record_id)
  values (gen_random_uuid(), t, 'break_glass', 'open a child in an emergency', me.person, me.id, child);
  if child is null then return null; end if;
  if exists (select from guard.access_of(me.id, child) a where a.reads) then
    perform guard.refuse('You work with this child already.');
  end if;
  if not exists (select from guard.heads_to_tell(child, me.id)) then
    perform guard.refuse('Nobody here can be told of it, and then nothing is opened. Ring 112 if there is danger to life.');
  end if;
  may := guard.walls_for(me.id);
  perform guard.lock_child(child);
  insert into public.access_ground (id, subject_id, walls, to_capacity_id, basis, paragraph, because, decided_by_id, from_at, until_at)
  values (made, child, may, me.id, 'break_glass', '', left(btrim(because), 400), me.id, t, t + interval '24 hours');
  insert into public.access_disclosure (id, ground_id, subject_id, wall, since_at, made_by_id, made_at)
  select gen_random_uuid(), made, child, w, '1900-01-01+00', me.id, t from unnest(may) w;
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), h, 'break_glass', made, child, me.id, t from guard.heads_to_tell(child, me.id) h;
  return made;
end $$;

-- Who is told: those who lead the child's unit and the opener's own; where that is nobody else, those who may decide in
-- the same authority and activity; where nobody decides there either, the secrecy officer and the system administrator of
-- the opener's organisation.
create or replace function guard.heads_to_tell(child uuid, opener uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  with places as (
    select c.unit_id as unit, c.branch_id as branch from public.people_child c where c.subject_id = child
    union select k.unit_id, u.branch_id from public.people_capacity k join public.people_unit u on u.id = k.unit_id where k.id = opener),
  heads as (
    select k.id, k.unit_id, r.may_assign, r.may_decide_exceptions from public.people_capacity k
      join public.people_unit u on u.id = k.unit_id join public.people_branch b on b.id = u.branch_id
      join public.people_roleright r on r.role = k.role and r.domain = b.domain
           and r.from_at <= t and (r.until_at is null or t < r.until_at)
     where u.branch_id in (select p.branch from places p) and guard.can_hold(k.id)
       and k.person_id <> (select o.person_id from public.people_capacity o where o.id = opener)),
  near as (select l.id from heads l where l.may_assign and l.unit_id in (select p.unit from places p)),
  led as (
    select n.id from near n
    union
    select l.id from heads l where l.may_decide_exceptions and not exists (select from near))
  select l.id from led l
  union
  select f.id from guard.capacity(opener) o
    join public.people_branch b on b.organisation_id = o.organisation
    join public.people_unit u on u.branch_id = b.id
    join public.people_capacity k on k.unit_id = u.id and k.person_id <> o.person
    cross join lateral guard.capacity(k.id) f
   where f.role in ('secrecy_officer', 'sysadmin') and not exists (select from led)
     and not exists (select from public.people_leave a
                      where a.capacity_id = k.id and a.from_at <= t and (a.until_at is null or t < a.until_at));
end $$;

-- An emergency opening as whoever answers for it may see it, also where she does not read about the child: who opened,
-- when, how often something was looked at, and the answer. The reason was written to be read by her, yet may tell of the
-- child: it stays away from those the child is shielded from. Nothing else says which child it was.
create or replace function guard.opening_to_answer(which uuid)
  returns table (opener uuid, from_at timestamptz, until_at timestamptz, because text, looks bigint,
    needed boolean, words text, reviewer uuid, reviewed_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select g.decided_by_id, g.from_at, g.until_at, case when h.hidden then '' else g.because::text end,
         (select count(*) from public.access_look l
           where l.subject_id = g.subject_id and l.capacity_id = g.to_capacity_id and l.kind = 'open' and which = any (l.ground_ids)),
         r.needed, r.words::text, r.reviewed_by_id, r.reviewed_at
    from public.access_ground g
    cross join lateral (select g.subject_id in (select guard.shielded()) as hidden) h
    left join public.breakglass_review r on r.ground_id = g.id
   where g.id = which and g.basis = 'break_glass'
     and exists (select from public.journey_notice n where n.record_id = which and n.kind = 'break_glass'
                    and n.to_id in (select guard.my_duties()));
end $$;

-- The answer to it, by one who was told or has taken over from one who was, and never by the one who opened.
create or replace function guard.review_break_glass(which uuid, needed boolean, words text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); g record; me uuid := guard.my_capacity();
begin
  select s.* into g from public.access_ground s where s.id = which and s.basis = 'break_glass' for update;
  if g.id is null or not exists (select from public.journey_notice n where n.record_id = which and n.kind = 'break_glass'
                                    and n.to_id in (select guard.my_duties()))
     or exists (select from public.people_capacity o where o.id = g.decided_by_id and o.person_id = guard.me()) then
    perform guard.refuse('There is no emergency opening here for you to answer for.');
  end if;
  if exists (select from public.breakglass_review r where r.ground_id = which) then
    perform guard.refuse('It has been answered for already.');
  end if;
  if needed is null or not needed and coalesce(length(btrim(words)), 0) < 10 then
    perform guard.refuse('Say in a sentence what was wrong.');
  end if;
  insert into public.breakglass_review (id, ground_id, subject_id, reviewed_by_id, reviewed_at, needed, words)
  values (gen_random_uuid(), which, g.subject_id, me, t, needed, left(btrim(coalesce(words, '')), 400));
  if not needed then
    update public.access_ground set until_at = greatest(t, from_at), ended_by_id = me
     where id = which and (until_at is null or t < until_at);
  end if;
  update public.journey_notice set done_at = t where record_id = which and kind = 'break_glass' and done_at is null;
end $$;

grant execute on function
  guard.break_glass(text, uuid, text, text), guard.review_break_glass(uuid, boolean, text),
  guard.opening_to_answer(uuid)
to samling_app;
