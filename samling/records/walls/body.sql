-- The text of a record: readable exactly where its head is, and only after a committed look.
alter table {table} enable row level security;
alter table {table} force row level security;
grant select, insert on {table} to samling_app;
grant select, insert, update on {table} to samling_guard;
grant select on {table} to samling_backup;
{grant_change}

drop policy if exists see on {table};
create policy see on {table} for select to samling_app using (
  exists (select from {head} h where h.id = {table}.head_id
          and h.subject_id = {table}.subject_id and h.wall = {table}.wall));

drop policy if exists add on {table};
create policy add on {table} for insert to samling_app with check (
  exists (select from {head} h where h.id = {table}.head_id
          and h.subject_id = {table}.subject_id and h.wall = {table}.wall
          and h.written_by_id = (select guard.my_capacity())));

drop policy if exists change on {table};
create policy change on {table} for update to samling_app using ({change}) with check ({change});

-- No log, no read.
drop policy if exists opened on {table};
create policy opened on {table} as restrictive for select to samling_app
  using ((subject_id, wall) in (select o.subject_id, o.wall from guard.my_opened() o));

-- The second layer, by a path of its own: protected identity.
drop policy if exists shield on {table};
create policy shield on {table} as restrictive for all to samling_app
  using (subject_id not in (select guard.shielded()));

drop policy if exists guard on {table};
create policy guard on {table} for all to samling_guard using (true) with check (true);
drop policy if exists backup on {table};
create policy backup on {table} for select to samling_backup using (true);
