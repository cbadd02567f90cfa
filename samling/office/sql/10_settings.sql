-- What an organisation settles for itself. The system administrator enters everything; a secrecy officer ages, consent,
-- retention and the watch over the log. Nothing is changed backwards, and nothing is overwritten.

create or replace function guard.insist_settles(in_code text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.role = 'sysadmin'
     or me.role = 'secrecy_officer' and split_part(in_code, '.', 1) in ('age', 'consent', 'retention', 'watch') then
    return me.organisation;
  end if;
  perform guard.refuse('Your role may not change this setting.');
end $$;

create or replace function guard.insist_ahead(starts timestamptz) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (starts at time zone 'Europe/Stockholm')::date < (guard.now() at time zone 'Europe/Stockholm')::date then
    perform guard.refuse('Nothing is changed backwards. Choose today or a later day.');
  end if;
end $$;

create or replace function guard.put_setting(in_code text, new_value text, starts timestamptz, because text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles(in_code); made uuid := gen_random_uuid();
begin
  perform guard.insist_ahead(starts);
  if btrim(because) = '' then perform guard.refuse('Say which decision it rests on.'); end if;
  insert into public.people_setting (id, organisation_id, code, value, from_at, decision, written_by_id, written_at)
  values (made, org, left(in_code, 40), left(new_value, 120), greatest(starts, t), left(btrim(because), 200), guard.my_capacity(), t);
  return made;
end $$;

-- Take back what has not begun yet.
create or replace function guard.withdraw_setting(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record;
begin
  select x.* into s from public.people_setting x
   where x.id = which and x.from_at > guard.now() and x.withdrawn_at is null for update;
  if guard.insist_settles(s.code) is distinct from s.organisation_id then
    perform guard.refuse('There is nothing ahead to take back.');
  end if;
  update public.people_setting set withdrawn_at = guard.now(), withdrawn_by_id = guard.my_capacity() where id = which;
end $$;

-- What two organisations have agreed on paper. With health care *in the shared space* means: for a SIP (decision 73).
create or replace function guard.put_agreement(other uuid, in_way text, paper text, starts timestamptz, ends timestamptz)
  returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles('agreement'); b record; made uuid := gen_random_uuid();
begin
  perform guard.insist_ahead(starts);
  select x.* into b from public.people_branch x where x.id = other and x.domain <> 'none';
  if b.id is null or b.organisation_id = org or btrim(paper) = '' or in_way not in ('space', 'copy') then
    perform guard.refuse('An agreement is with another organisation, and has a number.');
  end if;
  insert into public.people_agreement (id, organisation_id, with_branch_id, how, number, from_at, until_at, written_by_id, written_at)
  values (made, org, other, in_way, left(btrim(paper), 60), greatest(starts, t), ends, guard.my_capacity(), t);
  return made;
end $$;

create or replace function guard.end_agreement(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles('agreement');
begin
  update public.people_agreement a set until_at = greatest(t, a.from_at), ended_at = t, ended_by_id = guard.my_capacity()
   where a.id = which and a.organisation_id = org and a.ended_at is null and (a.until_at is null or t < a.until_at);
  if not found then perform guard.refuse('There is no such agreement in force.'); end if;
end $$;

grant execute on function guard.put_setting(text, text, timestamptz, text), guard.withdraw_setting(uuid),
  guard.put_agreement(uuid, text, text, timestamptz, timestamptz), guard.end_agreement(uuid)
to samling_app;
