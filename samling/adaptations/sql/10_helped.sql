-- What has helped in a municipality. Published once for each term that is over and never worked out again, in blocks
-- that share no child: a new figure minus an old one is always a block of its own, and every block hides its children.

-- Which stage a child goes in on a day. A school year begins in July.
create or replace function guard.stage_of(child uuid, at timestamptz) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select case when u.kind = 'preschool' then 'preschool' when y.grade <= 3 then 'early'
                      when y.grade <= 6 then 'middle' else 'late' end
            from public.people_child k join public.people_unit u on u.id = k.unit_id
            cross join lateral (select extract(year from at at time zone 'Europe/Stockholm' - interval '6 months')::int
                                       - k.birth_year - 6 as grade) y
           where k.subject_id = child);
end $$;

-- For each child and adaptation of an organisation, not counted before: the last that was found out before a moment.
-- Protected children are left out, and what is withdrawn, kept for one reader or not of the catalogue.
create or replace function guard.found_out(org uuid, before timestamptz)
  returns table (subject uuid, code text, stage text, helped boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with said as (
    select a.subject_id, a.code::text as code, e.written_at as at, e.result::text as effect
      from public.adaptations_adaptation a
      join public.adaptations_evaluation e on e.adaptation_id = a.id
     where a.withdrawn_at is null and a.only_for_id is null and e.withdrawn_at is null and e.only_for_id is null
    union all
    select t.subject_id, t.adaptation::text, t.written_at, t.effect::text
      from public.checklist_tried t
     where t.withdrawn_at is null and t.only_for_id is null and not t.is_empty
       and not exists (select from public.checklist_tried n
                        where n.checklist_id = t.checklist_id and n.place = t.place and n.version > t.version
                          and n.written_at < before)),
  last as (
    select distinct on (s.subject_id, s.code) s.subject_id, s.code, s.at, s.effect
      from said s
     where s.at < before and s.effect <> 'not_evaluated' and s.code ~ '^ADAPT(-[A-Z]+)+$'
     order by s.subject_id, s.code, s.at desc)
  select l.subject_id, l.code, guard.stage_of(l.subject_id, l.at), l.effect in ('helped', 'partly')
    from last l
    join public.people_child k on k.subject_id = l.subject_id
    join public.people_branch b on b.id = k.branch_id
   where b.organisation_id = org and b.domain in ('school', 'private_school')
     and l.subject_id not in (select p.subject_id from guard.protected_subjects() p)
     and not exists (select from public.adaptations_countedchild c
                      where c.organisation_id = org and c.subject_id = l.subject_id and c.code = l.code);
end $$;

-- Count the new children of an organisation, as they were found (subject, code, stage, helped): a stage with five or more by itself, smaller stages together. Together
-- they are told only when none of them can be worked out: each of them holds one to four, so the sum must leave each
-- at least three possible values, also to whoever knows which they are.
create or replace function guard.count_found(org uuid, term date, given jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  with fresh as materialized (
    select f.subject, f.code, f.stage, f.helped
      from jsonb_to_recordset(given) f (subject uuid, code text, stage text, helped boolean)),
  sizes as (select f.code, f.stage, count(*) as n from fresh f group by 1, 2),
  parts as (select s.code, s.stage, s.n, case when s.n >= 5 then s.stage else 'several' end as part from sizes s),
  cells as (
    select p.code, p.part, sum(p.n) as n from parts p group by 1, 2
    having p.part <> 'several' or sum(p.n) between greatest(5, count(*) + 2) and 4 * count(*) - 2),
  told as (
    insert into public.adaptations_helpedcount (id, organisation_id, term_on, code, stage, children)
    select gen_random_uuid(), org, term, c.code, c.part, c.n from cells c returning 1)
  insert into public.adaptations_countedchild (id, organisation_id, subject_id, code, helped, is_shared)
  select gen_random_uuid(), org, f.subject, f.code, f.helped, false
    from fresh f join parts p on p.code = f.code and p.stage = f.stage join cells c on c.code = p.code and c.part = p.part;
end $$;

create or replace function guard.count_helped(org uuid, term date, before timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.count_found(org, term, (select jsonb_agg(f) from guard.found_out(org, before) f));
end $$;

-- How it went, over whole blocks: ten children or more, and where one side has fewer than five only that it is small.
create or replace function guard.share_helped(org uuid, term date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  with sums as materialized (
    select c.code, count(*)::int as n, (count(*) filter (where c.helped))::int as k
      from public.adaptations_countedchild c
     where c.organisation_id = org and not c.is_shared
     group by 1 having count(*) >= 10),
  told as (
    insert into public.adaptations_helpedshare (id, organisation_id, term_on, code, children, least, most)
    select gen_random_uuid(), org, term, s.code, s.n,
           case when s.k < 5 then 0 when s.n - s.k < 5 then s.n - 4 else s.k end,
           case when s.k < 5 then 4 when s.n - s.k < 5 then s.n else s.k end
      from sums s returning 1)
  update public.adaptations_countedchild c set is_shared = true
    from sums s where c.organisation_id = org and c.code = s.code and not c.is_shared;
end $$;

-- Publish the term that is over, once for each organisation with a school; returns how many had something to publish.
create or replace function guard.publish_helped() returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  begun timestamp := date_trunc('year', guard.now() at time zone 'Europe/Stockholm');
  half timestamp := begun + interval '6 months';
  ended timestamp := case when guard.now() at time zone 'Europe/Stockholm' < half then begun else half end;
  term date := (ended - interval '6 months')::date; org uuid; many int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('publish_helped'));
  for org in
    select distinct b.organisation_id from public.people_branch b
     where b.domain in ('school', 'private_school')
       and not exists (select from public.adaptations_publishedterm p
                        where p.organisation_id = b.organisation_id and p.term_on = term)
  loop
    insert into public.adaptations_publishedterm (id, organisation_id, term_on, published_at)
    values (gen_random_uuid(), org, term, guard.now());
    perform guard.count_helped(org, term, ended at time zone 'Europe/Stockholm');
    perform guard.share_helped(org, term);
    many := many + 1;
  end loop;
  return many;
end $$;

-- What is published where the acting capacity works: children by stage, and on a line without a stage how it went.
create or replace function guard.what_helped()
  returns table (code text, stage text, children int, at_least int, at_most int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me record;
begin
  select c.organisation into me from guard.capacity(guard.my_capacity()) c;
  return query
  select h.code::text, h.stage::text, sum(h.children)::int, null::int, null::int
    from public.adaptations_helpedcount h where h.organisation_id = me.organisation group by 1, 2
  union all
  select s.code::text, '', sum(s.children)::int, sum(s.least)::int, sum(s.most)::int
    from public.adaptations_helpedshare s where s.organisation_id = me.organisation group by 1
  order by 1, 2;
end $$;

-- The first day of the latest term that is part of it.
create or replace function guard.helped_term() returns date
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select max(p.term_on) from public.adaptations_publishedterm p
            join guard.capacity(guard.my_capacity()) c on c.organisation = p.organisation_id);
end $$;

grant execute on function guard.what_helped(), guard.helped_term() to samling_app;
grant execute on function guard.publish_helped() to samling_worker;
