"""Conditions that nothing notices the lack of, each with its reason: what else says the same."""

NARROWING = "spares work only: the rows are matched one by one further down, and that match is mutated too"
NULL = "says what the comparison says anyway: nothing is equal to null"
TWICE = "the unit's children and the unit's walls are read together, and each asks by itself"

SECOND_LAYERS = {
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
