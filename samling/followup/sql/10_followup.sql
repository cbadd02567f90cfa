-- Follow-up: who is asked within the budget, and the link that shows one sheet of questions.

-- One person is asked, once: by who writes there, in a round of this child that is not done, three minutes at most, with nothing
-- else open to that person and nothing asked within a fortnight outside meetings. A total from a form that was filled in elsewhere
-- asks nobody anything; it needs an agreement in force.
create or replace function guard.ask_person(made uuid, which uuid, child uuid, behind int, told jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t timestamptz := guard.now(); today date := (t at time zone 'Europe/Stockholm')::date; me uuid := guard.my_capacity();
  person uuid := (told ->> 'person')::uuid; said text := told ->> 'voice'; way text := told ->> 'how';
begin
  perform guard.lock_child(child);
  if not exists (select from guard.my_access_to(child) a where a.wall = behind and a.writes) then
    perform guard.refuse('You may not write about this kind of information for the child.');
  end if;
  if exists (select from public.followup_ask a where a.id = made) then return made; end if;
  if not exists (select from public.followup_round r where r.id = which and r.done_at is null and r.withdrawn_at is null
                   and (r.subject_id = child or exists (select from public.journey_party p
                          where p.journey_id = r.subject_id and p.child_id = child and p.ended_at is null))) then
    perform guard.refuse('This follow-up is done, or is about another child.');
  end if;
  if behind % 64 <> 13 and behind % 64 is distinct from (case said when 'child' then 15 when 'home' then 14 when 'school' then 5 end)
     or said not in ('child', 'home', 'school') or (said = 'child') <> (person is null)
     or (told ->> 'seconds')::int not between 1 and 180 then
    perform guard.refuse('That cannot be asked so.');
  end if;
  if way = 'score' and not exists (select from public.instruments_licenceagreement l where l.package = told ->> 'package'
               and l.organisation_id = guard.organisation_of(me) and l.ended_at is null
               and l.from_on <= today and (l.until_on is null or today <= l.until_on)) then
    perform guard.refuse('There is no agreement in force for this questionnaire. Whoever administers Samling notes it.');
  end if;
  if way <> 'score' and exists (select from public.followup_ask a where a.subject_id = child and a.person_id is not distinct from person
               and a.withdrawn_at is null and a.until_on >= today
               and not exists (select from public.followup_reply r where r.ask_id = a.id and r.withdrawn_at is null)) then
    perform guard.refuse('A question to this person is still open. Wait for the answer, or note that it was skipped.');
  end if;
  if way not in ('table', 'score') and exists (select from public.followup_ask a where a.subject_id = child
               and a.person_id is not distinct from person and a.withdrawn_at is null and a.how not in ('table', 'score')
               and (a.written_at at time zone 'Europe/Stockholm')::date > today - 14) then
    perform guard.refuse('This person was asked less than a fortnight ago. Ask at a meeting, or wait.');
  end if;
  insert into public.followup_ask (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,
                                   round_id, voice, person_id, person_name, how, package, version, young, seconds, helps, until_on)
  values (made, child, behind, me, t, 'no', 'staff', false, which, said, person, told ->> 'name', way, told ->> 'package',
          told ->> 'version', (told ->> 'young')::boolean, (told ->> 'seconds')::int,
          array(select x::uuid from jsonb_array_elements_text(told -> 'helps') x), today + guard.settled_for('deadline.ask_days', me));
  return made;
end $$;

-- A link for whoever was asked, by someone who writes there; an earlier link for the same questions ends.
create or replace function guard.make_ask_link(which uuid, hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); a record; made uuid := gen_random_uuid();
begin
  select x.id, x.subject_id, x.wall into a from public.followup_ask x where x.id = which and x.withdrawn_at is null for update;
  if not exists (select from guard.my_access_to(a.subject_id) w where w.wall = a.wall and w.writes)
     or exists (select from public.followup_reply r where r.ask_id = which and r.withdrawn_at is null) then
    perform guard.refuse('You cannot make a link for these questions.');
  end if;
  update public.followup_asklink set until_at = t where ask_id = which and until_at > t;
  insert into public.followup_asklink (id, ask_id, digest, made_by_id, made_at, until_at)
  values (made, which, hash, guard.my_capacity(), t, t + make_interval(days => guard.settled_for('deadline.ask_days', guard.my_capacity())));
  return made;
end $$;

-- The questions behind a link that lives: not used, not run out, not taken back, not answered, nobody protected,
-- and not a guardian's when the child is of age.
create or replace function guard.ask_of_link(hash text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select l.ask_id from public.followup_asklink l join public.followup_ask a on a.id = l.ask_id
           where l.digest = hash and l.used_at is null and guard.now() < l.until_at and a.withdrawn_at is null
             and not exists (select from public.followup_reply r where r.ask_id = a.id and r.withdrawn_at is null)
             and not (a.voice = 'home' and guard.has_turned(a.subject_id, 18))
             and a.subject_id not in (select s.subject_id from guard.protected_subjects() s));
end $$;

-- What the link shows: which sheet, the promises it asks about in their latest words, and what the child is called by a child.
-- It is asked without sign-in; the secret is all it takes.
create or replace function guard.ask_shown(hash text)
  returns table (package text, version text, "time" text, voice text, young boolean, called text, promises jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select a.package::text, a.version::text, r.time::text, a.voice::text, a.young,
         case when a.voice = 'child' then coalesce(nullif(c.called, ''), c.given_name)::text else '' end,
         coalesce((select jsonb_object_agg(w.line_id::text, b.said) from (
                     select distinct on (x.line_id) x.id, x.line_id from public.plan_wording x
                      where x.line_id = any (a.helps) order by x.line_id, x.number desc) w
                   join public.plan_wordingbody b on b.head_id = w.id), '{}'::jsonb)
    from public.followup_ask a
    join public.followup_round r on r.id = a.round_id
    join public.people_child c on c.subject_id = a.subject_id
   where a.id = guard.ask_of_link(hash);
end $$;

-- The answer, once: kept as the person's own, written by whoever made the link. False when the link no longer lives.
create or replace function guard.answer_ask(hash text, said text, answers jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); l record; made uuid := gen_random_uuid();
begin
  select x.* into l from public.followup_asklink x where x.digest = hash for update;
  if guard.ask_of_link(hash) is null or said not in ('answered', 'skipped', 'declined')
     or jsonb_typeof(answers) <> 'object' or length(answers::text) > 4000 then
    return false;
  end if;
  update public.followup_asklink set used_at = t where id = l.id;
  insert into public.followup_reply (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,
                                     ask_id, "time", voice, person_id, person_name, package, version, young, state, how, heard_on)
  select made, a.subject_id, a.wall, l.made_by_id, t,
         case a.voice when 'child' then 'child_decides' when 'home' then 'no' else 'yes' end,
         case a.voice when 'child' then 'the child''s words' when 'home' then 'about someone else' else '' end, a.voice = 'child',
         a.id, r.time, a.voice, a.person_id, a.person_name, a.package, a.version, a.young, said, 'link',
         (t at time zone 'Europe/Stockholm')::date
    from public.followup_ask a join public.followup_round r on r.id = a.round_id where a.id = l.ask_id;
  if said = 'answered' then
    insert into public.followup_replybody (head_id, subject_id, wall, answers)
    select made, a.subject_id, a.wall, answers from public.followup_ask a where a.id = l.ask_id;
  end if;
  return true;
end $$;

grant execute on function guard.ask_person(uuid, uuid, uuid, int, jsonb), guard.make_ask_link(uuid, text),
  guard.ask_shown(text), guard.answer_ask(text, text, jsonb) to samling_app;
