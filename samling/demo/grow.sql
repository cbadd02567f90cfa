-- step: schools, one for every 800 children, each in a municipality of its own for every ten
insert into people_organisation (id, kind, name, municipality_code, county_code)
select md5('grow-org-' || m)::uuid, 'municipality', 'Växtkommun ' || m, '99' || lpad((m %% 100)::text, 2, '0'), '99'
  from generate_series(%(first)s / 8000, %(last)s / 8000) m on conflict do nothing;
-- step: their school branch
insert into people_branch (id, organisation_id, number, name, domain, hangs_on_id)
select md5('grow-branch-' || m)::uuid, md5('grow-org-' || m)::uuid, 29000 + m, 'Växtnämnden ' || m, 'school', null
  from generate_series(%(first)s / 8000, %(last)s / 8000) m on conflict do nothing;
-- step: units
insert into people_unit (id, branch_id, kind, name, code, municipality_code, phone, hours)
select md5('grow-unit-' || s)::uuid, md5('grow-branch-' || s / 10)::uuid, 'school', 'Växtskolan ' || s, '',
       '99' || lpad((s / 10 %% 100)::text, 2, '0'), '0500-00 00 00', ''
  from generate_series(%(first)s / 800, %(last)s / 800) s on conflict do nothing;
-- step: people: a head for every school, a mentor for every class
insert into people_person (id, given_name, family_name, sort_key, is_staff_member)
select md5('grow-head-' || s)::uuid, 'Rektor', 'Växt' || s, 'rektor vaxt' || s, true
  from generate_series(%(first)s / 800, %(last)s / 800) s
union all
select md5('grow-mentor-' || k)::uuid, 'Mentor', 'Växt' || k, 'mentor vaxt' || k, true
  from generate_series(%(first)s / 25, %(last)s / 25) k on conflict do nothing;
-- step: their capacities
insert into people_capacity (id, person_id, unit_id, role, title, phone, given_by_id, approved_by_id, from_at, until_at)
select md5('grow-headcap-' || s)::uuid, md5('grow-head-' || s)::uuid, md5('grow-unit-' || s)::uuid, 'head_teacher', '', '',
       null::uuid, md5('grow-headcap-' || s)::uuid, guard.now() - interval '900 days', null::timestamptz
  from generate_series(%(first)s / 800, %(last)s / 800) s
union all
select md5('grow-mentorcap-' || k)::uuid, md5('grow-mentor-' || k)::uuid, md5('grow-unit-' || k / 32)::uuid, 'mentor', '', '',
       null, md5('grow-headcap-' || k / 32)::uuid, guard.now() - interval '900 days', null::timestamptz
  from generate_series(%(first)s / 25, %(last)s / 25) k on conflict do nothing;
-- step: subjects
insert into people_subject (id, kind)
select md5('grow-child-' || c)::uuid, 'child' from generate_series(%(first)s::int, %(last)s::int) c;
-- step: child rows
insert into people_child (subject_id, wall, branch_id, unit_id, roster_id, given_name, family_name, called, sort_key,
                          born_on, birth_year, "group", home_municipality, language, person_id, opened_by_id, opened_at)
select md5('grow-child-' || c)::uuid, (29000 + c / 8000) * 64 + 1, md5('grow-branch-' || c / 8000)::uuid,
       md5('grow-unit-' || c / 800)::uuid, null::uuid, n.given, n.family, '', lower(n.given || ' ' || n.family), null,
       2010 + c %% 10, (c %% 10)::text || 'A', '', 'sv', null, md5('grow-mentorcap-' || c / 25)::uuid,
       guard.now() - make_interval(days => c %% 300)
  from generate_series(%(first)s::int, %(last)s::int) c,
       lateral (select (array['Alva', 'Elsa', 'Noah', 'Leo', 'Mio', 'Saga', 'Adam', 'Noor', 'Sam', 'Ines'])[1 + c %% 10] as given,
                       'Vaxtsson' || c as family) n;
-- step: assignments: the mentor, and the unit for its head
insert into access_assignment (id, subject_id, capacity_id, unit_id, walls, reach, given_by_id, because, ended_by_id,
                               from_at, until_at)
select md5('grow-assign-' || c)::uuid, md5('grow-child-' || c)::uuid, md5('grow-mentorcap-' || c / 25)::uuid, null::uuid,
       array(select (29000 + c / 8000) * 64 + k from unnest(array[1, 2, 3, 4, 5, 6, 7, 9, 14, 15, 16]) k), 'full',
       md5('grow-headcap-' || c / 800)::uuid, 'mentor', null::uuid, guard.now() - interval '300 days', null::timestamptz
  from generate_series(%(first)s::int, %(last)s::int) c
union all
select md5('grow-unitassign-' || c)::uuid, md5('grow-child-' || c)::uuid, null, md5('grow-unit-' || c / 800)::uuid,
       '{}'::int[], 'full',
       md5('grow-headcap-' || c / 800)::uuid, 'the unit', null, guard.now() - interval '300 days', null
  from generate_series(%(first)s::int, %(last)s::int) c;
-- step: notes
insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,
                           only_for_id, about_person, withdrawn_at, withdrawn_by_id, kind, title, corrects_id)
select md5('grow-note-' || c || '-' || n)::uuid, md5('grow-child-' || c)::uuid,
       (29000 + c / 8000) * 64 + (array[4, 5, 6, 9, 14])[n], md5('grow-mentorcap-' || c / 25)::uuid,
       guard.now() - make_interval(days => n * 20, mins => c %% 1440), 'yes', '', false, null, null, null, null,
       'observation', (array['Morgonen', 'Matten', 'Rasten', 'Ett samtal', 'Frånvaron'])[n], null
  from generate_series(%(first)s::int, %(last)s::int) c, generate_series(1, 5) n;
-- step: their text
insert into journey_entrybody (head_id, subject_id, wall, text)
select md5('grow-note-' || c || '-' || n)::uuid, md5('grow-child-' || c)::uuid,
       (29000 + c / 8000) * 64 + (array[4, 5, 6, 9, 14])[n],
       'En iakttagelse i vardagen, skriven med några meningar om vad som hände, vad som hjälpte och vad vi prövar härnäst.'
  from generate_series(%(first)s::int, %(last)s::int) c, generate_series(1, 5) n;
