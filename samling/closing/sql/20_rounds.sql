-- Days of follow-up that a closing brings with it: everyone is asked at the end, and the calls afterwards ask the same questions.

-- What comes and goes by itself: the end (T2) when a closing is begun, unless the family ends it; the questions of a call so many
-- days ahead of it, in the compartment of the one who makes it and only while the family's yes to being called stands.
create or replace function guard.plan_closing_rounds(ahead int, back int) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); today date := (guard.now() at time zone 'Europe/Stockholm')::date; one record;
begin
  for one in select c.id, c.subject_id, c.written_by_id, guard.workday_from((c.written_at at time zone 'Europe/Stockholm')::date) as due,
                    c.called_off_at is null and c.withdrawn_at is null and c.reason <> 'family' as stands
               from public.closing_closing c
              where c.closed_at is null and c.written_at > t - make_interval(days => back) loop
    if not one.stands then
      perform guard.drop_round(one.id, 'T2');
    elsif not exists (select from public.followup_round r where r.subject_id = one.subject_id and r."time" = 'T2'
                        and r.done_at is null and r.withdrawn_at is null) then
      perform guard.put_round(one.id, 'T2', one.subject_id, 40, one.due, one.written_by_id);
    end if;
  end loop;
  for one in select l.id, l.code, l.subject_id, l.wall, l.holder_id, l.due_on, exists (select from guard.standing_consents(array[l.consent_id])) as stands
               from public.closing_latercall l
              where l.done_at is null and l.withdrawn_at is null and l.due_on <= today + ahead loop
    if not one.stands then
      perform guard.drop_round(one.id, one.code);
    elsif not exists (select from public.followup_round r where r.subject_id = one.subject_id and r."time" = one.code
                        and r.done_at is null and r.withdrawn_at is null) then
      perform guard.put_round(one.id, one.code, one.subject_id, one.wall, one.due_on, one.holder_id);
    end if;
  end loop;
end $$;

grant execute on function guard.plan_closing_rounds(int, int) to samling_worker;
