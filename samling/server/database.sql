-- The empty house: run inside the database as samling_owner, who owns it; may be run again.
-- Whatever is not granted here or by a migration is refused.

do $connect$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to samling_app, samling_audit, samling_login, samling_worker, '
    'samling_stats, samling_backup', current_database());
end
$connect$;

create schema if not exists guard authorization samling_guard;

-- Only for the message digests (hmac) that sign who is acting.
create extension if not exists pgcrypto with schema public;

revoke all on schema public from public;
grant usage on schema public to
  samling_guard, samling_app, samling_audit, samling_login, samling_worker, samling_stats, samling_backup;
grant usage on schema guard to
  samling_owner, samling_app, samling_audit, samling_login, samling_worker, samling_stats, samling_backup;

alter default privileges for role samling_guard revoke execute on functions from public;
alter default privileges for role samling_owner revoke execute on functions from public;
alter default privileges for role samling_owner grant select on tables to samling_backup;
alter default privileges for role samling_owner grant select on sequences to samling_backup;
alter default privileges for role samling_guard grant select on tables to samling_backup;
alter default privileges for role samling_guard grant select on sequences to samling_backup;
