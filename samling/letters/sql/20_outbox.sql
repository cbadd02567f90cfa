-- The outbox, for the worker alone: what is next, with its address at the moment of sending and never before.

create or replace function guard.is_awake(t timestamptz) returns boolean language plpgsql immutable
  set search_path = pg_catalog, pg_temp as $$
begin
  return extract(hour from t at time zone 'Europe/Stockholm') between 7 and 19;
end $$;

-- A message that no machine can finish becomes something for a person, whoever sent it or has taken that over: for paper somebody who may know which homes
-- are not reached; for a home that is not reached whoever decided so, and nobody else gets to know.
create or replace function guard.letter_wants(m public.letters_message, outcome text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); l record; who uuid := coalesce(guard.holder_of(m.written_by_id), m.written_by_id);
begin
  select * into l from public.letters_letter k where k.id = m.letter_id;
  if outcome = 'post' then
    who := coalesce((select h.holder from (select who as holder union all select e.holder from guard.heirs_of(who) e) h
      where exists (select from guard.access_of(h.holder, m.subject_id) a where a.wall % 64 = 17) limit 1), who);
  end if;
  insert into public.journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at)
  select gen_random_uuid(), n.to_id, n.kind, l.id, m.subject_id, n.to_id, t
    from (select who as to_id, case outcome when 'protected' then 'letter_call' when 'call' then 'letter_call'
                when 'post' then 'letter_post' when 'maybe' then 'letter_maybe' when 'no_address' then 'letter_no_address'
                else 'letter_failed' end as kind
           where outcome <> 'stopped'
          union
          select coalesce(guard.holder_of(s.written_by_id), s.written_by_id), 'letter_stopped' from public.consent_nocontact s
           where s.guardian_id = l.guardian_id and s.ended_at is null and s.withdrawn_at is null) n;
end $$;

-- The next message to send, claimed: its try is written before anyone makes it. What cannot be sent is settled
-- here and now, and so is a try that nobody ended: it is made anew if it never came as far as the provider, and
-- otherwise it may have been sent, which only a person can find out. `carries` are the channels that the worker has.
create or replace function guard.claim_message(carries text[])
  returns table (attempt uuid, message uuid, channel text, address text, template text, language text,
    organisation text, is_municipality boolean, number text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); m public.letters_message; w record; found_id uuid; ended text; made uuid;
begin
  while guard.is_awake(t) loop
    select q.message_id into found_id from public.letters_queued q where q.next_at <= t
     order by q.next_at limit 1 for update skip locked;
    if found_id is null then return; end if;
    select * into m from public.letters_message k where k.id = found_id;
    update public.letters_attempt set ended_at = t, outcome = case when handing_at is null then 'again' else 'maybe' end
     where message_id = m.id and ended_at is null returning outcome into ended;
    if ended = 'maybe' then
      perform guard.letter_wants(m, 'maybe');
      update public.letters_queued set next_at = null where message_id = m.id;
      found_id := null;
      continue;
    end if;
    select y.* into w from public.letters_letter l cross join lateral guard.way_of(l.guardian_id, carries) y where l.id = m.letter_id;
    ended := case when w.channel not in ('sms', 'email') then w.channel
      when not (select guard.may_reach(l.guardian_id) from public.letters_letter l where l.id = m.letter_id) then 'stopped'
      when t > m.leaves_at + interval '2 days' then 'gave_up' end;
    made := gen_random_uuid();
    insert into public.letters_attempt (id, message_id, number, channel, claimed_at, ended_at, outcome, provider_id)
    select made, m.id, count(*) + 1, w.channel, t, case when ended is not null then t end, coalesce(ended, ''), ''
      from public.letters_attempt a where a.message_id = m.id;
    if ended is not null then
      perform guard.letter_wants(m, ended);
      update public.letters_queued set next_at = null where message_id = m.id;
      found_id := null;
      continue;
    end if;
    update public.letters_queued set next_at = t + interval '10 minutes' where message_id = m.id;
    return query
    select made, m.id, w.channel, w.address, m.template::text, g.language::text, o.name::text, o.kind = 'municipality',
           coalesce(nullif(c.phone, ''), u.phone)::text
      from public.letters_letter l join public.people_guardian g on g.id = l.guardian_id
      join public.people_capacity c on c.id = m.written_by_id join public.people_unit u on u.id = c.unit_id
      join public.people_branch b on b.id = u.branch_id join public.people_organisation o on o.id = b.organisation_id
     where l.id = m.letter_id;
    return;
  end loop;
end $$;

-- Now it goes to the provider: from here on it may have been sent. No when the try is no longer one's own.
create or replace function guard.hand_message(which uuid) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  update public.letters_attempt set handing_at = guard.now() where id = which and ended_at is null and handing_at is null;
  return found;
end $$;

-- How a try ended. What may be tried again is, at growing intervals for two days; then it is a person's.
create or replace function guard.end_message(which uuid, outcome text, provider_id text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); a record; m public.letters_message; later timestamptz; ended text := outcome;
begin
  select * into a from public.letters_attempt k where k.id = which for update;
  if a.outcome not in ('', 'maybe', 'accepted') or ended not in ('accepted', 'sent', 'delivered', 'again', 'refused', 'maybe') then
    return;
  end if;
  select * into m from public.letters_message k where k.id = a.message_id;
  if ended = 'again' then
    later := t + (array['1 minute', '5 minutes', '15 minutes', '30 minutes', '1 hour', '3 hours', '6 hours', '12 hours'])[
      least(a.number, 8)]::interval;
    if later > m.leaves_at + interval '2 days' then ended := 'gave_up'; later := null; end if;
  end if;
  update public.letters_attempt k set ended_at = t, outcome = ended,
         provider_id = coalesce(nullif(left(end_message.provider_id, 80), ''), k.provider_id) where k.id = which;
  update public.letters_queued set next_at = later where message_id = m.id;
  if ended in ('refused', 'gave_up', 'maybe') and ended <> a.outcome then perform guard.letter_wants(m, ended); end if;
end $$;

-- Text messages of which the provider may know more: those it took on, and those that may have been sent.
create or replace function guard.messages_to_ask() returns table (attempt uuid, message uuid, provider_id text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now();
begin
  return query
  update public.letters_attempt a set asked_at = t
   where a.channel = 'sms' and a.outcome in ('maybe', 'accepted') and a.ended_at > t - interval '2 days'
     and (a.asked_at is null or a.asked_at < t - interval '15 minutes')
  returning a.id, a.message_id, a.provider_id::text;
end $$;

grant execute on function guard.claim_message(text[]), guard.hand_message(uuid), guard.end_message(uuid, text, text),
  guard.messages_to_ask() to samling_worker;
