-- One moment: in a transaction that can change nothing (read only), as long as no transaction in the whole database has ended
-- since, the guard's answers cannot have changed. Only so long is an answer kept, signed, and given again to every wall that
-- asks. The mark `read only` falls with the savepoint it was set behind, so nothing may have been written either.

-- The rows that this statement sees, the second, and who asks: what an answer follows from. Always 64 signs, so that what is signed
-- with it can be read in one way only: who asks is a setting, and anybody may lengthen it.
create or replace function guard.moment() returns text language plpgsql stable
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return encode(sha256(convert_to(
    pg_current_snapshot()::text || '|' || extract(epoch from statement_timestamp())::bigint || '|'
      || coalesce(current_setting('samling.acting', true), ''), 'UTF8')), 'hex');
end $$;

-- Nothing can be changed, and this transaction has changed nothing before: its own rows are in no snapshot's words. Nor on a
-- standby, whose snapshots leave out what is still going on.
create or replace function guard.may_keep() returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return current_setting('transaction_read_only') = 'on' and pg_current_xact_id_if_assigned() is null and not pg_is_in_recovery();
end $$;

-- The answer that was kept in this very moment, or null; an error when it was forged.
create or replace function guard.kept(what text) returns text language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
declare since text := current_setting('samling.since_' || what, true); v text;
begin
  if since is distinct from guard.moment() or not guard.may_keep() then return null; end if;
  v := current_setting('samling.kept_' || what, true);
  if current_setting('samling.mac_' || what, true) is distinct from guard.mac(what || '|' || since || '|' || v) then
    raise exception 'forged context' using errcode = '28000';
  end if;
  return v;
end $$;

-- Keep an answer for this moment, where nothing can be changed. It is `stable`, and so are those that call it: the moment
-- is that of the statement in which the answer was worked out.
create or replace function guard.keep(what text, answer text) returns void language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare since text := guard.moment();
begin
  if not guard.may_keep() then return; end if;
  perform set_config('samling.since_' || what, since, true), set_config('samling.kept_' || what, answer, true),
    set_config('samling.mac_' || what, guard.mac(what || '|' || since || '|' || answer), true);
end $$;

-- A list of ids as it is kept. One of very many is not: to read it back from text takes longer than to ask anew.
create or replace function guard.in_words(ids uuid[]) returns text language plpgsql immutable
  set search_path = pg_catalog, pg_temp as $$
begin return case when cardinality(ids) <= 200 then ids::text else 'many' end; end $$;
