-- Promises: whether they rest on a yes to a SIP, and the link that shows one line to its maker.

-- Whether a yes to a SIP stands now for the child of this journey, wherever it was taken; told to those in the space.
create or replace function guard.sip_stands(journey uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from guard.my_access_to(journey)) and exists (select from guard.standing_consents(array(
           select c.id from public.journey_party p join public.consent_consent c on c.subject_id = p.child_id
            where p.journey_id = journey and p.ended_at is null and c.kind = 'sip')));
end $$;

-- A link for the maker of one promise, by someone in the space; an earlier link for the same promise ends.
create or replace function guard.make_promise_link(which uuid, hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); p record; made uuid := gen_random_uuid();
begin
  select x.id, x.subject_id into p from public.promises_promise x where x.id = which and x.made_as <> 'staff' and x.withdrawn_at is null for update;
  if p.id is null or not exists (select from guard.my_access_to(p.subject_id))
     or p.subject_id in (select guard.shielded()) then
    perform guard.refuse('You cannot make a link for this promise.');
  end if;
  update public.promises_promiselink set until_at = t where promise_id = which and until_at > t;
  insert into public.promises_promiselink (id, promise_id, digest, made_by_id, made_at, until_at)
  values (made, which, hash, guard.my_capacity(), t, t + interval '14 days');
  return made;
end $$;

-- The promise behind a link that lives: not used, not run out, nothing said of the promise since, nobody protected,
-- and not a guardian's when the child is of age.
create or replace function guard.promise_of_link(hash text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return (select l.promise_id from public.promises_promiselink l join public.promises_promise p on p.id = l.promise_id
           where l.digest = hash and l.used_at is null and t < l.until_at and p.withdrawn_at is null
             and not exists (select from public.promises_promiseword w where w.promise_id = p.id)
             and not exists (select from public.people_guardian g where g.id = p.guardian_id and guard.has_turned(g.subject_id, 18))
             and not exists (select from public.journey_party j where j.journey_id = p.subject_id
                               and j.child_id in (select s.subject_id from guard.protected_subjects() s)));
end $$;

-- What the link shows: the words of that one line. It is asked without sign-in; the secret is all it takes.
create or replace function guard.promise_asked(hash text)
  returns table (said jsonb, rhythm text, starts_on date, until_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select b.said, p.rhythm::text, p.starts_on, p.until_on
    from public.promises_promise p
    join public.plan_wording w on w.line_id = p.id
    join public.plan_wordingbody b on b.head_id = w.id
   where p.id = guard.promise_of_link(hash)
   order by w.number desc limit 1;
end $$;

-- The answer, once: kept as the maker's own, written by whoever made the link. False when the link no longer lives.
create or replace function guard.answer_promise(hash text, yes boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); l record;
begin
  select x.* into l from public.promises_promiselink x where x.digest = hash for update;
  if guard.promise_of_link(hash) is null then return false; end if;
  update public.promises_promiselink set used_at = t where id = l.id;
  insert into public.promises_promiseword (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                       for_child, promise_id, word, how, heard_on)
  select gen_random_uuid(), p.subject_id, p.wall, l.made_by_id, t, 'yes', '', true, p.id, case when yes then 'yes' else 'no' end,
         'link', (t at time zone 'Europe/Stockholm')::date
    from public.promises_promise p where p.id = l.promise_id;
  return true;
end $$;

-- Whether what this capacity held has been left by a side that is in the space no longer: then nobody there is asked, and
-- whoever coordinates decides.
create or replace function guard.is_mine_to_decide(holder uuid, journey uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return holder is not null and not guard.is_in(holder, journey)
     and exists (select from guard.coordination_of(array[journey], '{}') c where c.coordinator = guard.my_capacity());
end $$;

-- Whoever coordinates asks another at the table to take over what a side has left; it is nobody's until she says yes.
create or replace function guard.ask_promise(which uuid, whom uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p record;
begin
  select x.subject_id, coalesce(x.holder_id, x.maker_id) as holder into p
    from public.promises_promise x where x.id = which and x.withdrawn_at is null for update;
  if not guard.is_mine_to_decide(p.holder, p.subject_id) or not exists (select from guard.access_of(whom, p.subject_id)) then
    perform guard.refuse('Whoever coordinates asks somebody at the table to take over what a side has left.');
  end if;
  update public.promises_promise set asked_id = whom where id = which;
end $$;

-- The one who takes over what its maker promised says so herself, or lets it go: the one who was asked when the child was
-- handed over, whoever holds the duties of one who has ended, or whoever coordinates when a side has left. Until then it is
-- nobody's.
create or replace function guard.take_promise(which uuid, yes boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); p record;
begin
  select x.id, x.subject_id, x.wall, x.asked_id, coalesce(x.holder_id, x.maker_id) as holder into p
    from public.promises_promise x where x.id = which and x.withdrawn_at is null for update;
  if not exists (select from guard.my_access_to(p.subject_id) a where a.wall = p.wall and a.writes)
     or (coalesce(p.asked_id, p.holder) not in (select guard.my_duties())
         or p.asked_id is null and not exists (select from public.people_capacity c where c.id = p.holder and c.until_at <= t))
        and (p.asked_id is not null or not guard.is_mine_to_decide(p.holder, p.subject_id)) then
    perform guard.refuse('Only the one who is asked to take it over answers.');
  end if;
  update public.promises_promise set asked_id = null, holder_id = case when yes then me else holder_id end where id = which;
  insert into public.promises_promiseword (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
                                       for_child, promise_id, word, how, heard_on)
  values (gen_random_uuid(), p.subject_id, p.wall, me, t, 'yes', '', true, which, case when yes then 'take' else 'let_go' end,
          'self', (t at time zone 'Europe/Stockholm')::date);
end $$;

grant execute on function guard.sip_stands(uuid), guard.make_promise_link(uuid, text),
  guard.promise_asked(text), guard.answer_promise(text, boolean), guard.take_promise(uuid, boolean),
  guard.ask_promise(uuid, uuid) to samling_app;
