-- Days of follow-up that come by themselves from what happens around a child. Each has a key made of what it follows from: it
-- comes once, and one that a person has moved or finished stays as that person left it.

-- What follows from the latest days: from which record, which time, where it stands, on which day, and who did it. Reckoned
-- days are working days; a day that the record itself tells is taken as it tells it.
create or replace function guard.rounds_to_come(back int)
  returns table (source uuid, said text, subject uuid, behind int, due date, did uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); since timestamptz := guard.now() - make_interval(days => back);
begin
  return query
  -- The start, and the first follow-up after it: another side has come to the child's table for the first time.
  select p.journey_id, s.said, p.journey_id, 40,
         guard.workday_from((p.accepted_at at time zone 'Europe/Stockholm')::date
           + case s.said when 'T1' then guard.settled_for('deadline.t1_days', p.accepted_by_id) else 0 end), p.accepted_by_id
    from public.journey_party p cross join (values ('T0'), ('T1')) s (said)
   where p.ground_id is not null and p.how = 'space' and p.accepted_at > since and p.ended_at is null
     and not exists (select from public.journey_party e where e.journey_id = p.journey_id and e.ground_id is not null
                       and (e.accepted_at, e.id) < (p.accepted_at, p.id))
     and not exists (select from public.followup_round r where r."time" = s.said and r.withdrawn_at is null
                       and r.subject_id in (select p.journey_id union all select e.child_id from public.journey_party e
                                             where e.journey_id = p.journey_id))
  union all
  -- The first light check, when a plan has been begun; the next ones follow when one is done.
  select p.id, 'light', p.subject_id, 40,
         guard.workday_from((p.written_at at time zone 'Europe/Stockholm')::date + guard.settled_for('deadline.light_days', p.written_by_id)),
         p.written_by_id
    from public.plan_plan p
   where p.written_at > since and p.withdrawn_at is null
     and not exists (select from public.followup_round r where r.subject_id = p.subject_id and r."time" = 'light'
                       and r.withdrawn_at is null)
  union all
  -- The day of a joint meeting, while nothing is asked of an earlier one.
  select m.id, case when exists (select from public.gathering_jointmeeting e where e.subject_id = m.subject_id and e.held_at < m.held_at)
                    then 'next_meeting' else 'meeting' end,
         m.subject_id, 40, guard.workday_from((m.held_at at time zone 'Europe/Stockholm')::date), m.held_by_id
    from public.gathering_jointmeeting m
   where m.held_at > since and m.withdrawn_at is null
     and not exists (select from public.followup_round r where r.subject_id = m.subject_id and r."time" in ('meeting', 'next_meeting')
                       and r.done_at is null and r.withdrawn_at is null)
  union all
  -- Six weeks after something was solved where it was, until that is followed up or has ended: the decision's own day.
  select d.id, 'solved', d.subject_id, d.wall / 64 * 64 + 3, d.follow_up_on, d.written_by_id
    from public.checklist_decision d
   where d.kind = 'solved_here' and d.ended_at is null and d.withdrawn_at is null and d.written_at > since
     and not exists (select from public.checklist_followup f where f.decision_id = d.id and f.withdrawn_at is null)
     and not exists (select from public.followup_round r where r.subject_id = d.subject_id and r."time" = 'solved'
                       and r.done_at is null and r.withdrawn_at is null);
end $$;

-- One day of follow-up with its key. Nothing when it has come before.
create or replace function guard.put_round(source uuid, said text, subject uuid, behind int, due date, did uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.followup_round (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,
                                     "time", due_on, by_itself)
  values (md5(source::text || said)::uuid, subject, behind, did, guard.now(), 'yes', '', false, said, due, true)
  on conflict (id) do nothing;
end $$;

-- A day that came by itself and has lost its ground is taken away, unless somebody has been asked.
create or replace function guard.drop_round(source uuid, said text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.followup_round r set withdrawn_at = guard.now(), withdrawn_by_id = r.written_by_id
   where r.id = md5(source::text || said)::uuid and r.done_at is null and r.withdrawn_at is null
     and not exists (select from public.followup_ask a where a.round_id = r.id);
end $$;

-- What comes round: the days that follow from the latest days, and those whose decision has ended or been followed up.
create or replace function guard.plan_rounds(back int) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one record;
begin
  for one in select * from guard.rounds_to_come(back) loop
    perform guard.put_round(one.source, one.said, one.subject, one.behind, one.due, one.did);
  end loop;
  for one in select d.id from public.followup_round r join public.checklist_decision d on d.subject_id = r.subject_id
              where r."time" = 'solved' and r.done_at is null and r.withdrawn_at is null
                and (d.ended_at is not null or exists (select from public.checklist_followup f
                                                        where f.decision_id = d.id and f.withdrawn_at is null)) loop
    perform guard.drop_round(one.id, 'solved');
  end loop;
end $$;

grant execute on function guard.plan_rounds(int) to samling_worker;
