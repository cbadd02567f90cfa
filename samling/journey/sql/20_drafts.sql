-- A private draft is no record: it goes when it has lain for as long as is settled, also when its writer has left.

create or replace function guard.forget_drafts() returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); found int;
begin
  delete from public.journey_draft d
   where d.saved_at < t - make_interval(days => guard.settled_for('deadline.draft_days', d.written_by_id));
  get diagnostics found = row_count;
  return found;
end $$;

grant execute on function guard.forget_drafts() to samling_worker;
