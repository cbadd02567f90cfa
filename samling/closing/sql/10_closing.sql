-- A matter is closed with a net underneath, and can be opened again (decision 83). Rights follow live parts: a side that holds
-- nothing of what stays goes with the closing, and reads no more of the shared space, not what it wrote itself either.

-- Whether one writes in a journey's plan now.
create or replace function guard.writes_plan(which uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from guard.my_access_to(which) a where a.wall = 41 and a.writes);
end $$;

-- Less is done from now on, or not any more, as a follow-up has decided.
create or replace function guard.step_down(which uuid, yes boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guard.writes_plan(which) then perform guard.refuse('You are not part of this.'); end if;
  update public.journey_journey set stepping_at = case when yes then coalesce(stepping_at, guard.now()) end where subject_id = which;
end $$;

-- Another is asked to take over a promise; until she says yes herself (guard.take_promise) it has no holder.
create or replace function guard.give_promise(which uuid, receiver uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare j uuid := (select p.subject_id from public.promises_promise p where p.id = which and p.made_as = 'staff' and p.withdrawn_at is null);
begin
  if j is null or not guard.writes_plan(j) then perform guard.refuse('You are not part of this.'); end if;
  if not guard.can_hold(receiver) or not exists (select from guard.access_of(receiver, j)) then
    perform guard.refuse('Ask somebody who works with the child in this journey.');
  end if;
  update public.promises_promise set asked_id = receiver where id = which;
end $$;

-- The closing that is being prepared, for those who write there.
create or replace function guard.prepared(which uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare j uuid;
begin
  select c.subject_id into j from public.closing_closing c
   where c.id = which and c.closed_at is null and c.called_off_at is null and c.withdrawn_at is null for update;
  if j is null or not guard.writes_plan(j) then perform guard.refuse('This closing is over.'); end if;
  return j;
end $$;

-- Somebody is asked to be there afterwards; none: the family wants nobody. Who is asked anew has said nothing yet.
create or replace function guard.ask_contact_afterwards(which uuid, who uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare j uuid := guard.prepared(which);
begin
  if who is not null and (not guard.can_hold(who) or not exists (select from guard.access_of(who, j))) then
    perform guard.refuse('Ask somebody who works with the child in this journey.');
  end if;
  update public.closing_closing set contact_id = who, is_contact_declined = who is null, contact_said_at = null, contact_yes = null
   where id = which;
end $$;

-- Only the one who was asked answers.
create or replace function guard.answer_contact_afterwards(which uuid, yes boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.prepared(which);
  update public.closing_closing set contact_said_at = guard.now(), contact_yes = yes
   where id = which and contact_id = guard.my_capacity();
  if not found then perform guard.refuse('Only the one who was asked answers.'); end if;
end $$;

-- The promises of a journey that somebody still owes, each with the branch of the colleague who holds it, and whether it stays:
-- kept at this closing, said yes to, asked of nobody else, and of one who is there.
create or replace function guard.promises_at(closing uuid) returns table (promise uuid, branch uuid, stays boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  select p.id, u.branch_id,
         w.word in ('yes', 'going', 'take') and p.asked_id is null
         and exists (select from public.closing_kept k where k.closing_id = closing and k.promise_id = p.id
                       and k.subject_id = c.subject_id and k.withdrawn_at is null)
         and (h.id is null or (h.until_at is null or t < h.until_at) and guard.is_in(h.id, p.subject_id))
    from public.closing_closing c
    join public.promises_promise p on p.subject_id = c.subject_id and p.withdrawn_at is null
    left join public.people_capacity h on h.id = coalesce(p.holder_id, p.maker_id)
    left join public.people_unit u on u.id = h.unit_id
    cross join lateral (select coalesce((select x.word from public.promises_promiseword x
                          where x.promise_id = p.id and x.withdrawn_at is null
                          order by x.written_at desc, x.id::text desc limit 1), 'asked') as word) w
   where c.id = closing and w.word in ('asked', 'yes', 'going', 'swap', 'take');
end $$;

-- The sides that hold something of what stays, or the one who is there afterwards.
create or replace function guard.staying(closing uuid) returns table (branch uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select s.branch from guard.promises_at(closing) s where s.stays and s.branch is not null
  union select u.branch_id from public.closing_closing c join public.people_capacity k on k.id = c.contact_id and c.contact_yes
          join public.people_unit u on u.id = k.unit_id
   where c.id = closing;
end $$;

-- The same, told to those who take part.
create or replace function guard.would_stay(closing uuid) returns table (branch uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guard.writes_plan((select c.subject_id from public.closing_closing c where c.id = closing)) then return; end if;
  return query select s.branch from guard.staying(closing) s;
end $$;

-- Whether anybody has answered at the end how it went, whichever side asked; told to those who take part.
create or replace function guard.answered_last(closing uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare j uuid := (select c.subject_id from public.closing_closing c where c.id = closing);
begin
  return guard.writes_plan(j) and exists (
    select from public.journey_party p join public.followup_reply r on r.subject_id = p.child_id
     where p.journey_id = j and r.time = 'T2' and r.state = 'answered' and r.withdrawn_at is null);
end $$;

-- The closing itself. The matter is closed for everybody; a side that was invited and holds nothing that stays goes.
create or replace function guard.close_journey(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); j uuid := guard.prepared(which); c record; back date;
begin
  perform guard.lock_child(j);
  select x.* into c from public.closing_closing x where x.id = which;
  if exists (select from guard.promises_at(which) p where p.stays is not true) then
    perform guard.refuse('A promise has no holder yet. Choose what becomes of it.');
  end if;
  if c.reason = '' or c.asked = '' and c.reason <> 'family' and not guard.answered_last(which)
     or not c.is_contact_declined and (c.contact_yes is not true or guard.can_hold(c.contact_id) is not true) then
    perform guard.refuse('Something is missing before you can close.');
  end if;
  back := (t at time zone 'Europe/Stockholm')::date + make_interval(months => guard.settled_for('deadline.back_months', me));
  update public.closing_closing set closed_at = t, closed_by_id = me, back_until_on = back where id = which;
  update public.journey_journey set closed_at = t, back_until_on = back, stepping_at = null where subject_id = j;
  insert into public.journey_event (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child, kind, record_id)
  values (gen_random_uuid(), j, 41, me, t, 'yes', '', true, 'matter closed', which);
  perform guard.part_ways(which, t);
end $$;

-- What a closing means for those who were invited: each side that holds nothing of what stays goes, and its own story says so.
create or replace function guard.part_ways(which uuid, t timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := guard.my_capacity(); p record;
begin
  for p in select x.id, x.child_id, b.number from public.closing_closing c
             join public.journey_party x on x.journey_id = c.subject_id and x.ended_at is null and x.ground_id is not null
             join public.people_unit u on u.id = x.unit_id join public.people_branch b on b.id = u.branch_id
            where c.id = which and u.branch_id not in (select s.branch from guard.staying(which) s)
  loop
    update public.journey_party set ended_at = t, ended_by_id = me where id = p.id;
    if p.child_id is not null then
      insert into public.journey_event (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child, kind)
      values (gen_random_uuid(), p.child_id, p.number * 64 + 1, me, t, 'yes', '', true, 'matter closed');
    end if;
  end loop;
end $$;

-- A closed matter is open again, in the same space. A side that went with the closing is asked again, on the same ground,
-- while that ground still stands; nobody is drawn in, and no new referral is needed.
create or replace function guard.open_again(which uuid, said text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); c record;
begin
  select x.* into c from public.closing_closing x where x.subject_id = which and x.closed_at is not null and x.reopened_at is null;
  update public.closing_closing set reopened_at = t, reopened_by_id = me, reopened_how = said where id = c.id;
  update public.journey_journey set closed_at = null, back_until_on = null where subject_id = which;
  insert into public.journey_party (id, journey_id, unit_id, ground_id, how, question, invited_by_id, invited_at)
  select gen_random_uuid(), which, p.unit_id, p.ground_id, p.how, p.question, me, t from public.journey_party p
   where p.journey_id = which and p.ended_at = c.closed_at
     and p.ground_id in (select s from guard.grounds_of_parties(array[p.child_id]) s);
  insert into public.journey_event (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child, kind, record_id)
  values (gen_random_uuid(), which, 41, me, t, 'yes', '', true, 'matter opened again', c.id);
end $$;

-- Opened again by one who works with the child on a side that takes part in it.
create or replace function guard.reopen_journey(child uuid, said text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); j uuid;
begin
  perform guard.insist_works_with(child);
  perform guard.lock_child(child);
  select x.subject_id into j from public.journey_party p join public.journey_journey x on x.subject_id = p.journey_id
   where p.child_id = child and guard.writes_plan(x.subject_id)
     and (t at time zone 'Europe/Stockholm')::date <= x.back_until_on;
  if j is null then perform guard.refuse('The way back without a new referral is not open.'); end if;
  perform guard.open_again(j, said);
  return j;
end $$;

-- Which yeses to being called later stand for a child, told to those who work with her.
create or replace function guard.later_consents(child uuid) returns table (consent uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from guard.my_access_to(child) a where a.reads and a.writes) then return; end if;
  return query select s.consent_id from guard.standing_consents(array(
    select c.id from public.consent_consent c where c.subject_id = child and c.kind = 'contact_later')) s;
end $$;

-- The calls that are one's own to make until a day, while their yes stands.
create or replace function guard.later_calls(until date) returns table (call uuid, child uuid, code text, due_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select l.id, l.subject_id, l.code::text, l.due_on from public.closing_latercall l
   where l.holder_id in (select guard.my_duties()) and l.done_at is null and l.withdrawn_at is null and l.due_on <= until
     and l.subject_id in (select guard.my_children()) and l.subject_id not in (select guard.shielded())
     and l.consent_id in (select s.consent_id from guard.standing_consents(array(
           select m.consent_id from public.closing_latercall m where m.holder_id in (select guard.my_duties()) and m.done_at is null)) s);
end $$;

grant execute on function guard.step_down(uuid, boolean), guard.give_promise(uuid, uuid), guard.ask_contact_afterwards(uuid, uuid),
  guard.answer_contact_afterwards(uuid, boolean), guard.close_journey(uuid), guard.would_stay(uuid), guard.answered_last(uuid), guard.reopen_journey(uuid, text),
  guard.later_consents(uuid), guard.later_calls(date) to samling_app;
