-- A table with its own three sentences: who sees a row, who may add one, who may change one.
alter table {table} enable row level security;
alter table {table} force row level security;
grant {grants} on {table} to samling_app;
grant select, insert, update on {table} to samling_guard;
grant select on {table} to samling_backup;
{grant_change}

drop policy if exists see on {table};
create policy see on {table} for select to samling_app using ({see});
drop policy if exists add on {table};
create policy add on {table} for insert to samling_app with check ({add});
drop policy if exists change on {table};
create policy change on {table} for update to samling_app using ({change}) with check ({change});
drop policy if exists remove on {table};
{remove}

drop policy if exists guard on {table};
create policy guard on {table} for all to samling_guard using (true) with check (true);
drop policy if exists backup on {table};
create policy backup on {table} for select to samling_backup using (true);
drop policy if exists owner on {table};
{owner}
{own_hand}
