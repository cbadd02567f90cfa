-- Closed to the pages: reached through guard functions, or by the one role named here.
alter table {table} enable row level security;
alter table {table} force row level security;
grant select, insert, update on {table} to samling_guard;
grant select on {table} to samling_backup;
{grant_to}

drop policy if exists guard on {table};
create policy guard on {table} for all to samling_guard using (true) with check (true);
drop policy if exists backup on {table};
create policy backup on {table} for select to samling_backup using (true);
drop policy if exists keeper on {table};
{keeper}
