-- Who stands in: deputies who are named beforehand, and leave, which passes on what is held and gives it back.

-- Who may note leave and take a deputy away: one who gives assignments in the same authority and activity, or its
-- administrator.
create or replace function guard.insist_staffs(which uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.capacity(guard.my_capacity()) me
                   join public.people_capacity k on k.id = which
                   join public.people_unit u on u.id = k.unit_id join public.people_branch b on b.id = u.branch_id
                  where b.organisation_id = me.organisation and (me.assigns and b.id = me.branch or me.role = 'sysadmin')) then
    perform guard.refuse('Your role may not say who stands in here.');
  end if;
end $$;

-- To name a deputy is to say who will read about children, so it is for the nearest who may assign: one who leads the
-- unit; where nobody leads it, one who leads in the same authority and activity; where nobody does, its administrator.
create or replace function guard.may_name_deputy(which uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record; k record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select u.id as unit, b.id as branch, b.organisation_id as organisation into k from public.people_capacity c
    join public.people_unit u on u.id = c.unit_id join public.people_branch b on b.id = u.branch_id where c.id = which;
  return (with heads as materialized (
      select l.unit from public.people_unit v join public.people_capacity o on o.unit_id = v.id
       cross join lateral guard.capacity(o.id) l
       where v.branch_id = k.branch and o.role in (select r.role from public.people_roleright r where r.may_assign) and l.assigns)
    select coalesce(case when k.unit in (select h.unit from heads h) then (me.assigns and me.unit = k.unit)
                         when exists (select from heads) then (me.assigns and me.branch = k.branch)
                         else (me.role = 'sysadmin' and me.organisation = k.organisation) end, false));
end $$;

create or replace function guard.name_deputy(which uuid, deputy uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); made uuid := gen_random_uuid(); a record; b record;
begin
  if not guard.may_name_deputy(which) then perform guard.refuse('Your role may not say who stands in here.'); end if;
  select * into a from guard.capacity(which);
  select * into b from guard.capacity(deputy);
  if a.id is null or b.id is null or not b.holds or a.branch <> b.branch then
    perform guard.refuse('A deputy works in the same authority and activity, in a role that works with children.');
  end if;
  if a.person = b.person or b.person = guard.me() then perform guard.refuse('Nobody gives themselves access.'); end if;
  if exists (select from public.people_deputy d where d.capacity_id = which and d.stands_in_id = deputy
                and (d.until_at is null or t < d.until_at)) then
    perform guard.refuse('That person is a deputy already.');
  end if;
  insert into public.people_deputy (id, capacity_id, stands_in_id, named_by_id, from_at)
  values (made, which, deputy, guard.my_capacity(), t);
  return made;
end $$;

create or replace function guard.end_deputy(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); whose uuid;
begin
  select d.capacity_id into whose from public.people_deputy d where d.id = which and (d.until_at is null or t < d.until_at);
  perform guard.insist_staffs(whose);
  update public.people_deputy set until_at = greatest(t, from_at) where id = which;
end $$;

-- Leave: noted by the one who goes, or by one who staffs. What was held goes to the deputy the same moment.
create or replace function guard.begin_leave(which uuid, starts timestamptz, ends timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); made uuid := gen_random_uuid();
begin
  if which is distinct from guard.my_capacity() then perform guard.insist_staffs(which); end if;
  if not exists (select from guard.capacity(which)) then perform guard.refuse('The capacity is not in force.'); end if;
  if ends is not null and ends <= greatest(coalesce(starts, t), t) then perform guard.refuse('The leave ends after it begins.'); end if;
  insert into public.people_leave (id, capacity_id, noted_by_id, from_at, until_at)
  values (made, which, guard.my_capacity(), greatest(coalesce(starts, t), t), ends);
  perform guard.take_over(which);
  return made;
end $$;

-- Back again: what was handed over for the time of the leave returns.
create or replace function guard.end_leave(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); whose uuid;
begin
  select l.capacity_id into whose from public.people_leave l where l.id = which and (l.until_at is null or t < l.until_at);
  if whose is null or whose is distinct from guard.my_capacity() then perform guard.insist_staffs(whose); end if;
  update public.people_leave set until_at = greatest(t, from_at) where id = which;
  if not guard.can_hold(whose) then return; end if;
  update public.access_protectedreader r set until_at = greatest(t, r.from_at)
    from public.people_succession s
   where s.capacity_id = whose and r.capacity_id = s.holder_id and r.from_at = s.from_at
     and (r.until_at is null or t < r.until_at);
  update public.people_succession set until_at = greatest(t, from_at), ended_by_id = guard.my_capacity()
   where capacity_id = whose and (until_at is null or t < until_at);
  -- What she had herself taken over from others, and what was passed on in her turn, returns too.
  update public.access_assignment a set until_at = greatest(t, a.from_at), ended_by_id = guard.my_capacity()
   where (a.until_at is null or t < a.until_at) and a.id in (
     select x.id from public.access_assignment x where x.taken_over_from_id = whose
     union
     select x.id from public.access_assignment m join public.access_assignment x on x.subject_id = m.subject_id
        and x.taken_over_from_id = m.taken_over_from_id and x.from_at > m.from_at
      where m.capacity_id = whose and (m.until_at is null or t < m.until_at));
end $$;
