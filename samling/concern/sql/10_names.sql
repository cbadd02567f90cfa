-- A name that was told about a nameless concern lives outside the child's compartment, with asker and receiver. When
-- the child that was opened from it is protected, the name closes to both, save for those named as readers.
create or replace function guard.shielded_concerns() returns setof uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  return query
  select s.nameless_id from guard.shielded() h join public.concern_signal s on s.subject_id = h
   where s.nameless_id is not null;
end $$;

grant execute on function guard.shielded_concerns() to samling_app;
