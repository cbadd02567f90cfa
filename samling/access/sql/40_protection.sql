-- Protected identity, read live by two layers on two paths (domain reference 6.11).

-- First path: from the protection rows outwards. A protected child; the children of a protected guardian;
-- the siblings of a protected child, inside the same compartment; the journeys they are parties of.
create or replace function guard.protected_subjects() returns table (subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 100 as $$
#variable_conflict use_column
declare t timestamptz := guard.now();
begin
  return query
  with live as materialized (
    select p.subject_id, p.guardian_id from public.people_protection p
     where p.from_at <= t and (p.until_at is null or t < p.until_at)),
  kin as materialized (                -- adults through whom protection spreads
    select g.identity_key, g.wall / 64 as branch from live l join public.people_guardian g
        on g.id = l.guardian_id or l.guardian_id is null and g.subject_id = l.subject_id
     where g.identity_key is not null and g.from_at <= t and (g.until_at is null or t < g.until_at)),
  children as (
    select l.subject_id from live l
    union
    select g.subject_id from kin k join public.people_guardian g
        on g.identity_key = k.identity_key and g.wall / 64 = k.branch
     where g.from_at <= t and (g.until_at is null or t < g.until_at))
  select c.subject_id from children c
  union
  select p.journey_id from children c join public.journey_party p on p.child_id = c.subject_id;
end $$;

-- Second path: from the guardians inwards, and away from those named as readers. What this returns stays hidden
-- from the acting capacity by a restrictive policy on every protected table, whatever the first layer says.
create or replace function guard.shielded() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 100 as $$
#variable_conflict use_column
declare v text := guard.kept('shielded'); t timestamptz; mine uuid; found uuid[];
begin
  if v <> 'many' then return query select unnest(v::uuid[]); return; end if;
  t := guard.now();
  mine := guard.my_capacity();
  with marks as materialized (
    select p.* from public.people_protection p
     where tstzrange(p.from_at, p.until_at) @> t),
  reached as (
    select m.subject_id from marks m
    union all
    select g2.subject_id
      from public.people_guardian g1
      join marks m on m.subject_id = g1.subject_id and coalesce(m.guardian_id, g1.id) = g1.id
      join public.people_guardian g2 on g2.identity_key = g1.identity_key and g2.wall / 64 = g1.wall / 64
     where tstzrange(g1.from_at, g1.until_at) @> t and tstzrange(g2.from_at, g2.until_at) @> t),
  whole as (
    select r.subject_id from reached r
    union
    select p.journey_id from public.journey_party p where p.child_id in (select r.subject_id from reached r))
  select coalesce(array_agg(w.subject_id), '{}') into found from whole w
   where w.subject_id not in (
     select r.subject_id from public.access_protectedreader r
      where mine is not null and r.capacity_id = mine and tstzrange(r.from_at, r.until_at) @> t);
  if v is null then perform guard.keep('shielded', guard.in_words(found)); end if;
  return query select unnest(found);
end $$;
