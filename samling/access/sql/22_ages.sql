-- Birthdays that the law counts from: of age at 18 (FB 6:2, 9:1), alone from 15 (SoL 3:4, 21:2). Judged live, to the day.

-- The first moment at that age, in Stockholm; where the day of birth is not known, when it is certain by the year alone.
create or replace function guard.turns_at(child uuid, years int) returns timestamptz
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c record; d date;
begin
  select k.born_on, k.birth_year into c from public.people_child k where k.subject_id = child;
  d := coalesce((c.born_on + make_interval(years => years))::date, make_date(c.birth_year + years + 1, 1, 1));
  return case when extract(day from d) < extract(day from c.born_on) then d + 1 else d end::timestamp at time zone 'Europe/Stockholm';
end $$;

create or replace function guard.has_turned(child uuid, years int) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return coalesce(guard.turns_at(child, years) <= guard.now(), false); end $$;

-- When a consent that stands ends: by its date, or when the guardians' say does, unless the young person has said yes too.
create or replace function guard.consent_ends_at(which uuid) returns timestamptz
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select least(c.valid_until, case when not exists (
             select from public.consent_consentanswer a where a.consent_id = c.id and a.giver = 'child' and a.yes
                and a.taken_back_at is null and a.withdrawn_at is null) then guard.turns_at(c.subject_id, 18) end)
      from public.consent_consent c where c.id = which);
end $$;

-- Whether the young person can be asked alone, for those who work with her.
create or replace function guard.may_be_alone(child uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return guard.has_turned(child, 15) and exists (select from guard.my_access_to(child)); end $$;

grant execute on function guard.may_be_alone(uuid) to samling_app;
