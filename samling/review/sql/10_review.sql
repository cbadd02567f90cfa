-- The log, searched for a reason by those who answer for it: a secrecy officer in the whole organisation, a head in the
-- own unit, a data protection officer without names and children. Nobody sees here what the walls hide from her:
-- children with protected identity, reports made, that a home is not to be reached, and what was told quietly.

-- The organisation whose searches I review: a secrecy officer's and a data protection officer's.
create or replace function guard.my_review() returns uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return (select c.organisation from guard.capacity(guard.my_capacity()) c where c.role in ('secrecy_officer', 'dpo'));
end $$;

-- What rests on a question behind the no-contact wall, about anybody's child, save where I may read that question.
create or replace function guard.silent_grounds() returns setof uuid
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select r.ground_id from public.consent_consent c join public.access_groundconsent r on r.consent_id = c.id
   where c.wall % 64 = 17 and not exists (select from guard.my_access_to(c.subject_id) a where a.wall = c.wall and a.reads);
end $$;

create or replace function guard.search_looks(because text, of_person uuid, of_child uuid, of_kind text,
    since timestamptz, until timestamptz)
  returns table (at timestamptz, kind text, errand text, capacity uuid, unit uuid, subject uuid, walls int[], shown int)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me record; nameless boolean; hidden uuid[]; found int;
begin
  select * into me from guard.capacity(guard.my_capacity());
  nameless := me.role = 'dpo';
  if me.id is null or not (me.role in ('secrecy_officer', 'dpo') or me.assigns and me.holds) then
    perform guard.refuse('Your role may not search the log.');
  end if;
  if btrim(because) = '' then perform guard.refuse('Say why you search the log.'); end if;
  if nameless and (of_person is not null or of_child is not null) then
    perform guard.refuse('Your role searches the log by kind and time alone.');
  end if;
  hidden := array(select s from guard.shielded() s);
  return query
  select l.at, l.kind::text, l.errand::text, case when not nameless then l.capacity_id end, u.id,
         case when not nameless then l.subject_id end,
         case when nameless then '{}' else array(select w from unnest(l.walls) w where w % 64 not in (17, 18)) end,
         (select count(*)::int from unnest(l.shown) x where x <> all (hidden))
    from public.access_look l
    join public.people_capacity c on c.id = l.capacity_id
    join public.people_unit u on u.id = c.unit_id
    join public.people_branch b on b.id = u.branch_id
   where l.at >= since and l.at < search_looks.until
     and case when me.role in ('secrecy_officer', 'dpo') then b.organisation_id = me.organisation else u.id = me.unit end
     and (of_person is null or l.person_id = of_person)
     and (of_child is null or (l.subject_id = of_child or of_child = any (l.shown)) and of_child <> all (hidden))
     and (coalesce(of_kind, '') = '' or l.kind = of_kind)
     and (l.subject_id is null or l.subject_id <> all (hidden))
     and not (l.walls <> '{}' and not exists (select from unnest(l.walls) w where w % 64 not in (17, 18)))
     and not l.ground_ids && array(select guard.silent_grounds())
   order by l.at desc, l.position desc limit 500;
  get diagnostics found = row_count;
  insert into public.review_logsearch (id, organisation_id, because, person_id, record_id, kind, from_at, until_at, found,
    written_by_id, written_at)
  values (gen_random_uuid(), me.organisation, left(btrim(because), 200), of_person, of_child, coalesce(of_kind, ''), since,
    search_looks.until, found, me.id, guard.now());
end $$;

grant execute on function guard.my_review(), guard.search_looks(text, uuid, uuid, text, timestamptz, timestamptz) to samling_app;

-- On which legal bases something stands told out of an organisation, in numbers: one to four is said as -1.
create or replace function guard.bases_used() returns table (basis text, n int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not (me.role in ('sysadmin', 'dpo', 'records_officer', 'secrecy_officer') or me.assigns) then return; end if;
  return query
  select g.basis::text, case when count(*) < 5 then -1 else count(*)::int end
    from public.access_ground g join public.people_child c on c.subject_id = g.subject_id
    join public.people_branch b on b.id = c.branch_id
   where b.organisation_id = me.organisation and g.from_at <= t and (g.until_at is null or t < g.until_at)
     and g.subject_id not in (select p.subject_id from guard.protected_subjects() p)
     and not g.id = any (array(select guard.silent_grounds()))
   group by g.basis order by g.basis;
end $$;

grant execute on function guard.bases_used() to samling_app;
