-- Where a support stands is said twice: by whoever gives it, and in the shared space of the journey that her side takes
-- part in. At the end of each transaction both say the same, whoever wrote (decision 66). What was told before her side left
-- and came back is no longer told.
create or replace function guard.insist_told_alike() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare which uuid;
begin
  if tg_table_name = 'support_support' then which := new.id; else which := new.support_id; end if;
  if exists (
    select from public.support_support s
     cross join lateral (
       select distinct on (x.subject_id) x.state, x.kind from public.support_supportstatus x
         join public.journey_party p on p.journey_id = x.subject_id and p.child_id = s.subject_id
          and p.accepted_at <= x.written_at and p.ended_at is null
        where x.support_id = s.id and x.withdrawn_at is null
        order by x.subject_id, x.number desc) l
     where s.id = which and (s.withdrawn_at is not null or (l.state, l.kind) is distinct from (s.state, s.kind))) then
    perform guard.refuse('What the others are told must be what stands.');
  end if;
  return null;
end $$;

grant execute on function guard.insist_told_alike() to samling_owner;
