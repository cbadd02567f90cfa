-- The roles of Samling. Run as an administrator of the server (CREATEROLE is enough); may be run again.
-- Passwords are set apart from this file. None of the roles is a superuser, none bypasses row security,
-- and none may create roles or databases: everything a role may do is a grant that can be read.

do $roles$
declare
  wanted text;
begin
  foreach wanted in array array[
    'samling_owner',   -- owns the tables; used for migrations only
    'samling_guard',   -- owns the functions that decide who sees what; nobody signs in as it
    'samling_app',     -- the pages
    'samling_audit',   -- writes the log, on a connection of its own
    'samling_login',   -- accounts, second factors and sessions
    'samling_worker',  -- housekeeping through named functions; no right to any table
    'samling_stats',   -- statistics through named functions; no right to any table
    'samling_backup'   -- reads everything for a dump, by a policy written on each table
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit', wanted);
    end if;
    if wanted = 'samling_guard' then
      execute format('alter role %I nologin', wanted);
    else
      execute format('alter role %I login', wanted);
    end if;
  end loop;
end
$roles$;

-- The owner may hand functions over to the guard (and act as it while a migration does so).
alter role samling_owner inherit;
grant samling_guard to samling_owner with inherit true, set true, admin false;

-- A page that hangs is cut off; so is one that forgets an open transaction or waits for a lock.
alter role samling_app   set statement_timeout = '5s';
alter role samling_app   set idle_in_transaction_session_timeout = '15s';
alter role samling_app   set lock_timeout = '2s';
alter role samling_login set statement_timeout = '5s';
alter role samling_login set idle_in_transaction_session_timeout = '15s';
alter role samling_login set lock_timeout = '2s';
alter role samling_audit set statement_timeout = '5s';
alter role samling_audit set idle_in_transaction_session_timeout = '15s';
alter role samling_audit set lock_timeout = '2s';
alter role samling_worker set statement_timeout = '60s';
alter role samling_worker set idle_in_transaction_session_timeout = '60s';
alter role samling_worker set lock_timeout = '2s';
alter role samling_stats set statement_timeout = '60s';
alter role samling_stats set default_transaction_read_only = on;
alter role samling_backup set default_transaction_read_only = on;
-- A migration that cannot get its lock gives up rather than hold the pages behind it.
alter role samling_owner set lock_timeout = '2s';
