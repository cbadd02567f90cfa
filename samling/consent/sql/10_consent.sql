-- What consent asks of the guard, beside standing_consents: who decides, what is shut, what nobody else may notice.

-- Does the acting role decide exceptions? Its exceptions alone may be written (policy `decided`).
create or replace function guard.may_decide() returns boolean language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select c.decides from guard.capacity(guard.my_capacity()) c), false);
end $$;

-- Do two or more guardians answer for this child together, and is this one of them (FB 6:11, 6:13)? Where one has custody alone
-- there is nobody else's yes to stand beside; whoever is of age answers herself.
create or replace function guard.answers_with_another(child uuid, whom uuid) returns boolean language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now();
begin
  return not guard.has_turned(child, 18) and (
    select count(*) > 1 and bool_or(g.id = whom) from public.people_guardian g
     where g.subject_id = child and g.custody in ('joint', 'sole', 'appointed', 'unknown')
       and g.from_at <= t and (g.until_at is null or t < g.until_at));
end $$;

-- Grounds that rest on a question behind the no-contact wall and are neither mine to know of nor told to me, about every
-- child that I work with or read about, also in another capacity of mine. A restrictive policy hides them and what is
-- told on them, so that a colleague notices nothing.
create or replace function guard.quiet_grounds() returns setof uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  return query
  select r.ground_id from public.consent_consent c join public.access_groundconsent r on r.consent_id = c.id
   where c.wall % 64 = 17
     and c.subject_id in (select guard.my_children() union select p.subject_id from guard.my_pairs() p)
     and not exists (select from guard.my_access_to(c.subject_id) a where a.wall = c.wall and a.reads)
  except
  select d.ground_id from guard.my_disclosures() d;
end $$;

-- Of what is told to me: the grounds whose home must not be reached.
create or replace function guard.told_quietly() returns setof uuid language plpgsql stable security definer
  parallel restricted set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  return query
  select d.ground_id from guard.my_disclosures() d
   where exists (select from public.access_groundconsent r join public.consent_consent c on c.id = r.consent_id
                  where r.ground_id = d.ground_id and c.wall % 64 = 17);
end $$;

-- Shut what rests on a consent and no longer stands: the thing itself, or with the name the whole ground, and with
-- it the invitation or the part in the journey that it carried. Returns the capacities that should know.
create or replace function guard.shut_consent(which uuid) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t timestamptz := guard.now(); me uuid := guard.my_capacity(); g record; lost int[];
begin
  for g in select x.* from public.access_ground x
             join public.access_groundconsent r on r.ground_id = x.id and r.consent_id = which
             join public.consent_consent c on c.id = which
            where (x.until_at is null or t < x.until_at)
              and exists (select from guard.my_access_to(c.subject_id) a where a.wall = c.wall and a.writes)
  loop
    lost := array(select w from unnest(g.walls) w where exists (
      select from public.access_groundconsent r where r.ground_id = g.id and not exists (
        select from guard.standing_consents(array[r.consent_id]) s where s.wall = w)));
    continue when cardinality(lost) = 0;
    return next g.decided_by_id;
    if lost @> g.walls or exists (select from unnest(lost) w where w % 64 = 1) then
      return query update public.journey_party p set ended_at = t, ended_by_id = me
        where p.ground_id = g.id and p.ended_at is null returning p.invited_by_id;
      update public.access_ground set until_at = greatest(t, from_at), ended_by_id = me where id = g.id;
    else
      update public.access_disclosure set ended_at = t, ended_by_id = me
       where ground_id = g.id and wall = any (lost) and ended_at is null;
    end if;
  end loop;
end $$;

grant execute on function guard.may_decide(), guard.answers_with_another(uuid, uuid), guard.quiet_grounds(),
  guard.told_quietly(), guard.shut_consent(uuid) to samling_app;
