"""Conditions that nothing notices the lack of, each with its reason: what else says the same."""

NARROWING = "spares work only: the rows are matched one by one further down, and that match is mutated too"
NULL = "says what the comparison says anyway: nothing is equal to null"
TWICE = "the unit's children and the unit's walls are read together, and each asks by itself"

NOTHING = "a capacity that is none holds nothing, and no row is its own"

SECOND_LAYERS = {
    "guard.access_of:9 without «not found»": NOTHING,
    "guard.access_of:10 without «about is not null»": NARROWING,
    "guard.unit_children_of:7 without «not found»": NOTHING,
    "guard.children_of:7 without «not found»": NOTHING,
    "guard.disclosures_to:9 without «not found»": NOTHING,
    "guard.family_of:10 without «not found»": NOTHING,
    "guard.access_of:12 without «other.journey_id = own.journey_id»": NARROWING,
    "guard.access_of:13 without «(own.child_id = about or own.journey_id = about)»": NARROWING,
    "guard.access_of:13 without «other.child_id is not null»": NULL,
    "guard.access_of:20 without «(near is null or a.subject_id = any (near))»": NARROWING,
    "guard.access_of:26 without «(near is null or a.subject_id = any (near))»": NARROWING,
    "guard.access_of:36 without «other.capacity_id <> me.capacity_id»": "one's own assignments are among the rows already, with at least the same rights",
    "guard.access_of:45 without «m.told»": "spares work only: what comes with a unit is read by my_unit_walls as well",
    "guard.access_of:51 without «m.told»": "gives a right to write alone, and my_pairs asks for what is read",
    "guard.unit_children_of:7 without «not cap.holds»": TWICE,
    "guard.unit_children_of:7 without «cap.whole_unit = '{}'»": TWICE,
    "guard.my_unit_walls:5 without «c.holds»": TWICE,
    "guard.disclosures_to:24 without «other.child_id is not null»": NULL,
    "guard.disclosures_to:34 without «r.ground_id = g.id»": NARROWING,
    "guard.standing_consents:11 without «c.id = any (which)»": NARROWING,
    "guard.standing_consents:17 without «a.consent_id = any (which)»": NARROWING,
    "guard.standing_consents:21 without «e.consent_id = any (which)»": NARROWING,
    "guard.grounds_of_parties:12 without «r.ground_id = i.id»": NARROWING,
    "guard.protected_subjects:13 without «g.identity_key is not null»": NULL,
    "guard.shielded:25 without «mine is not null»": NULL,
    "guard.family_of:8 without «c.role in ('guardian', 'self')»": "each side asks for its role again, and those two conditions are mutated too",
}

FIRST = "access_of hides a protected child already, and its conditions are mutated too"
NO_WRITER = "nobody writes there without reading: what is written alone is a concern or a report"
ONE_ROW = "the table has one row"
NOBODY = "nobody belongs to no organisation and no unit, and that is asked as well"

SECOND_LAYERS_OF_VERBS = {
    "guard.insist_works_with:6 without «child in (select guard.shielded())»": FIRST,
    "guard.assign:9 without «me.id = you.id»": "the same capacity is the same person's",
    "guard.give_ground:20 without «c.kind in ('secrecy_waiver', 'sip')»": "by a constraint no other kind has a recipient",
    "guard.give_ground:28 without «goal.org = me.organisation»": "a branch is of one organisation",
    "guard.protect:18 without «n.r = me»": "who protects has the child already: that was insisted on",
    "guard.protect:21 without «s.subject_id = child»": "the loop is over those who have the child",
    "guard.open_child:14 without «number is not null»": NULL,
    "guard.open_child:14 without «number <> ''»": "no empty number is ever kept, and so none is found",
    "guard.open_child:32 without «number is not null»": NULL,
    "guard.identity_number:5 without «i.subject_id not in (select guard.shielded())»": FIRST,
    "guard.identity_number:8 without «a.reads»": NO_WRITER,
    "guard.set_guardian_number:15 without «s.id = 1»": ONE_ROW,
    "guard.set_guardian_number:6 without «perform guard.insist_works_with(g.subject_id);»": "asks for the right to write at this very wall next",
    "guard.is_real:4 without «i.id = 1»": ONE_ROW,
    "guard.set_child_number:5 without «perform guard.insist_works_with(child);»": "asks for the right to write at this very wall next",
    "guard.give_capacity:8 without «me.id is null»": NOBODY,
    "guard.approve_capacity:9 without «c.given_by_id = me.id»": "the same capacity is the same person's",
    "guard.end_capacity:8 without «me.id is null»": NOBODY,
    "guard.invite_party:8 without «g.id is null»": "what is no ground covers no name",
    "guard.invitations:9 without «me.id is null»": NOBODY,
    "guard.end_party:6 without «a.writes»": "whoever reads in a shared space writes there",
    "guard.consents_of:7 without «a.reads»": NO_WRITER,
    "guard.consents_of:8 without «child not in (select guard.shielded())»": FIRST,
    "guard.quiet_grounds:7 without «a.reads»": NO_WRITER,
    "guard.givers:7 without «child in (select guard.shielded())»": FIRST,
    "guard.givers:8 without «a.reads»": NO_WRITER,
    "guard.close_misplaced:15 always «r.only_for_id is not null»": NULL,
}
