-- Who did a thing is the one who does it: no page, and no statement slipped into one, signs a change in another's name.
-- The columns are the trigger's arguments; one that is emptied (an ending taken back) names nobody.

create or replace function guard.insist_own_hand() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare was jsonb := to_jsonb(old); made jsonb := to_jsonb(new); me text := guard.my_capacity(); named text;
begin
  foreach named in array tg_argv loop
    if made ->> named <> coalesce(was ->> named, '') and (made ->> named = me) is not true then
      raise exception 'This would be signed in another name than yours.' using errcode = '42501';
    end if;
  end loop;
  return new;
end $$;
