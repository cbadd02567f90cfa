-- The head of a record about a child, or the row of the child or of an adult around the child.
-- Readable: by those who work with the child inside the compartment (wall) that holds it;
--           by those who lead the unit it belongs to, as far as their role goes;
--           by its writer, while the writer still works with the child;
--           by those to whom a standing disclosure names it, or its category from a date, and what it says of a
--           third person on that person's own yes;
--           by the family, entry by entry.
alter table {table} enable row level security;
alter table {table} force row level security;
grant {grants} on {table} to samling_app;
grant select, insert, update on {table} to samling_guard;
grant select on {table} to samling_backup;
{grant_change}

drop policy if exists see on {table};
create policy see on {table} for select to samling_app using (
  {narrow}
  and (wall = any ((select guard.my_unit_walls())::int[]) and subject_id in (select guard.my_unit_children())
    or (subject_id, wall) in (select p.subject_id, p.wall from guard.my_pairs() p)
    or ({writer} = (select guard.my_capacity()) and subject_id in (select guard.my_children()))
    or exists (select from guard.my_disclosures() d
               where d.subject_id = {table}.subject_id and d.wall = {table}.wall
                 and (d.record_id = {table}.{key} or d.since_at <= {dated})){third}));

drop policy if exists family on {table};
create policy family on {table} for select to samling_app using (
  (select guard.is_family()) and wall % 64 not in (17, 18) and {family});

drop policy if exists add on {table};
create policy add on {table} for insert to samling_app with check (
  {writer} = (select guard.my_capacity())
  and exists (select from guard.my_access_to({table}.subject_id) a where a.wall = {table}.wall and a.writes){also});

drop policy if exists change on {table};
create policy change on {table} for update to samling_app using ({change}) with check ({change});

-- The second layer, by a path of its own: protected identity.
drop policy if exists shield on {table};
create policy shield on {table} as restrictive for all to samling_app
  using (subject_id not in (select guard.shielded()));

drop policy if exists guard on {table};
create policy guard on {table} for all to samling_guard using (true) with check (true);
drop policy if exists backup on {table};
create policy backup on {table} for select to samling_backup using (true);
{own_hand}
