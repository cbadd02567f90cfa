-- Across a wall: what a standing disclosure names, while its ground stands.

-- Which of these consents stand for which walls: within its period, not ended, every guardian with custody has said
-- yes (the latest answer counts) or is covered by a standing exception, and the child, where asked, has said yes. Of whoever
-- is of age nobody has custody: she is asked herself, whatever was said before.
create or replace function guard.standing_consents(which uuid[])
  returns table (consent_id uuid, wall int) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare t timestamptz := guard.now();
begin
  return query
  with asked as materialized (
    select c.id, c.subject_id, c.walls, c.asks_child, guard.has_turned(c.subject_id, 18) as of_age from public.consent_consent c
     where c.id = any (which) and c.ended_at is null and c.withdrawn_at is null
       and c.valid_from <= t and t < c.valid_until),
  latest as materialized (
    select distinct on (a.consent_id, a.giver, a.guardian_id)
           a.consent_id, a.giver, a.guardian_id, a.yes and a.taken_back_at is null as yes, a.walls
      from public.consent_consentanswer a
     where a.consent_id = any (which) and a.giver <> 'third' and a.withdrawn_at is null
     order by a.consent_id, a.giver, a.guardian_id, a.answered_at desc, a.id desc),
  excepted as materialized (
    select e.consent_id, e.guardian_id, e.reason from public.consent_consentexception e
     where e.consent_id = any (which) and e.ended_at is null and e.withdrawn_at is null)
  select k.id, w.wall
    from asked k cross join lateral unnest(k.walls) as w (wall)
   where not exists (                  -- no guardian with custody is missing
           select from public.people_guardian g
            where g.subject_id = k.subject_id and not k.of_age and g.custody in ('joint', 'sole', 'appointed', 'unknown')
              and g.from_at <= t and (g.until_at is null or t < g.until_at)
              and not exists (select from latest l where l.consent_id = k.id and l.guardian_id = g.id
                                 and l.yes and w.wall = any (l.walls))
              and not exists (select from excepted e where e.consent_id = k.id
                                 and (e.guardian_id = g.id or e.guardian_id is null)))
     and (not k.asks_child and not k.of_age and not exists (select from excepted e where e.consent_id = k.id and e.reason = 'child_alone')
          or exists (select from latest l where l.consent_id = k.id and l.giver = 'child'
                        and l.yes and w.wall = any (l.walls)))
     and exists (select from latest l where l.consent_id = k.id and l.yes and w.wall = any (l.walls));
end $$;

-- The grounds on which these child rows were invited into a journey, as far as they stand: in force, and where they
-- rest on consent, every consent stands for the name. A part in a shared space lasts as long as its ground.
create or replace function guard.grounds_of_parties(children uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 5 as $$
declare t timestamptz := guard.now();
begin
  return query
  with invited as materialized (
    select g.id, g.basis from public.access_ground g
     where g.id in (select p.ground_id from public.journey_party p where p.child_id = any (children))
       and g.from_at <= t and (g.until_at is null or t < g.until_at)),
  named as materialized (
    select r.ground_id, r.consent_id from invited i join public.access_groundconsent r on r.ground_id = i.id),
  standing as materialized (
    select s.consent_id from guard.standing_consents(array(select distinct n.consent_id from named n)) s
     where s.wall % 64 = 1)
  select i.id from invited i
   where i.basis <> 'consent'
      or exists (select from named n where n.ground_id = i.id)
         and not exists (select from named n
                          where n.ground_id = i.id and n.consent_id not in (select s.consent_id from standing s));
end $$;

-- Everything told to a capacity across walls that stands now.
create or replace function guard.disclosures_to(which uuid)
  returns table (id uuid, ground_id uuid, subject_id uuid, wall int, record_id uuid, since_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan rows 20 as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); cap record; consents uuid[];
begin
  select * into cap from guard.capacity(which);
  if not found or not cap.holds then return; end if;
  return query
  with mine as materialized (
    select a.subject_id from public.access_assignment a
     where a.capacity_id = cap.id and a.reach = 'full' and a.from_at <= t and (a.until_at is null or t < a.until_at)
    union
    select a.subject_id from public.access_assignment a
     where cap.whole_unit <> '{}' and a.unit_id = cap.unit
       and a.from_at <= t and (a.until_at is null or t < a.until_at)),
  near as materialized (               -- the child rows that meet mine in a journey, or hang on the same row
    select m.subject_id from mine m
    union
    select other.child_id from mine m
      join public.journey_party own on own.child_id = m.subject_id
       and own.accepted_at is not null and own.ended_at is null
      join public.journey_party other on other.journey_id = own.journey_id and other.child_id is not null
       and other.accepted_at is not null and other.ended_at is null),
  grounds as materialized (
    select g.id, g.basis, g.walls from public.access_ground g
     where g.to_capacity_id = cap.id and g.from_at <= t and (g.until_at is null or t < g.until_at)
    union
    select g.id, g.basis, g.walls from near n join public.access_ground g on g.subject_id = n.subject_id
     where (g.to_unit_id = cap.unit or g.to_branch_id = cap.branch)
       and g.from_at <= t and (g.until_at is null or t < g.until_at)),
  named as materialized (
    select r.ground_id, r.consent_id from grounds g join public.access_groundconsent r on r.ground_id = g.id),
  standing as materialized (
    select s.consent_id, s.wall
      from guard.standing_consents(array(select distinct n.consent_id from named n)) s),
  protected as materialized (select s.subject_id from guard.protected_subjects() s)
  select d.id, d.ground_id, d.subject_id, d.wall, d.record_id, d.since_at
    from grounds g join public.access_disclosure d on d.ground_id = g.id and d.ended_at is null
   where d.wall = any (g.walls)
     and (g.basis <> 'consent'
          or exists (select from named n where n.ground_id = g.id)
             and not exists (select from named n where n.ground_id = g.id and not exists (
                   select from standing s where s.consent_id = n.consent_id and s.wall = d.wall)))
     and (d.subject_id not in (select p.subject_id from protected p)
          or exists (select from public.access_protectedreader r
                      where r.subject_id = d.subject_id and r.capacity_id = cap.id
                        and r.from_at <= t and (r.until_at is null or t < r.until_at)));
end $$;

create or replace function guard.my_disclosures()
  returns table (id uuid, ground_id uuid, subject_id uuid, wall int, record_id uuid, since_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
declare v text := guard.kept('told');
begin
  if v is null and guard.may_keep() then
    select case when count(*) <= 200 then coalesce(jsonb_agg(to_jsonb(d)), '[]')::text else 'many' end into v
      from guard.disclosures_to(guard.my_capacity()) d;
    perform guard.keep('told', v);
  end if;
  if v <> 'many' then
    return query select x.* from jsonb_to_recordset(v::jsonb)
      as x (id uuid, ground_id uuid, subject_id uuid, wall int, record_id uuid, since_at timestamptz);
    return;
  end if;
  return query select d.* from guard.disclosures_to(guard.my_capacity()) d;
end $$;

-- Which consents about this child stand, and for which walls: for those who may read its consents.
create or replace function guard.consents_of(child uuid) returns table (consent_id uuid, wall int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select s.consent_id, s.wall from guard.standing_consents(array(
    select c.id from public.consent_consent c where c.subject_id = child
       and exists (select from guard.my_access_to(child) a where a.wall = c.wall and a.reads)
       and child not in (select guard.shielded()))) s;
end $$;
