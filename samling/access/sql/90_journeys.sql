-- Journeys and their parties: begun by one authority, joined by another that was invited on a standing ground.

-- The open journey of a child; one that is closed is opened again while its way back is open, and after that a new one
-- begins with a link to it (decision 83).

create or replace function guard.begin_journey(child uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me record; j uuid; before record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  perform guard.insist_works_with(child);
  perform guard.lock_child(child);
  select x.subject_id, x.closed_at, x.back_until_on into before from public.journey_party p
    join public.journey_journey x on x.subject_id = p.journey_id
   where p.child_id = child and p.accepted_at is not null and p.ended_at is null
   order by x.closed_at desc nulls first, p.accepted_at limit 1;
  if before.closed_at is null or (t at time zone 'Europe/Stockholm')::date <= before.back_until_on then
    if before.closed_at is not null then perform guard.open_again(before.subject_id, 'work'); end if;
    if before.subject_id is not null then return before.subject_id; end if;
  end if;
  j := gen_random_uuid();
  insert into public.people_subject (id, kind) values (j, 'journey');
  insert into public.journey_journey (subject_id, begun_by_id, begun_at, before_id) values (j, me.id, t, before.subject_id);
  insert into public.journey_party (id, journey_id, child_id, unit_id, how, question, invited_by_id, invited_at,
                                    accepted_by_id, accepted_at)
  select gen_random_uuid(), j, child, c.unit_id, 'space', '', me.id, t, me.id, t
    from public.people_child c where c.subject_id = child;
  insert into public.journey_coordination (id, journey_id, coordinator_id, deputy_id, given_by_id, from_at)
  values (gen_random_uuid(), j, me.id, (select h.holder from guard.heirs_of(me.id) h limit 1), me.id, t);
  return j;
end $$;

-- Health care comes into the space for a SIP alone: by an agreement in force between the two, on a ground that rests on a
-- family's yes to one (decision 73). Others come in on any ground.
create or replace function guard.may_share_space(at_unit uuid, ground uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); b record;
begin
  select x.id, x.domain into b from public.people_branch x join public.people_unit u on u.branch_id = x.id where u.id = at_unit;
  if b.domain <> 'health' then return true; end if;
  return exists (select from public.access_ground g
                   join public.access_groundconsent r on r.ground_id = g.id
                   join public.consent_consent y on y.id = r.consent_id and y.kind = 'sip'
                  where g.id = ground and g.basis = 'consent' and g.subject_id in (select guard.my_work()))
     and coalesce((select a.how = 'space' from public.people_agreement a
                     join guard.capacity(guard.my_capacity()) me on me.organisation = a.organisation_id
                    where a.with_branch_id = b.id and a.from_at <= t and (a.until_at is null or t < a.until_at)
                    order by a.from_at desc, a.written_at desc limit 1), false);
end $$;

-- Invite a unit on a ground that gives it the name and stands now.
create or replace function guard.invite_party(child uuid, at_unit uuid, ground uuid, in_way text, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); j uuid; made uuid := gen_random_uuid(); g record;
begin
  perform guard.insist_works_with(child);
  select x.* into g from public.access_ground x where x.id = ground and x.subject_id = child
     and x.to_unit_id = at_unit and x.from_at <= t and (x.until_at is null or t < x.until_at);
  if g.id is null or not exists (select from unnest(g.walls) w where w % 64 = 1)
     or g.basis = 'consent' and exists (select from public.access_groundconsent r where r.ground_id = ground
          and not exists (select from guard.standing_consents(array[r.consent_id]) s where s.wall % 64 = 1)) then
    perform guard.refuse('An invitation needs a standing ground that covers the name.');
  end if;
  if in_way = 'space' and not guard.may_share_space(at_unit, ground) then
    perform guard.refuse('Health care takes part by copy, if it is not agreed otherwise and the family says yes to a SIP.');
  end if;
  j := guard.begin_journey(child);
  insert into public.journey_party (id, journey_id, unit_id, ground_id, how, question, invited_by_id, invited_at)
  values (made, j, at_unit, ground, in_way, left(why, 300), guard.my_capacity(), t);
  return made;
end $$;

-- What an invited unit may be told before it accepts: the name and the question, while the ground stands.
create or replace function guard.invitations()
  returns table (id uuid, invited_at timestamptz, unit uuid, how text, question text, given_name text, family_name text,
    birth_year int, from_unit uuid, invited_by uuid) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.id is null or not me.holds then return; end if;
  return query
  select p.id, p.invited_at, p.unit_id, p.how::text, p.question::text, c.given_name::text, c.family_name::text,
         c.birth_year::int, c.unit_id, p.invited_by_id
    from public.journey_party p
    join public.access_ground g on g.id = p.ground_id and g.from_at <= t and (g.until_at is null or t < g.until_at)
    join public.people_child c on c.subject_id = g.subject_id
   where p.unit_id = me.unit and p.accepted_at is null and p.ended_at is null
     and c.subject_id not in (select s.subject_id from guard.protected_subjects() s)
     and (g.basis <> 'consent' or not exists (
           select from public.access_groundconsent r where r.ground_id = g.id and not exists (
             select from guard.standing_consents(array[r.consent_id]) s where s.wall = c.wall)));
end $$;

-- Accept: one's own child row, opened and assigned in the same act, is linked to the journey.
create or replace function guard.accept_party(which uuid, own uuid default null) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); i record; child uuid; key text; me uuid := guard.my_capacity();
begin
  select v.*, c.sort_key, c.born_on into i from guard.invitations() v
    join public.journey_party p on p.id = v.id
    join public.access_ground g on g.id = p.ground_id
    join public.people_child c on c.subject_id = g.subject_id where v.id = which;
  if i.id is null then perform guard.refuse('The invitation does not stand.'); end if;
  if own is not null then            -- a row one works with already, in the invited unit's own compartment
    perform guard.insist_works_with(own);
    if not exists (select from public.people_child c join public.people_unit u on u.branch_id = c.branch_id
                    where c.subject_id = own and u.id = i.unit) then
      perform guard.refuse('That child row belongs to another authority.');
    end if;
  end if;
  child := coalesce(own, guard.open_child(i.unit, null, i.given_name, i.family_name, i.sort_key, i.born_on, i.birth_year, '', null));
  update public.journey_party set child_id = child, accepted_by_id = me, accepted_at = t where id = which;
  return child;
