-- Capacities: given by one who leads or administers in the organisation, approved by a second person, ended at once.

create or replace function guard.give_capacity(whom uuid, at_unit uuid, in_role text, starts timestamptz, ends timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; org uuid; dom text; home uuid; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  select b.organisation_id, b.domain, b.id into org, dom, home from public.people_unit u
    join public.people_branch b on b.id = u.branch_id where u.id = at_unit;
  if me.id is null or org is distinct from me.organisation
     or not (me.assigns and home = me.branch or me.role = 'sysadmin') then
    perform guard.refuse('Your role may not give capacities here.');
  end if;
  if me.person = whom then perform guard.refuse('Nobody gives themselves a capacity.'); end if;
  if not exists (select from public.people_roleright r where r.role = in_role and r.domain = dom
                    and r.from_at <= t and (r.until_at is null or t < r.until_at)) then
    perform guard.refuse('That role does not exist in this kind of activity.');
  end if;
  insert into public.people_capacity (id, person_id, unit_id, role, title, phone, given_by_id, from_at, until_at)
  values (made, whom, at_unit, in_role, '', '', me.id, starts, ends);
  return made;
end $$;

create or replace function guard.approve_capacity(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record; c record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select k.*, b.organisation_id into c from public.people_capacity k join public.people_unit u on u.id = k.unit_id
    join public.people_branch b on b.id = u.branch_id where k.id = which and k.approved_by_id is null;
  if c.id is null or me.id is null or not me.approves or c.organisation_id <> me.organisation
     or c.person_id = me.person or c.given_by_id = me.id
     or exists (select from public.people_capacity g where g.id = c.given_by_id and g.person_id = me.person) then
    perform guard.refuse('A second person with the right to approve must do this.');
  end if;
  update public.people_capacity set approved_by_id = me.id where id = which;
end $$;

-- Now, or from a moment to come: her last day is then already known to those who take over.
drop function if exists guard.end_capacity(uuid);
create or replace function guard.end_capacity(which uuid, from_when timestamptz default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); ends timestamptz := greatest(coalesce(from_when, t), t); me record; org uuid; home uuid;
begin
  select * into me from guard.capacity(guard.my_capacity());
  select b.organisation_id, b.id into org, home from public.people_capacity k join public.people_unit u on u.id = k.unit_id
    join public.people_branch b on b.id = u.branch_id where k.id = which;
  if me.id is null or org is distinct from me.organisation
     or not (me.assigns and home = me.branch or me.role = 'sysadmin') then
    perform guard.refuse('Your role may not end capacities here.');
  end if;
  update public.people_capacity set until_at = greatest(ends, from_at), ended_by_id = me.id
   where id = which and (until_at is null or until_at > t);
  perform guard.take_over(which);
end $$;
