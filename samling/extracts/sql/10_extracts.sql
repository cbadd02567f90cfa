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
  if you.person = me.person then perform guard.refuse('Nobody gives themselves access.'); end if;
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

-- The guardian who asks, by name, for the one who prepares it and gives it to her.
create or replace function guard.extract_asker(which uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select g.given_name || ' ' || g.family_name
            from public.extracts_request r join public.people_guardian g on g.id = r.guardian_id
           where r.id = which and r.id in (select guard.my_extracts()));
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

-- I am the one who is named.
create or replace function guard.insist_prepares_extract(which uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if which not in (select guard.my_extracts()) then
    perform guard.refuse('Only the one who has been named to prepare it looks through what there is.');
  end if;
end $$;

create or replace function guard.extract_rows(which uuid) returns table (kind text, record uuid, said jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1000 as $$
begin
  perform guard.insist_prepares_extract(which);
  perform guard.insist_extract_noted(which);
  return query select * from guard.rows_of_extract(which);
end $$;

grant execute on function
  guard.my_extracts(), guard.receive_extract(uuid, text, text, uuid, text, text, date), guard.open_extract(uuid, uuid, timestamptz),
  guard.extract_asker(uuid), guard.extract_rows(uuid)
to samling_app;
