-- What has helped at home, told in the same blocks as what has helped at school (the adaptations' 10_helped.sql): one child is
-- one child whichever authority helped, so a child whose rows meet in a journey is counted by the journey.
create or replace function guard.found_at_home(org uuid, before timestamptz)
  returns table (subject uuid, code text, stage text, helped boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with said as (
    select s.subject_id, s.code::text as code, o.written_at as at, o.result::text as effect, k.birth_year, coalesce(
             (select p.journey_id from public.journey_party p
               where p.child_id = s.subject_id and p.accepted_at is not null order by p.accepted_at limit 1), s.subject_id) as who
      from public.support_support s
      join public.support_outcome o on o.support_id = s.id
      join public.people_child k on k.subject_id = s.subject_id
      join public.people_branch b on b.id = k.branch_id
     where b.organisation_id = org and s.code <> '' and o.written_at < before and o.result <> 'not_evaluated'
       and s.withdrawn_at is null and s.only_for_id is null and o.withdrawn_at is null and o.only_for_id is null
       and s.subject_id not in (select p.subject_id from guard.protected_subjects() p)),
  last as (select distinct on (s.who, s.code) s.* from said s order by s.who, s.code, s.at desc)
  select l.who, l.code,
         case when extract(year from l.at at time zone 'Europe/Stockholm' - interval '6 months') - l.birth_year < 6 then 'preschool'
              else guard.stage_of(l.subject_id, l.at) end,
         l.effect in ('helped', 'partly')
    from last l
   where not exists (select from public.adaptations_countedchild c
                      where c.organisation_id = org and c.code = l.code
                        and (c.subject_id in (l.who, l.subject_id)
                          or c.subject_id in (select p.child_id from public.journey_party p where p.journey_id = l.who)));
end $$;

-- The night when a term is published, what has helped at home in it is too. Returns for how many organisations.
create or replace function guard.publish_at_home() returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p record; many int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('publish_helped'));
  for p in select t.organisation_id, t.term_on from public.adaptations_publishedterm t
            where t.published_at > guard.now() - interval '1 day' loop
    perform guard.count_found(p.organisation_id, p.term_on, (select jsonb_agg(f) from guard.found_at_home(
      p.organisation_id, (p.term_on + interval '6 months') at time zone 'Europe/Stockholm') f));
    perform guard.share_helped(p.organisation_id, p.term_on);
    many := many + 1;
  end loop;
  return many;
end $$;

grant execute on function guard.publish_at_home() to samling_worker;
