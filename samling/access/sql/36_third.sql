-- What is written about a third person is told across a wall only on that person's own yes (the newest answer on the
-- consent that the telling rests on), or as a record told by itself on another ground in law.
create or replace function guard.third_open() returns table (subject_id uuid, person uuid, record_id uuid)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
#variable_conflict use_column
begin
  return query
  with mine as materialized (select d.ground_id, d.subject_id, d.record_id from guard.my_disclosures() d),
  latest as (
    select distinct on (a.consent_id, a.about_person)
           m.subject_id, a.about_person as person, a.yes and a.taken_back_at is null as yes
      from mine m join public.access_groundconsent r on r.ground_id = m.ground_id
      join public.consent_consentanswer a on a.consent_id = r.consent_id and a.giver = 'third'
       and a.about_person is not null and a.withdrawn_at is null
     order by a.consent_id, a.about_person, a.answered_at desc, a.id desc)
  select l.subject_id, l.person, null::uuid from latest l where l.yes
  union
  select m.subject_id, null::uuid, m.record_id from mine m join public.access_ground g on g.id = m.ground_id
   where g.basis <> 'consent' and m.record_id is not null;
end $$;

grant execute on function guard.third_open() to samling_app;
