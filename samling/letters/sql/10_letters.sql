-- Letters: how a guardian is reached now, and taking back what has not gone yet.

-- A Swedish mobile number as providers want it; nothing for any other.
create or replace function guard.mobile(number text) returns text language plpgsql immutable
  set search_path = pg_catalog, pg_temp as $$
declare digits text := regexp_replace(number, '[^0-9+]', '', 'g');
begin
  digits := regexp_replace(digits, '^(00|\+)46(0)?', '0');
  return substring('+46' || substr(digits, 2) from '^\+467[02369][0-9]{7}$');
end $$;

-- The one way by which something may reach this guardian at this moment, and the address for it. No right and
-- protected identity come first; a rule in words is read by a person; a safe number stands in for all others.
-- `carries` are the channels that this installation has.
create or replace function guard.way_of(which uuid, carries text[], out channel text, out address text) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); g record; chosen text;
begin
  select * into g from public.people_guardian k where k.id = which;
  chosen := (select w.way from public.letters_way w where w.guardian_id = which and w.until_at is null and w.withdrawn_at is null);
  channel := case
    when g.custody = 'none' or g.from_at > t or g.until_at <= t or guard.has_turned(g.subject_id, 18) then 'no_right'
    when g.subject_id in (select p.subject_id from guard.protected_subjects() p) then 'protected'
    when chosen is null and g.contact_rule <> '' then 'call'
    when chosen is null then case
      when 'sms' = any (carries) and guard.mobile(coalesce(nullif(g.safe_phone, ''), g.phone)) is not null then 'sms'
      when g.safe_phone = '' then 'email' end
    else chosen end;
  address := case when channel = any (carries) then case channel
    when 'sms' then guard.mobile(coalesce(nullif(g.safe_phone, ''), g.phone))
    when 'email' then nullif(g.email, '') end end;
  channel := case when channel is null or channel in ('sms', 'email') and address is null then 'no_address' else channel end;
end $$;

-- The same for whoever may read the guardian's contact details, so that a page can say what will happen. It tells
-- nothing of a home that must not be reached: that is judged when something goes.
create or replace function guard.way_to(which uuid, carries text) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare g record;
begin
  select * into g from public.people_guardian k where k.id = which;
  if not exists (select from guard.my_access_to(g.subject_id) a where a.wall = g.wall and a.reads) then
    return null;
  end if;
  return (select w.channel from guard.way_of(which, string_to_array(carries, ' ')) w);
end $$;

-- Take back a message that nobody has begun to send; the one who sent it alone.
create or replace function guard.undo_message(which uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  update public.letters_queued set next_at = null where message_id = which;
  if not exists (select from public.letters_message m where m.id = which and m.written_by_id = guard.my_capacity()) then
    perform guard.refuse('Only the one who sent it takes it back.');
  end if;
  if exists (select from public.letters_attempt a where a.message_id = which) or not exists (
       select from public.letters_message m where m.id = which and (m.leaves_at > t or m.undone_at is not null)) then
    perform guard.refuse('The letter has gone. It can no longer be taken back.');
  end if;
  update public.letters_message set undone_at = coalesce(undone_at, t), undone_by_id = guard.my_capacity() where id = which;
end $$;

-- What a unit's messages of the last 90 days come to, for who leads it: how many, and of whom nothing. One that is
-- held back for good counts as on its way.
create or replace function guard.unit_letters()
  returns table (leaves_at timestamptz, outcome text, handed text, number bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare t timestamptz := guard.now(); me record;
begin
  select * into me from guard.capacity(guard.my_capacity());
  if me.assigns is distinct from true then perform guard.refuse('Only who leads a unit sees what its letters come to.'); end if;
  return query
  with sent as (
    select m.leaves_at,
           nullif((array(select k.outcome from public.letters_attempt k where k.message_id = m.id order by k.number desc))[1],
             'stopped')::text as outcome,
           (array(select k.how from public.letters_handover k where k.letter_id = m.letter_id and k.written_at >= m.written_at
                   order by k.written_at desc))[1]::text as handed
      from public.letters_message m join public.people_capacity c on c.id = m.written_by_id
     where c.unit_id = me.unit and m.undone_at is null and m.written_at > t - interval '90 days'
       and m.subject_id not in (select guard.shielded()))
  select min(s.leaves_at), s.outcome, s.handed, count(*) from sent s group by s.outcome, s.handed, s.leaves_at > t;
end $$;

grant execute on function guard.unit_letters() to samling_app;
grant execute on function guard.way_to(uuid, text), guard.undo_message(uuid) to samling_app;
