-- Who at a table may hear which name.

-- Which guests of a meeting are named by a standing yes that covers the child's name, item by item, and what else the
-- yes covers. Read live: a yes that is taken back is gone at the next statement. A question that the home is not to
-- know of names nobody here, and a protected child is for named readers.
create or replace function guard.named_guests(which uuid) returns table (item uuid, slot uuid, subject uuid, place int,
    capacity uuid, walls int[]) language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
declare t timestamptz := guard.now();
begin
  return query
  select i.id, s.id, i.subject_id, i.wall, g.capacity_id,
         array(select c.wall from guard.standing_consents(array[c0.id]) c order by 1)
    from public.agenda_slot s
    join public.agenda_teammeetingitem i on i.slot_id = s.id and i.withdrawn_at is null
    join (select a.meeting_id, a.capacity_id from public.team_attendee a where a.left_at is null
          union select m.id, p.capacity_id from public.team_teammeeting m
            join public.team_teammember p on p.team_id = m.team_id and p.from_at <= t
             and (p.until_at is null or t < p.until_at)) g on g.meeting_id = s.meeting_id
    join public.people_capacity k on k.id = g.capacity_id and k.from_at <= t and (k.until_at is null or t < k.until_at)
    join public.consent_consent c0 on c0.subject_id = i.subject_id and c0.kind in ('secrecy_waiver', 'sip')
     and c0.wall % 64 <> 17 and (c0.to_capacity_id = k.id or c0.to_unit_id = k.unit_id)
   where s.meeting_id = which and s.dropped_at is null
     and exists (select from guard.standing_consents(array[c0.id]) c where c.wall = i.wall / 64 * 64 + 1)
     and (i.subject_id not in (select q.subject_id from guard.protected_subjects() q)
          or exists (select from public.access_protectedreader r
                      where r.subject_id = i.subject_id and r.capacity_id = k.id
                        and r.from_at <= t and (r.until_at is null or t < r.until_at)));
end $$;

-- For those who may read an item: which guests may hear its name.
create or replace function guard.team_hearing(which uuid) returns table (item uuid, capacity uuid, walls int[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 10 as $$
begin
  return query
  select n.item, n.capacity, n.walls from guard.named_guests(which) n
   where exists (select from guard.my_access_to(n.subject) a where a.wall = n.place and a.reads)
      or exists (select from guard.my_disclosures() d where d.record_id = n.item);
end $$;

-- For a guest: the names on the agenda that she may hear, until the meeting is over. Nothing of the other items.
create or replace function guard.team_agenda(which uuid) returns table (slot uuid, subject uuid, given_name text,
    family_name text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 5 as $$
begin
  return query
  select n.slot, n.subject, c.given_name::text, c.family_name::text
    from guard.named_guests(which) n join public.people_child c on c.subject_id = n.subject
    join public.team_teammeeting m on m.id = which and m.ended_at is null
   where n.capacity = guard.my_capacity();
end $$;

grant execute on function guard.team_hearing(uuid), guard.team_agenda(uuid) to samling_app;
