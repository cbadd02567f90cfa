-- What is kept and what falls due. A legal hold (*gallringsstopp*) keeps records whatever the rule says; the records officer
-- sets and ends it. Nothing is disposed of here.

create or replace function guard.put_hold(in_branch uuid, in_unit uuid, because text, starts timestamptz, ends timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_archives(); made uuid := gen_random_uuid();
begin
  perform guard.insist_ahead(starts);
  if btrim(because) = '' then perform guard.refuse('Say why the records must be kept.'); end if;
  if not exists (select from public.people_branch b where b.id = in_branch and b.organisation_id = org)
     or in_unit is not null and not exists (select from public.people_unit u where u.id = in_unit and u.branch_id = in_branch) then
    perform guard.refuse('A hold is about records of your own organisation.');
  end if;
  if ends <= starts then perform guard.refuse('The last day comes after the first.'); end if;
  insert into public.office_hold (id, organisation_id, branch_id, unit_id, reason, from_at, until_at, written_by_id, written_at)
  values (made, org, in_branch, in_unit, left(btrim(because), 200), greatest(starts, t), ends, guard.my_capacity(), t);
  return made;
end $$;

create or replace function guard.end_hold(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_archives();
begin
  update public.office_hold h set until_at = greatest(t, h.from_at), ended_at = t, ended_by_id = guard.my_capacity()
   where h.id = which and h.organisation_id = org and h.ended_at is null and (h.until_at is null or t < h.until_at);
  if not found then perform guard.refuse('There is no such hold in force.'); end if;
end $$;

create or replace function guard.insist_archives() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.role = 'records_officer' then return me.organisation; end if;
  perform guard.refuse('Only the records officer sets and ends a hold.');
end $$;

-- What has lain still for longer than a rule says, by the kind of branch: of how many children it falls due, and of how
-- many it is kept by a hold; never which. What has a protected child, and a child with any joint matter that goes on, is
-- in no number. For those who settle how long records are kept, and for the records officer.
drop function if exists guard.lain_still(text, int);
create or replace function guard.lain_still(in_domain text, years int) returns table (due int, held int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; org uuid;
begin
  select * into me from guard.capacity(guard.my_capacity());
  org := case when me.role = 'records_officer' then me.organisation else guard.insist_settles('retention') end;
  return query
  with still as (
    select exists (select from public.office_hold h
                    where h.branch_id = c.branch_id and (h.unit_id is null or h.unit_id = c.unit_id)
                      and h.from_at <= t and (h.until_at is null or t < h.until_at)) as kept
      from public.people_child c join public.people_branch b on b.id = c.branch_id
     where b.organisation_id = org and b.domain = in_domain
       and c.subject_id not in (select p.subject_id from guard.protected_subjects() p)
       and c.opened_at < t - make_interval(years => years)
       and not exists (select from public.journey_event e where e.subject_id = c.subject_id
                          and e.written_at >= t - make_interval(years => years))
       and not exists (select from public.journey_party p where p.child_id = c.subject_id and p.ended_at is null)),
  counted as (select count(*) filter (where not s.kept) as due, count(*) filter (where s.kept) as held from still s)
  select case when c.due between 1 and 4 then -1 else c.due end::int, case when c.held between 1 and 4 then -1 else c.held end::int
    from counted c;
end $$;

grant execute on function guard.put_hold(uuid, uuid, text, timestamptz, timestamptz), guard.end_hold(uuid),
  guard.lain_still(text, int) to samling_app;
