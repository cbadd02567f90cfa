-- Referrals: which schools a team meets, and what waits for a team that has not received it yet.

-- The system administrator of the team's own organisation notes which schools it meets. A school of another organisation
-- needs an agreement between the two that is in force; health care takes part by copy, and has no queue.
create or replace function guard.put_served_school(at_team uuid, at_school uuid, paper text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; theirs uuid; made uuid := gen_random_uuid();
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.role is distinct from 'sysadmin'
     or not exists (select from public.people_unit u join public.people_branch b on b.id = u.branch_id
                     where u.id = at_team and u.kind = 'team' and b.organisation_id = me.organisation and b.domain <> 'health') then
    perform guard.refuse('The system administrator says which schools the teams of the organisation meet.');
  end if;
  select b.organisation_id into theirs from public.people_unit u join public.people_branch b on b.id = u.branch_id
   where u.id = at_school and u.kind in ('school', 'preschool');
  if theirs is null or btrim(paper) = '' then perform guard.refuse('Name a school, and the decision it rests on.'); end if;
  if theirs <> me.organisation and not exists (
       select from public.people_agreement a join public.people_branch b on b.id = a.with_branch_id
        where (a.organisation_id, b.organisation_id) in ((me.organisation, theirs), (theirs, me.organisation))
          and a.from_at <= t and (a.until_at is null or t < a.until_at)) then
    perform guard.refuse('A school of another organisation needs an agreement that is in force.');
  end if;
  if exists (select from public.referral_servedschool s where s.team_id = at_team and s.school_id = at_school
              and (s.until_at is null or t < s.until_at)) then
    perform guard.refuse('The team meets this school already.');
  end if;
  insert into public.referral_servedschool (id, team_id, school_id, number, from_at, written_by_id, written_at)
  values (made, at_team, at_school, left(btrim(paper), 60), t, me.id, t);
  return made;
end $$;

create or replace function guard.end_served_school(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  update public.referral_servedschool s set until_at = t, ended_at = t, ended_by_id = me.id
   where s.id = which and s.ended_at is null and me.role = 'sysadmin'
     and exists (select from public.people_unit u join public.people_branch b on b.id = u.branch_id
                  where u.id = s.team_id and b.organisation_id = me.organisation);
  if not found then perform guard.refuse('There is no such school to take away.'); end if;
end $$;

-- Before a referral is received its team knows the name and the question (guard.invitations), and by when to answer.
create or replace function guard.referrals_waiting() returns table (party uuid, referral uuid, asked_at timestamptz, due_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  return query
  select r.party_id, r.id, r.written_at, r.due_on
    from guard.invitations() i join public.referral_referral r on r.party_id = i.id
   where r.withdrawn_at is null;
end $$;

grant execute on function guard.put_served_school(uuid, uuid, text), guard.end_served_school(uuid), guard.referrals_waiting()
to samling_app;
