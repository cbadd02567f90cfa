-- Who can see a child: what no page may read by itself, for those who work with the child.

-- The named readers of a child with protected identity: for those who are readers themselves.
create or replace function guard.protected_readers(child uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  if guard.is_protected(child) is null then return; end if;
  return query
  select distinct r.capacity_id from public.access_protectedreader r
   where r.subject_id = child and r.from_at <= t and (r.until_at is null or t < r.until_at);
end $$;

-- The other authorities in the child's joint matter: for those who work with the child, not for who only wrote of a worry.
create or replace function guard.parties_of(child uuid)
  returns table (unit uuid, how text, accepted_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 4 as $$
#variable_conflict use_column
begin
  if child not in (select guard.my_work()) or child in (select guard.shielded()) then return; end if;
  return query
  select other.unit_id, other.how::text, other.accepted_at from public.journey_party own
    join public.journey_party other on other.journey_id = own.journey_id and other.id <> own.id
   where own.child_id = child and own.accepted_at is not null and own.ended_at is null
     and other.accepted_at is not null and other.ended_at is null
     and (other.ground_id is null or other.ground_id not in (select guard.quiet_grounds()))
   order by other.accepted_at;
end $$;

-- The pupils of the roster whose identity is protected from me: no list of a class shows them.
create or replace function guard.shielded_pupils() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
begin
  return query
  select c.roster_id from public.people_child c
   where c.roster_id is not null and c.subject_id in (select guard.shielded());
end $$;
