-- The answer to a request: a person's word about each thing, a second person's about what is held back, and what is given
-- or decided in writing.

-- I am the one who is named, and it has not been looked through yet, or was sent back.
create or replace function guard.insist_looks_through(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_prepares_extract(which);
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), 'returned') <> 'returned' then
    perform guard.refuse('It is looked through already.');
  end if;
end $$;

-- A person's word about items of the extract. Holding back or masking names a ground and a reason.
create or replace function guard.choose_extract(which uuid, of_kind text, records uuid[], held boolean, words text, on_ground text,
    why text) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_looks_through(which);
  if (held or btrim(words) <> '') and (on_ground = '' or length(btrim(why)) < 5) then
    perform guard.refuse('Say on which ground and why.');
  end if;
  insert into public.extracts_choice (id, request_id, kind, record_id, is_held, masked, ground, because, doubted, written_by_id, written_at)
  select gen_random_uuid(), which, of_kind, k, held, left(btrim(words), 400), on_ground, left(btrim(why), 400), '', guard.my_capacity(), guard.now()
    from unnest(records) k;
  return cardinality(records);
end $$;

-- The last word about each item that keeps something back.
create or replace function guard.held_of_extract(which uuid)
  returns table (kind text, record_id uuid, is_held boolean, masked text, ground text, because text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select l.kind::text, l.record_id, l.is_held, l.masked::text, l.ground::text, l.because::text
    from (select distinct on (c.kind, c.record_id) c.* from public.extracts_choice c where c.request_id = which
           order by c.kind, c.record_id, c.written_at desc, c.id desc) l
   where l.is_held or l.masked <> '';
end $$;

-- Everything has been looked at. Where something is held back, a second person decides.
create or replace function guard.finish_extract(which uuid, seen text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare into_step text;
begin
  perform guard.insist_looks_through(which);
  into_step := case when exists (select from guard.held_of_extract(which)) then 'submitted' else 'ready' end;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, into_step, '', '', seen, guard.my_capacity(), guard.now());
  return into_step;
end $$;

-- What waits for the second person: only what is held back, with ground and reason.
create or replace function guard.extract_held(which uuid)
  returns table (kind text, record uuid, said jsonb, is_held boolean, masked text, ground text, because text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
begin
  perform guard.insist_decides_extract(which);
  if guard.extract_step(which) is distinct from 'submitted' then
    perform guard.refuse('There is nothing to decide about.');
  end if;
  perform guard.insist_extract_noted(which);
  return query
  select x.kind, x.record, x.said, h.is_held, h.masked, h.ground, h.because
    from guard.held_of_extract(which) h
    join guard.rows_of_extract(which) x on x.kind = h.kind and x.record = h.record_id;
end $$;

-- It waits for a second person, and I am one: never the one who prepared it.
create or replace function guard.insist_second(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if guard.extract_step(which) is distinct from 'submitted' then
    perform guard.refuse('There is nothing to decide about.');
  end if;
  if exists (select from public.extracts_step s join public.people_capacity c on c.id = s.written_by_id
              where s.request_id = which and s.kind = 'submitted' and c.person_id = guard.me()) then
    perform guard.refuse('Somebody else than the one who prepared it decides.');
  end if;
end $$;

-- What the second person doubts, each with why: seen by the one who prepares it, who says another word about it.
create or replace function guard.doubt_extract(which uuid, of_kind text, records uuid[], why text) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare many int;
begin
  perform guard.insist_second(which);
  if coalesce(length(btrim(why)), 0) < 5 then perform guard.refuse('Say in a sentence what is to be looked at again.'); end if;
  update public.extracts_choice c set doubted = left(btrim(why), 400)
   where c.request_id = which and c.kind = of_kind and c.record_id = any (records)
     and not exists (select from public.extracts_choice n
                      where n.request_id = which and n.kind = of_kind and n.record_id = c.record_id
                        and (n.written_at, n.id) > (c.written_at, c.id));
  get diagnostics many = row_count;
  return many;
end $$;

-- The second person agrees, or sends it back.
create or replace function guard.decide_extract(which uuid, agrees boolean, why text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_second(which);
  if agrees is null or not agrees and coalesce(length(btrim(why)), 0) < 5 then
    perform guard.refuse('Say in a sentence what is to be looked at again.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, case when agrees then 'approved' else 'returned' end, left(btrim(coalesce(why, '')), 400), '', '',
          guard.my_capacity(), guard.now());
end $$;

-- Something has been written since it was looked through: the one who prepares it looks once more.
create or replace function guard.look_again_at_extract(which uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if which not in (select guard.my_extracts()) or coalesce(guard.extract_step(which), '') not in ('ready', 'submitted', 'approved') then
    perform guard.refuse('There is nothing to look at again.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'returned', '', '', '', guard.my_capacity(), guard.now());
end $$;

-- It is given, in the form that was looked through and decided; a copy is kept with its digests.
create or replace function guard.give_extract(which uuid, in_way text, seen text, paper bytea, data bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); made uuid := gen_random_uuid();
begin
  if which not in (select guard.my_extracts()) then perform guard.refuse('The one who prepared it gives it.'); end if;
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), '') not in ('ready', 'approved') then
    perform guard.refuse('It is not ready to be given.');
  end if;
  if seen is distinct from (select s.digest from public.extracts_step s where s.request_id = which and s.digest <> ''
                             order by s.written_at desc, s.id desc limit 1) then
    perform guard.refuse('Something has been written since it was looked through. Look once more.');
  end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'given', '', in_way, '', me, t);
  insert into public.extracts_copy (id, request_id, paper, data, paper_digest, data_digest, made_at, made_by_id)
  values (made, which, paper, data, encode(sha256(paper), 'hex'), encode(sha256(data), 'hex'), t, me);
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
  return made;
end $$;

-- Taken back by who asked, or asked of the wrong place: closed with a reason.
create or replace function guard.close_extract(which uuid, why text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if coalesce(guard.extract_step(which), '') in ('given', 'closed', 'refused') then perform guard.refuse('It has been given or closed already.'); end if;
  if coalesce(length(btrim(why)), 0) < 5 then perform guard.refuse('Say in a sentence why.'); end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at)
  values (gen_random_uuid(), which, 'closed', left(btrim(why), 400), '', '', guard.my_capacity(), t);
  update public.extracts_opening set until_at = greatest(t, from_at) where request_id = which and t < until_at;
  update public.journey_notice set done_at = t where record_id = which and done_at is null;
end $$;

-- What was held back when it had been given, for who decides there: what kind, how many, on which ground; nothing of what it says.
create or replace function guard.extract_grounds(which uuid) returns table (kind text, ground text, is_held boolean, many bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  perform guard.insist_decides_extract(which);
  if coalesce(guard.extract_step(which), '') not in ('given', 'refused') then perform guard.refuse('It has not been given yet.'); end if;
  return query select h.kind, h.ground, h.is_held, count(*) from guard.held_of_extract(which) h group by 1, 2, 3 order by 1, 2, 3;
end $$;

-- Whoever asked wants a decision in writing about what was held back (OSL 6:3): made once, and kept as it was sent.
create or replace function guard.refuse_extract(which uuid, why text, decision bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guard.insist_decides_extract(which);
  perform guard.lock_extract(which);
  if guard.extract_step(which) is distinct from 'given' or not exists (select from guard.held_of_extract(which)) then
    perform guard.refuse('There is nothing held back to decide about in writing.');
  end if;
  if coalesce(length(btrim(why)), 0) < 20 then perform guard.refuse('Write the reasons, so that they can be appealed against.'); end if;
  insert into public.extracts_step (id, request_id, kind, because, how, digest, paper, written_by_id, written_at)
  values (gen_random_uuid(), which, 'refused', left(btrim(why), 2000), '', '', decision, guard.my_capacity(), guard.now());
end $$;

grant execute on function
  guard.choose_extract(uuid, text, uuid[], boolean, text, text, text), guard.finish_extract(uuid, text),
  guard.extract_held(uuid), guard.doubt_extract(uuid, text, uuid[], text), guard.decide_extract(uuid, boolean, text),
  guard.look_again_at_extract(uuid),
  guard.give_extract(uuid, text, text, bytea, bytea), guard.close_extract(uuid, text),
  guard.extract_grounds(uuid), guard.refuse_extract(uuid, text, bytea)
to samling_app;
