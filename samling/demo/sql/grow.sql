-- More of the same world, for load: schools of 800 children, classes of 20 with a mentor, five notes for each child.
-- Written by the guard's own right inside the owner's connection, past the verbs: for benches and trials only.
-- Only the owner may make tables that last for a connection; from there on the guard writes, in this transaction alone.
-- Blanks: %(n)s children numbered from %(first)s, %(given)s and %(family)s names with their keys.

create temp table if not exists grown_school (
  number int primary key, unit uuid not null default gen_random_uuid(),
  person uuid not null default gen_random_uuid(), head uuid not null default gen_random_uuid()) on commit preserve rows;
create temp table if not exists grown_class (
  number int primary key, school int not null,
  person uuid not null default gen_random_uuid(), mentor uuid not null default gen_random_uuid()) on commit preserve rows;
create temp table if not exists grown_child (
  number int primary key, class int not null, id uuid not null default gen_random_uuid()) on commit preserve rows;
create temp table if not exists grown_note (
  id uuid primary key default gen_random_uuid(), child int not null, number int not null) on commit preserve rows;
truncate grown_child, grown_note;
grant select, insert on grown_school, grown_class, grown_child, grown_note to samling_guard;
set local role samling_guard;

insert into grown_school (number)
select s from generate_series((%(first)s - 1) / 800, (%(first)s + %(n)s - 2) / 800) s on conflict do nothing;
insert into grown_class (number, school)
select c, c / 40 from generate_series((%(first)s - 1) / 20, (%(first)s + %(n)s - 2) / 20) c on conflict do nothing;
insert into grown_child (number, class) select i, (i - 1) / 20 from generate_series(%(first)s, %(first)s + %(n)s - 1) i;
insert into grown_note (child, number) select c.number, k from grown_child c, generate_series(1, 5) k;

insert into public.people_unit (id, branch_id, kind, name, code, municipality_code, phone, hours)
select s.unit, b.id, 'school', 'Skola ' || s.number, '', '9901', '', ''
  from grown_school s, public.people_branch b where b.number = 1 on conflict do nothing;
insert into public.people_person (id, given_name, family_name, sort_key, is_staff_member)
select s.person, 'Rektor', 'Skola ' || s.number, 'rektor skola ' || s.number, true from grown_school s
union all
select c.person, 'Mentor', 'Klass ' || c.number, 'mentor klass ' || c.number, true from grown_class c on conflict do nothing;
insert into public.people_capacity (id, from_at, person_id, unit_id, role, title, phone, approved_by_id)
select s.head, guard.now() - interval '200 days', s.person, s.unit, 'head_teacher', '', '', s.head from grown_school s
union all
select c.mentor, guard.now() - interval '200 days', c.person, s.unit, 'mentor', '', '', s.head
  from grown_class c join grown_school s on s.number = c.school on conflict do nothing;

insert into public.people_subject (id, kind) select c.id, 'child' from grown_child c;
insert into public.people_child (subject_id, wall, branch_id, unit_id, given_name, family_name, called, sort_key, birth_year,
  "group", home_municipality, language, opened_by_id, opened_at)
select c.id, 65, u.branch_id, u.id, g.name, f.name, '', g.key || ' ' || f.key, 2015, 'K' || k.number %% 40, '', 'sv', k.mentor,
       guard.now() - interval '100 days'
  from grown_child c join grown_class k on k.number = c.class join grown_school s on s.number = k.school
  join public.people_unit u on u.id = s.unit
  join unnest(%(given)s::text[], %(given_keys)s::text[]) with ordinality as g (name, key, place)
    on g.place = 1 + c.number %% cardinality(%(given)s::text[])
  join unnest(%(family)s::text[], %(family_keys)s::text[]) with ordinality as f (name, key, place)
    on f.place = 1 + (c.number / 7) %% cardinality(%(family)s::text[]);

insert into public.access_assignment (id, from_at, subject_id, capacity_id, unit_id, walls, reach, given_by_id, because)
select gen_random_uuid(), guard.now() - interval '100 days', c.id, k.mentor, null, w.mine, 'full', k.mentor, 'opened the child'
  from grown_child c join grown_class k on k.number = c.class
  join lateral (select guard.walls_for(k.mentor) as mine) w on true
union all
select gen_random_uuid(), guard.now() - interval '100 days', c.id, null, s.unit, whole.walls, 'full', k.mentor, 'the unit'
  from grown_child c join grown_class k on k.number = c.class join grown_school s on s.number = k.school
  cross join (select array_agg(distinct 64 + category order by 64 + category) as walls
                from public.people_roleright r cross join lateral unnest(r.whole_unit) category where r.domain = 'school') whole;

insert into public.people_guardian (id, from_at, subject_id, wall, given_name, family_name, phone, language, interpreter,
  written_by_id, written_at, custody, custody_evidence, relation, safe_phone, email, address, contact_rule)
select gen_random_uuid(), guard.now() - interval '100 days', c.id, 66, 'Vård', 'Nad', '070-174 06 05', 'sv', '', k.mentor,
       guard.now() - interval '100 days', 'sole', 'folkbokföringen', 'mamma', '', '', '', ''
  from grown_child c join grown_class k on k.number = c.class;

insert into public.journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
  for_child, kind, title)
select n.id, c.id, 64 + (array[5, 9, 4, 6, 14])[n.number], k.mentor, guard.now() - n.number * interval '9 days', 'yes', '', false,
       (array['talk', 'meeting', 'observation', 'talk', 'observation'])[n.number], 'Anteckning ' || n.number
  from grown_note n join grown_child c on c.number = n.child join grown_class k on k.number = c.class;
insert into public.journey_entrybody (head_id, subject_id, wall, text)
select n.id, c.id, 64 + (array[5, 9, 4, 6, 14])[n.number],
       'Det här hände i dag. ' || repeat('Vi såg och hörde något som vi vill minnas. ', 1 + n.number)
  from grown_note n join grown_child c on c.number = n.child;

insert into public.journey_event (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
  for_child, kind, record_id)
select gen_random_uuid(), c.id, 67, k.mentor, guard.now() - (60 - 10 * e.n) * interval '1 day', 'yes', '', false, e.kind, null
  from grown_child c join grown_class k on k.number = c.class
  cross join (values (1, 'concern noted'), (2, 'concern taken care of'), (3, 'trying something')) e (n, kind);
insert into public.journey_level (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,
  for_child, tier, because)
select gen_random_uuid(), c.id, 67, k.mentor, guard.now() - interval '50 days', 'yes', '', false, 1, 'the first concern'
  from grown_child c join grown_class k on k.number = c.class;
