-- Who is acting: made from a live session, signed by the database for this backend and transaction only.

create table if not exists guard.secret (id int primary key, k bytea not null);
insert into guard.secret values (1, public.gen_random_bytes(32)) on conflict do nothing;

create table if not exists guard.installation (
  id int primary key check (id = 1),
  kind text not null check (kind in ('production', 'demo', 'test')),
  clock_offset interval not null default '0',
  check (kind <> 'production' or clock_offset = '0'));
insert into guard.installation values (1, 'production') on conflict do nothing;

-- The statement's time, moved only in an installation marked demo or test.
create or replace function guard.now() returns timestamptz language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return statement_timestamp() + (select i.clock_offset from guard.installation i where i.id = 1);
end $$;

create or replace function guard.is_demo() returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select i.kind = 'demo' from guard.installation i where i.id = 1);
end $$;

-- Mark an empty installation, once; the owner alone may do it.
create or replace function guard.mark_installation(new_kind text, new_offset interval default '0') returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update guard.installation set kind = new_kind, clock_offset = new_offset where id = 1;
end $$;

create or replace function guard.mac(signed text) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (select encode(public.hmac(convert_to(
      signed || '|' || pg_backend_pid() || '|' || extract(epoch from transaction_timestamp()), 'UTF8'),
    s.k, 'sha256'), 'hex') from guard.secret s where s.id = 1);
end $$;

-- The live session behind a token (experience R10: staff 30 minutes idle, guardians 15, children 10; 10 hours in all).
create or replace function guard.session_of(token text)
  returns table (person uuid, capacity uuid) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return query
  select s.person_id, c.id
    from public.people_session s
    join public.people_account a on a.id = s.account_id and a.is_active
    left join public.people_capacity c on c.id = s.capacity_id and c.person_id = s.person_id
         and c.from_at <= t and (c.until_at is null or t < c.until_at)
         and (c.approved_by_id is not null or not guard.needs_approval(c.id))
   where s.token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
     and s.ended_at is null and s.strong_at is not null and s.person_id = a.person_id
     and t < s.expire_date and t < s.started_at + interval '10 hours'
     and t < s.seen_at + case s.kind when 'staff' then interval '30 minutes'
                                     when 'guardian' then interval '15 minutes'
                                     else interval '10 minutes' end;
end $$;

-- Does this capacity's role need a second person's approval before it counts?
create or replace function guard.needs_approval(which uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return coalesce((select r.needs_second_approval
    from public.people_capacity c
    join public.people_unit u on u.id = c.unit_id
    join public.people_branch b on b.id = u.branch_id
    join public.people_roleright r on r.role = c.role and r.domain = b.domain
         and r.from_at <= t and (r.until_at is null or t < r.until_at)
   where c.id = which), false);
end $$;

create or replace function guard.begin(token text) returns table (person uuid, capacity uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found record; signed text;
begin
  select s.person, s.capacity into found from guard.session_of(token) s;
  if found.person is null then return; end if;
  signed := found.person || '|' || coalesce(found.capacity::text, '');
  perform set_config('samling.acting', signed || '|' || guard.mac(signed), true);
  return query select found.person, found.capacity;
end $$;

-- The signed context, checked; nulls when nobody is acting; an error when it was forged. It is asked several times in
-- every statement, so it answers with one row and not with a set.
drop function if exists guard.acting();
create or replace function guard.acting(out person uuid, out capacity uuid)
  language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
declare v text := current_setting('samling.acting', true); signed text;
begin
  if v is null or v = '' then return; end if;
  signed := split_part(v, '|', 1) || '|' || split_part(v, '|', 2);
  if v is distinct from signed || '|' || guard.mac(signed) then       -- nothing may follow: it would be signed by nobody
    raise exception 'forged context' using errcode = '28000';
  end if;
  person := split_part(v, '|', 1)::uuid;
  capacity := nullif(split_part(v, '|', 2), '')::uuid;
end $$;

create or replace function guard.me() returns uuid language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, pg_temp as $$
begin return (guard.acting()).person; end $$;

create or replace function guard.my_capacity() returns uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin return (guard.acting()).capacity; end $$;

-- A capacity in force with its place and what its role may be given.
create or replace function guard.capacity(which uuid)
  returns table (id uuid, person uuid, role text, unit uuid, branch uuid, number int, domain text,
    organisation uuid, holds boolean, whole_unit smallint[], approves boolean, assigns boolean, decides boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
declare t timestamptz := guard.now();
begin
  return query
  select c.id, c.person_id, c.role::text, u.id, b.id, b.number::int, b.domain::text, b.organisation_id,
         r.may_hold_children, r.whole_unit, r.may_approve, r.may_assign, r.may_decide_exceptions
    from public.people_capacity c
    join public.people_unit u on u.id = c.unit_id
    join public.people_branch b on b.id = u.branch_id
    join public.people_roleright r on r.role = c.role and r.domain = b.domain
         and r.from_at <= t and (r.until_at is null or t < r.until_at)
   where c.id = which and c.from_at <= t and (c.until_at is null or t < c.until_at)
     and (c.approved_by_id is not null or not r.needs_second_approval);
end $$;

create or replace function guard.my_unit() returns uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin return (select c.unit from guard.capacity(guard.my_capacity()) c); end $$;

create or replace function guard.refuse(because text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin raise exception '%', because using errcode = '42501'; end $$;
