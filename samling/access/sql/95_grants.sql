-- Who may call what. Everything not named here is refused.

grant execute on function
  guard.now(), guard.is_demo(), guard.begin(text), guard.me(), guard.my_capacity(), guard.my_unit(),
  guard.my_access(), guard.my_access_to(uuid), guard.my_pairs(), guard.my_unit_walls(), guard.my_unit_children(),
  guard.my_children(), guard.is_family(), guard.my_family(), guard.my_disclosures(),
  guard.my_opened(), guard.shielded(), guard.lock_child(uuid),
  guard.looks_at(uuid), guard.my_looks(), guard.seen_by(uuid, uuid, int, timestamptz),
  guard.assign(uuid, uuid, smallint[], timestamptz, text), guard.end_assignment(uuid),
  guard.give_ground(uuid, int[], uuid, uuid, text, text, text, timestamptz, uuid[]), guard.end_ground(uuid),
  guard.disclose(uuid, int, uuid, timestamptz), guard.end_disclosure(uuid),
  guard.protect(uuid, uuid, text, uuid[]), guard.end_protection(uuid), guard.add_protected_reader(uuid, uuid),
  guard.is_protected(uuid),
  guard.open_child(uuid, uuid, text, text, text, date, int, text, text), guard.identity_number(uuid),
  guard.child_by_number(text), guard.set_guardian_number(uuid, text),
  guard.give_capacity(uuid, uuid, text, timestamptz, timestamptz), guard.approve_capacity(uuid), guard.end_capacity(uuid, timestamptz),
  guard.may_name_deputy(uuid), guard.name_deputy(uuid, uuid), guard.end_deputy(uuid), guard.begin_leave(uuid, timestamptz, timestamptz), guard.end_leave(uuid),
  guard.my_duties(), guard.holders(uuid[]), guard.heir_of(uuid), guard.without_holder(),
  guard.begin_journey(uuid), guard.invite_party(uuid, uuid, uuid, text, text), guard.may_share_space(uuid, uuid), guard.invitations(),
  guard.accept_party(uuid, uuid), guard.end_party(uuid), guard.met_children(uuid),
  guard.consents_of(uuid), guard.protected_readers(uuid), guard.parties_of(uuid), guard.shielded_pupils(),
  guard.is_real(), guard.set_child_number(uuid, text), guard.add_person(text, text, text),
  guard.end_protected_reader(uuid, uuid), guard.add_branch(uuid, text, text, uuid),
  guard.add_unit(uuid, text, text, text, text, text)
to samling_app;

grant execute on function
  guard.now(), guard.look(text, uuid[], int[], text), guard.record(text, text, text, uuid[]),
  guard.refused(text, text, uuid)
to samling_audit;

grant execute on function guard.now(), guard.is_demo(), guard.session_of(text) to samling_login;
grant execute on function guard.now(), guard.seal(), guard.last_seal(), guard.broken_seal(), guard.take_over_due() to samling_worker;
grant execute on function guard.now(), guard.mark_installation(text, interval), guard.broken_seal() to samling_owner;
grant execute on function guard.no_change() to samling_owner;