end $$;

-- Decline, leave, or let another leave: by who is in the space; for a unit that is only invited, by anyone who could
-- accept; for one that takes part by copy, by those there who work with the child.
create or replace function guard.end_party(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p record;
begin
  select x.* into p from public.journey_party x where x.id = which and x.ended_at is null;
  if p.id is null or not exists (select from guard.my_access_to(p.journey_id) a where a.writes)
     and not (p.accepted_at is null and exists (
       select from guard.capacity(guard.my_capacity()) c where c.unit = p.unit_id and c.holds))
     and not (p.child_id is not null and exists (
       select from guard.my_access_to(p.child_id) a where a.reads and a.writes)) then
    perform guard.refuse('You are not part of this.');
  end if;
  update public.journey_party set ended_at = guard.now(), ended_by_id = guard.my_capacity() where id = which;
end $$;

-- The other parties' child rows that meet mine in a journey.
create or replace function guard.met_children(child uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if child not in (select guard.my_work()) or child in (select guard.shielded()) then return; end if;
  return query
  select other.child_id from public.journey_party own
    join public.journey_party other on other.journey_id = own.journey_id and other.child_id <> own.child_id
   where own.child_id = child and own.accepted_at is not null and own.ended_at is null
     and other.accepted_at is not null and other.ended_at is null;
end $$;
