-- Tasks on behalf of someone: asked for in her own transaction, done later as far as she may do it then.

-- Put a task in, to be done from a moment on: its row and its place in the queue, or neither.
create or replace function guard.entrust(what text, record uuid, by_whom uuid, from_when timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); made uuid := gen_random_uuid(); wait interval;
begin
  if guard.my_capacity() is distinct from by_whom or by_whom is null then
    perform guard.refuse('A task is entrusted in the capacity that acts.');
  end if;
  wait := greatest(from_when - t, interval '0');
  insert into public.work_task (id, kind, record_id, entrusted_by_id, entrusted_at, until_at, token_hash, why)
  values (made, what, record, by_whom, t, t + wait + make_interval(hours => guard.settled_for('deadline.task_hours', by_whom)), '', '');
  perform public.procrastinate_defer_jobs_v1(array[row('samling', 'entrusted', 0, null, null,
    jsonb_build_object('task', made), nullif(statement_timestamp() + wait, statement_timestamp()))
    ::public.procrastinate_job_to_defer_v1]);
  return made;
end $$;

create or replace function guard.digest_of(token text) returns text language plpgsql immutable
  set search_path = pg_catalog, pg_temp as $$
begin return encode(sha256(convert_to(token, 'UTF8')), 'hex'); end $$;

-- The worker begins a try: a token that no other try has, for this task and a short while. Nothing once it is over.
create or replace function guard.take_task(which uuid) returns table (token text, kind text, record_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare made text := encode(public.gen_random_bytes(32), 'hex');
begin
  return query
  update public.work_task k set token_hash = guard.digest_of(made), token_until_at = guard.now() + interval '15 minutes'
   where k.id = which and k.done_at is null and k.failed_at is null and guard.now() < k.until_at
  returning made, k.kind::text, k.record_id;
end $$;

-- Whose task it is, judged now: the one who asked still has the capacity, and an account.
create or replace function guard.task_of(token text) returns table (person uuid, capacity uuid, task uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  select c.person_id, c.id, k.id from public.work_task k join public.people_capacity c on c.id = k.entrusted_by_id
   where k.token_hash = guard.digest_of(token) and t < k.token_until_at
     and c.from_at <= t and (c.until_at is null or t < c.until_at)
     and (c.approved_by_id is not null or not guard.needs_approval(c.id))
     and exists (select from public.people_account a where a.person_id = c.person_id and a.is_active);
end $$;

-- Whoever holds a token: of a session, or of a task that runs. Asked by the log.
create or replace function guard.actor_of(token text) returns table (person uuid, capacity uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select s.person, s.capacity from guard.session_of(token) s
  union all
  select k.person, k.capacity from guard.task_of(token) k;
end $$;

-- Sign the running transaction for a task; one try at a time (and its progress can be noted meanwhile).
create or replace function guard.begin_task(token text) returns table (person uuid, capacity uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found record; signed text;
begin
  perform from public.work_task k where k.token_hash = guard.digest_of(token) for no key update;
  select k.person, k.capacity into found from guard.task_of(token) k;
  if found.person is null then return; end if;
  signed := found.person || '|' || found.capacity;
  perform set_config('samling.acting', signed || '|' || guard.mac(signed), true);
  return query select found.person, found.capacity;
end $$;

-- Done: in the same transaction as what was done. The token is spent with it.
create or replace function guard.end_task(token text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.work_task set done_at = guard.now(), token_hash = '' where token_hash = guard.digest_of(token);
  if not found then perform guard.refuse('This task is over.'); end if;
end $$;

-- It could not be done: it becomes something for a human to know, once. A try that another has overtaken says nothing.
create or replace function guard.give_up_task(which uuid, token text, because text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); k record; told uuid;
begin
  update public.work_task set failed_at = t, why = because, token_hash = ''
   where id = which and done_at is null and failed_at is null
     and (token_hash = guard.digest_of(token) or until_at <= t)
  returning * into k;
  if k.id is null then return null; end if;
  told := coalesce((select c.id from guard.capacity(k.entrusted_by_id) c), guard.holder_of(k.entrusted_by_id), k.entrusted_by_id);
  insert into public.journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at)
  values (gen_random_uuid(), told, 'task_failed', k.id, k.entrusted_by_id, t);
  return told;
end $$;

-- A worker that was slow and thought dead takes the place in the queue away from the one that took over; when that one
-- is killed the task waits nowhere. It is put back: how many were.
create or replace function guard.put_back_tasks() returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k uuid; many int := 0;
begin
  for k in
    select w.id from public.work_task w
     where w.done_at is null and w.failed_at is null and not exists (
       select from public.procrastinate_jobs j where j.status in ('todo', 'doing') and j.args->>'task' = w.id::text)
  loop
    perform public.procrastinate_defer_jobs_v1(array[row('samling', 'entrusted', 0, null, null,
      jsonb_build_object('task', k), null)::public.procrastinate_job_to_defer_v1]);
    many := many + 1;
  end loop;
  return many;
end $$;

create or replace function guard.note_progress(which uuid, so_far int, in_all int) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.work_progress (task_id, passed, whole) values (which, so_far, in_all)
  on conflict (task_id) do update set passed = excluded.passed, whole = excluded.whole;
end $$;

-- How a task stands: for the one who asked, and for whoever was told that it failed.
create or replace function guard.task_told(which uuid)
  returns table (kind text, record_id uuid, entrusted_by uuid, entrusted_at timestamptz, done_at timestamptz,
    failed_at timestamptz, why text, passed int, whole int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare me uuid := guard.my_capacity();
begin
  return query
  select k.kind::text, k.record_id, k.entrusted_by_id, k.entrusted_at, k.done_at, k.failed_at, k.why::text,
         coalesce(p.passed, 0), coalesce(p.whole, 0)
    from public.work_task k left join public.work_progress p on p.task_id = k.id
   where k.id = which and (k.entrusted_by_id = me
      or exists (select from public.journey_notice n where n.record_id = k.id and n.to_id = me));
end $$;

-- The latest task of a kind that the acting capacity has asked for about a record.
create or replace function guard.my_task(what text, record uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select k.id from public.work_task k where k.kind = what and k.record_id = record
            and k.entrusted_by_id = guard.my_capacity() order by k.entrusted_at desc limit 1);
end $$;

-- Housekeeping: which time of its schedule each duty was last done for, and to begin one, once for each time.
create or replace function guard.duties_done() returns table (code text, slot_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin return query select d.code::text, d.slot_at from public.work_duty d; end $$;

create or replace function guard.begin_duty(which text, slot timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.work_duty as d (code, slot_at, done_at) values (which, slot, guard.now())
  on conflict (code) do update set slot_at = excluded.slot_at, done_at = excluded.done_at
   where d.slot_at < excluded.slot_at;
  return found;
end $$;

grant execute on function guard.entrust(text, uuid, uuid, timestamptz), guard.begin_task(text), guard.end_task(text),
  guard.task_told(uuid), guard.my_task(text, uuid) to samling_app;
grant execute on function guard.take_task(uuid), guard.put_back_tasks(), guard.give_up_task(uuid, text, text),
  guard.note_progress(uuid, int, int), guard.duties_done(), guard.begin_duty(text, timestamptz) to samling_worker;
