-- A child is handed over: by the receiver's own yes, when she works with the child already. Naming gives no access.

create or replace function guard.accept_handover(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); o record;
begin
  select h.* into o from public.relay_relay h
   where h.id = which and h.receiver_id = me and h.accepted_at is null and h.declined_at is null and h.withdrawn_at is null
     for update;
  if o.id is null then perform guard.refuse('This does not wait for your answer.'); end if;
  -- What another holds is given by herself, or by one who leads in the same authority and activity.
  if o.written_by_id <> o.giver_id and not exists (
       select from guard.capacity(o.written_by_id) w join public.people_capacity g on g.id = o.giver_id
         join public.people_unit u on u.id = g.unit_id where w.assigns and w.branch = u.branch_id) then
    perform guard.refuse('Only the one who works with the child, or who leads the unit, hands over.');
  end if;
  perform guard.insist_works_with(o.subject_id);
  perform guard.lock_child(o.subject_id);
  update public.relay_relay set accepted_at = t, accepted_by_id = me where id = which;
  perform guard.pass_child(o.subject_id, o.giver_id, me);
  if not o.stays then
    update public.access_assignment set until_at = greatest(t, from_at), ended_by_id = me
     where subject_id = o.subject_id and capacity_id = o.giver_id and (until_at is null or t < until_at);
  end if;
end $$;

-- What one holds about one child becomes another's: reminders that have a day, what is tried, special support, what is
-- done, decisions of a meeting, and the coordination of the journey. Of promises she is asked. A report that one made is
-- one's own and stays.
create or replace function guard.pass_child(child uuid, giver uuid, receiver uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); c record; first uuid; second uuid; held uuid[];
begin
  -- the giver's own, and what she had herself taken over from those who are gone
  held := array(select giver union select h.capacity from guard.held_by(array[giver]) h);
  update public.journey_notice set to_id = receiver
   where to_id = any (held) and subject_id = child and done_at is null and due_on is not null and kind <> 'report feedback';
  update public.adaptations_adaptation set holder_id = receiver where subject_id = child and holder_id = any (held) and ended_at is null;
  update public.adaptations_specialsupport set holder_id = receiver where subject_id = child and holder_id = any (held) and ended_at is null;
  update public.support_support set holder_id = receiver where subject_id = child and holder_id = any (held) and ended_at is null;
  update public.agenda_teamdecision set holder_id = receiver where subject_id = child and holder_id = any (held) and ended_at is null;
  update public.forum_forumdecision set holder_id = receiver where subject_id = child and holder_id = any (held) and ended_at is null;
  update public.forum_healthreferral set holder_id = pass_child.receiver where subject_id = child and holder_id = any (held) and withdrawn_at is null;
  -- a promise is its maker's own word: the receiver is asked, and until she answers it is nobody's
  update public.promises_promise p set asked_id = receiver
   where coalesce(p.asked_id, p.holder_id, p.maker_id) = any (held) and p.withdrawn_at is null
     and p.subject_id in (select x.journey_id from public.journey_party x where x.child_id = child and x.ended_at is null)
     and coalesce((select w.word from public.promises_promiseword w where w.promise_id = p.id and w.withdrawn_at is null
                    order by w.written_at desc, w.id::text desc limit 1), 'asked') in ('asked', 'yes', 'going', 'swap', 'take');
  for c in select x.* from public.journey_coordination x join public.journey_party p on p.journey_id = x.journey_id
            where p.child_id = child and p.ended_at is null and x.until_at is null loop
    first := case when c.coordinator_id = any (held) then receiver else c.coordinator_id end;
    second := case when c.deputy_id = any (held) then receiver else c.deputy_id end;
    if guard.same_person(first, second) then second := (select h.holder from guard.heirs_of(first) h limit 1); end if;
    if held && array[c.coordinator_id, c.deputy_id] then
      update public.journey_coordination set until_at = greatest(t, from_at) where id = c.id;
      insert into public.journey_coordination (id, journey_id, coordinator_id, deputy_id, given_by_id, from_at)
      values (gen_random_uuid(), c.journey_id, first, second, receiver, t);
    end if;
  end loop;
end $$;

grant execute on function guard.accept_handover(uuid) to samling_app;
