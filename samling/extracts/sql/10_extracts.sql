-- An extract: all that one compartment holds about a child, seen by the one whom a dated decision names, for that child
-- and that request alone. Nobody names herself; what is held back is decided by a second person; what is given is kept.

-- The requests that I am named to prepare, by a decision in force; not for a child that is shielded from me.
create or replace function guard.my_extracts() returns setof uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity();
begin
  return query
  select o.request_id from public.extracts_opening o join public.extracts_request r on r.id = o.request_id
   where o.preparer_id = me and o.from_at <= t and t < o.until_at
     and exists (select from guard.capacity(me))
     and r.subject_id not in (select guard.shielded());
end $$;

-- May I decide about this request: my role decides, the compartment is mine, and I work with the child.
create or replace function guard.insist_decides_extract(which uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record; r record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select q.* into r from public.extracts_request q where q.id = which;
  if r.id is null or me.id is null or not me.decides or me.number <> r.wall / 64 then
    perform guard.refuse('A head or a secrecy officer of the same activity decides this.');
  end if;
  perform guard.insist_works_with(r.subject_id);
end $$;

-- Verbs on one request queue up behind this lock.
create or replace function guard.lock_extract(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin perform from public.extracts_request r where r.id = which for update; end $$;

-- How far it has come: the last step, or nothing.
create or replace function guard.extract_step(which uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.kind from public.extracts_step s where s.request_id = which order by s.written_at desc, s.id desc limit 1);
end $$;

-- A request is taken down by anyone who works with the child where it was asked; a guardian needs custody to ask.
create or replace function guard.receive_extract(child uuid, of_kind text, from_asker text, of_guardian uuid, wanted text,
    identity text, received_on date) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; at_wall int; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  perform guard.insist_works_with(child);
  at_wall := me.number * 64 + 16;
  if not exists (select from guard.my_access_to(child) a where a.wall = at_wall and a.writes) then
    perform guard.refuse('Ask someone who reads about consent to take it down.');
  end if;
  if (of_kind = 'own') <> (from_asker in ('guardian', 'young')) then
    perform guard.refuse('The family asks for the child''s own data, others for public documents.');
  end if;
  if of_kind = 'own' and identity = 'unasked' then
    perform guard.refuse('Make sure who asks before a child''s own data are given.');
  end if;
  if from_asker = 'guardian' and not exists (select from public.people_guardian g
       where g.id = of_guardian and g.subject_id = child and g.custody in ('joint', 'sole', 'appointed')
         and g.from_at <= t and (g.until_at is null or t < g.until_at) and not guard.has_turned(child, 18)) then
    perform guard.refuse('Only a guardian with custody asks for the child.');
  end if;
  if received_on > t::date + 1 then perform guard.refuse('It cannot have come after today.'); end if;
  insert into public.extracts_request (id, subject_id, wall, kind, asker, guardian_id, wanted, identity, received_on, written_by_id, written_at)
  values (made, child, at_wall, of_kind, from_asker, case when from_asker = 'guardian' then of_guardian end,
          left(btrim(wanted), 400), identity, received_on, me.id, t);
  return made;
end $$;

-- Somebody else is named to prepare it, until a day: who keeps the organisation's records, or decides or leads in the same
-- activity; no wall between activities is opened by it.
create or replace function guard.open_extract(which uuid, to_whom uuid, ends_at timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; you record; child uuid; made uuid := gen_random_uuid();
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  select * into me from guard.capacity(guard.my_capacity());
  select * into you from guard.capacity(to_whom);
  child := (select q.subject_id from public.extracts_request q where q.id = which);
  if guard.extract_step(which) = 'closed' then perform guard.refuse('It has been closed.'); end if;
  if you.id is null or not (you.role = 'records_officer' and you.organisation = me.organisation
                            or you.number = me.number and (you.decides or you.assigns)) then
    perform guard.refuse('Name someone who keeps the records of the organisation, or who decides or leads in the same activity.');
  end if;
  if you.person = me.person then perform guard.refuse('Nobody gives herself access.'); end if;
  if child in (select p.subject_id from guard.protected_subjects() p) and not exists (
       select from public.access_protectedreader d where d.subject_id = child and d.capacity_id = you.id
          and d.from_at <= t and (d.until_at is null or t < d.until_at)) then
    perform guard.refuse('Name someone who may read about this child already.');
  end if;
  if ends_at is null or ends_at <= t or ends_at > t + interval '60 days' then
    perform guard.refuse('Say until when: sixty days at the most.');
  end if;
  update public.extracts_opening set until_at = greatest(t, from_at)
   where request_id = which and t < until_at;
  insert into public.extracts_opening (id, request_id, preparer_id, given_by_id, from_at, until_at)
  values (made, which, you.id, me.id, t, ends_at);
  return made;
end $$;

-- The child's rows in the compartment (two may have been opened for one child), the journeys, and the compartments.
create or replace function guard.extract_reach(which uuid)
  returns table (children uuid[], journeys uuid[], untils timestamptz[], numbers int[], is_home boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
declare child uuid; own int; home uuid;
begin
  child := (select q.subject_id from public.extracts_request q where q.id = which);
  own := (select q.wall / 64 from public.extracts_request q where q.id = which);
  home := (select c.branch_id from public.people_child c where c.subject_id = child);
  is_home := own = (select b.number from public.people_branch b where b.id = home);
  children := array(
    select child union
    select c.subject_id from public.people_identitynumber mine
      join public.people_identitynumber twin on twin.number = mine.number and twin.branch_id = mine.branch_id
      join public.people_child c on c.subject_id = twin.owner_id
     where mine.owner_id = child and c.subject_id not in (select guard.shielded()));
  numbers := array(select own union
    select b.number from public.people_branch b where is_home and b.hangs_on_id = home and b.domain = 'report');
  select coalesce(array_agg(p.journey_id order by p.id), '{}'), coalesce(array_agg(least(p.ended_at, case
           when p.ground_id not in (select s from guard.grounds_of_parties(children) s) then guard.ground_fell_at(p.ground_id) end,
           'infinity') order by p.id), '{}')
    into journeys, untils
    from public.journey_party p
   where p.child_id = any (children) and p.how = 'space' and p.accepted_at is not null;
  return next;
end $$;

-- When a ground that stands no more fell: when it ended, or a consent behind it did; when nobody can tell, at its beginning.
create or replace function guard.ground_fell_at(which uuid) returns timestamptz
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(least(
             case when g.until_at <= guard.now() then g.until_at end,
             (select min(least(c.ended_at, c.withdrawn_at, c.valid_until,
                               (select min(a.taken_back_at) from public.consent_consentanswer a where a.consent_id = c.id)))
                from public.access_groundconsent r join public.consent_consent c on c.id = r.consent_id where r.ground_id = g.id)),
           g.from_at)
      from public.access_ground g where g.id = which);
end $$;

-- No log, no read: the one who is named has noted on record that she opens it, within the hour.
create or replace function guard.insist_extract_noted(which uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity();
begin
  if not exists (select from public.extracts_request r join public.access_look l on r.subject_id = any (l.shown)
                  where r.id = which and l.capacity_id = me and l.kind = 'export' and l.at > t - interval '1 hour') then
    perform guard.refuse('Nothing is shown before it is on record who looks.');
  end if;
end $$;

-- Every row of one request, table by table: the record, and its text beside it.
create or replace function guard.rows_of_extract(which uuid) returns table (kind text, record uuid, said jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1000 as $$
declare k record; r record;
begin
  select * into r from guard.extract_reach(which);
  for k in select * from guard.extract_kinds() loop
    return query execute format(
      'select %L::text, x.%I, (to_jsonb(x) - %L::text[]) || case when %L = '''' then ''{}''::jsonb else jsonb_build_object(''body'', %s) end'
      ' from public.%I x where %s',
      k.name, k.key, k.left_out, k.body,
      case when k.body = '' then 'null' else format('(select to_jsonb(b) - ''{head_id,subject_id,wall}''::text[] from public.%I b where b.head_id = x.id)', k.body) end,
      k.name, k.condition)
      using r.children, r.journeys, r.untils, r.numbers, r.is_home;
  end loop;
end $$;

create or replace function guard.extract_rows(which uuid) returns table (kind text, record uuid, said jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1000 as $$
begin
  if which not in (select guard.my_extracts()) then
    perform guard.refuse('Only the one who has been named to prepare it looks through what there is.');
  end if;
  perform guard.insist_extract_noted(which);
  return query select * from guard.rows_of_extract(which);
end $$;

-- A person's word about items of the extract. Holding back or masking names a ground and a reason.
create or replace function guard.choose_extract(which uuid, of_kind text, records uuid[], held boolean, words text, on_ground text,
    why text) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if which not in (select guard.my_extracts()) then
    perform guard.refuse('Only the one who has been named to prepare it looks through what there is.');
  end if;
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), 'returned') <> 'returned' then
    perform guard.refuse('It is looked through already.');
  end if;
  if (held or btrim(words) <> '') and (on_ground = '' or length(btrim(why)) < 5) then
    perform guard.refuse('Say on which ground and why.');
  end if;
  insert into public.extracts_choice (id, request_id, kind, record_id, is_held, masked, ground, because, written_by_id, written_at)
  select gen_random_uuid(), which, of_kind, k, held, left(btrim(words), 400), on_ground, left(btrim(why), 400), guard.my_capacity(), guard.now()
    from unnest(records) k;
  return cardinality(records);
end $$;

-- The last word about each item that keeps something back.
create or replace function guard.held_of_extract(which uuid)
  returns table (kind text, record_id uuid, is_held boolean, masked text, ground text, because text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select l.kind::text, l.record_id, l.is_held, l.masked::text, l.ground::text, l.because::text
    from (select distinct on (c.kind, c.record_id) c.* from public.extracts_choice c where c.request_id = which
           order by c.kind, c.record_id, c.written_at desc, c.id desc) l
   where l.is_held or l.masked <> '';
end $$;

-- Everything has been looked at. Where something is held back, a second person decides.
create or replace function guard.finish_extract(which uuid, seen text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare into_step text;
begin
  if which not in (select guard.my_extracts()) then
    perform guard.refuse('Only the one who has been named to prepare it looks through what there is.');
  end if;
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), 'returned') <> 'returned' then
    perform guard.refuse('It is looked through already.');
  end if;
  into_step := case when exists (select from guard.held_of_extract(which)) then 'submitted' else 'ready' end;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, into_step, '', '', seen, guard.my_capacity(), guard.now());
  return into_step;
end $$;

-- What waits for the second person: only what is held back, with ground and reason.
create or replace function guard.extract_held(which uuid)
  returns table (kind text, record uuid, said jsonb, is_held boolean, masked text, ground text, because text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
begin
  perform guard.insist_decides_extract(which);
  if guard.extract_step(which) is distinct from 'submitted' then
    perform guard.refuse('There is nothing to decide about.');
  end if;
  perform guard.insist_extract_noted(which);
  return query
  select x.kind, x.record, x.said, h.is_held, h.masked, h.ground, h.because
    from guard.held_of_extract(which) h
    join guard.rows_of_extract(which) x on x.kind = h.kind and x.record = h.record_id;
end $$;

-- The second person agrees, or sends it back; never the one who prepared it.
create or replace function guard.decide_extract(which uuid, agrees boolean, why text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if guard.extract_step(which) is distinct from 'submitted' then
    perform guard.refuse('There is nothing to decide about.');
  end if;
  if exists (select from public.extracts_step s join public.people_capacity c on c.id = s.written_by_id
              where s.request_id = which and s.kind = 'submitted' and c.person_id = guard.me()) then
    perform guard.refuse('Somebody else than the one who prepared it decides.');
  end if;
  if agrees is null or not agrees and coalesce(length(btrim(why)), 0) < 5 then
    perform guard.refuse('Say in a sentence what is to be looked at again.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, case when agrees then 'approved' else 'returned' end, left(btrim(coalesce(why, '')), 400), '', '',
          guard.my_capacity(), guard.now());
end $$;

-- Something has been written since it was looked through: the one who prepares it looks once more.
create or replace function guard.look_again_at_extract(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if which not in (select guard.my_extracts()) or coalesce(guard.extract_step(which), '') not in ('ready', 'submitted', 'approved') then
    perform guard.refuse('There is nothing to look at again.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'returned', '', '', '', guard.my_capacity(), guard.now());
end $$;

-- It is given, in the form that was looked through and decided; a copy is kept with its digests.
create or replace function guard.give_extract(which uuid, in_way text, seen text, paper bytea, data bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); made uuid := gen_random_uuid();
begin
  if which not in (select guard.my_extracts()) then perform guard.refuse('The one who prepared it gives it.'); end if;
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), '') not in ('ready', 'approved') then
    perform guard.refuse('It is not ready to be given.');
  end if;
  if seen is distinct from (select s.digest from public.extracts_step s where s.request_id = which and s.digest <> ''
                             order by s.written_at desc, s.id desc limit 1) then
    perform guard.refuse('Something has been written since it was looked through. Look once more.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'given', '', in_way, '', me, t);
  insert into public.extracts_copy (id, request_id, paper, data, paper_digest, data_digest, made_at, made_by_id)
  values (made, which, paper, data, encode(sha256(paper), 'hex'), encode(sha256(data), 'hex'), t, me);
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
  return made;
end $$;

-- Taken back by who asked, or asked of the wrong place: closed with a reason.
create or replace function guard.close_extract(which uuid, why text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), '') in ('given', 'closed', 'refused') then perform guard.refuse('It has been given or closed already.'); end if;
  if coalesce(length(btrim(why)), 0) < 5 then perform guard.refuse('Say in a sentence why.'); end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'closed', left(btrim(why), 400), '', '', guard.my_capacity(), t);
  update public.extracts_opening set until_at = greatest(t, from_at) where request_id = which and t < until_at;
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
end $$;

-- What was held back when it had been given, for who decides there: what kind, how many, on which ground; nothing of what it says.
create or replace function guard.extract_grounds(which uuid) returns table (kind text, ground text, is_held boolean, many bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  perform guard.insist_decides_extract(which);
  if coalesce(guard.extract_step(which), '') not in ('given', 'refused') then perform guard.refuse('It has not been given yet.'); end if;
  return query select h.kind, h.ground, h.is_held, count(*) from guard.held_of_extract(which) h group by 1, 2, 3 order by 1, 2, 3;
end $$;

-- Whoever asked wants a decision in writing about what was held back (OSL 6:3): made once, and kept as it was sent.
create or replace function guard.refuse_extract(which uuid, why text, decision bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if guard.extract_step(which) is distinct from 'given' or not exists (select from guard.held_of_extract(which)) then
    perform guard.refuse('There is nothing held back to decide about in writing.');
  end if;
  if coalesce(length(btrim(why)), 0) < 20 then perform guard.refuse('Write the reasons, so that they can be appealed against.'); end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, paper, written_by_id, written_at)
  values (gen_random_uuid(), which, 'refused', left(btrim(why), 2000), '', '', decision, guard.my_capacity(), guard.now());
end $$;

grant execute on function
  guard.extract_grounds(uuid), guard.refuse_extract(uuid, text, bytea),
  guard.my_extracts(), guard.receive_extract(uuid, text, text, uuid, text, text, date), guard.open_extract(uuid, uuid, timestamptz),
  guard.extract_rows(uuid), guard.choose_extract(uuid, text, uuid[], boolean, text, text, text), guard.finish_extract(uuid, text),
  guard.extract_held(uuid), guard.decide_extract(uuid, boolean, text), guard.look_again_at_extract(uuid),
  guard.give_extract(uuid, text, text, bytea, bytea), guard.close_extract(uuid, text)
to samling_app;
