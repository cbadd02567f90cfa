-- How much a setting touches, for those who may change it: a number and never a child. One to four is said as -1;
-- children with protected identity are in no number.

create or replace function guard.setting_reach(in_code text, new_value text) returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); org uuid := guard.insist_settles(in_code); n int; asked int;
  old int := guard.settled_in(in_code, org);
begin
  asked := case when new_value ~ '^[0-9]{1,4}$' then new_value::int end;
  n := case
    when in_code = 'deadline.reply_days' then (
      select count(*) from public.concern_signal s join public.people_branch b on b.number = s.wall / 64
       where b.organisation_id = org and s.withdrawn_at is null
         and s.subject_id not in (select p.subject_id from guard.protected_subjects() p)
         and not exists (select from public.concern_outcome o where o.signal_id = s.id or o.nameless_id = s.nameless_id))
    when in_code = 'deadline.follow_up_weeks' then (
      select count(*) from public.checklist_decision d join public.people_branch b on b.number = d.wall / 64
       where b.organisation_id = org and d.ended_at is null and d.withdrawn_at is null and d.follow_up_on is not null
         and d.subject_id not in (select p.subject_id from guard.protected_subjects() p)
         and not exists (select from public.checklist_followup f where f.decision_id = d.id))
    when in_code = 'deadline.draft_days' then (
      select count(*) from public.journey_draft d join public.people_capacity c on c.id = d.written_by_id
        join public.people_unit u on u.id = c.unit_id join public.people_branch b on b.id = u.branch_id
       where b.organisation_id = org and d.saved_at < t - make_interval(days => asked))
    when in_code = 'deadline.overdue_days' then (
      select count(*) from public.journey_notice n
       where n.done_at is null and n.due_on + asked <= (t at time zone 'Europe/Stockholm')::date
         and guard.organisation_of(n.to_id) = org and guard.head_of(n.to_id) is not null
         and (n.subject_id is null or n.subject_id not in (select p.subject_id from guard.protected_subjects() p))
         and not exists (select from public.journey_notice o where o.kind = 'overdue' and o.record_id = n.id))
    when in_code like 'deadline.warn_%' then (
      select count(*) from guard.endings() e
       where e.ends - make_interval(days => asked) <= t and guard.organisation_of(e.whose) = org
         and (e.subject is null or e.subject not in (select p.subject_id from guard.protected_subjects() p)))
    when in_code = 'age.heard_from' then (
      select count(*) from public.people_child c join public.people_branch b on b.id = c.branch_id
       where b.organisation_id = org and c.subject_id not in (select p.subject_id from guard.protected_subjects() p)
         and extract(year from t) - c.birth_year >= least(asked, old)
         and extract(year from t) - c.birth_year < greatest(asked, old))
    when in_code like 'consent.%' or in_code = 'text.consent' then (
      select count(*) from public.consent_consent c join public.people_branch b on b.number = c.wall / 64
       where b.organisation_id = org and c.withdrawn_at is null and c.ended_at is null and c.valid_until > t
         and c.wall % 64 <> 17 and c.subject_id not in (select p.subject_id from guard.protected_subjects() p))
  end;
  return case when n between 1 and 4 then -1 else n end;
end $$;

grant execute on function guard.setting_reach(text, text) to samling_app;
