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
SAME_RIGHT = "can_hold asks for a right of that role in the same kind of activity"
TAKE_OVER = "spares work only: take_over asks the same of each"
LOCKS = "a lock on more rows than are needed; that there is one, the race shows"
NOBODY = "nobody belongs to no organisation and no unit, and that is asked as well"

SECOND_LAYERS_OF_VERBS = {
    "guard.pupils_read_in:9 without «c.wall / 64 = me.number»": "a unit that is led wholly holds the children of its own branch",
    "guard.pupils_read_in:9 without «c.subject_id not in (select guard.shielded())»": FIRST,
    "guard.begin_task:5 without «k.token_hash = guard.digest_of(token)»": "locks every task and not its own alone: slower, and the token is asked for again",
    "guard.way_to:6 without «a.reads»": NO_WRITER,
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
    "guard.heirs_of:17 without «r.domain = b.domain»": SAME_RIGHT,
    "guard.my_duties:9 without «s.holder_id = p.id»": "each one's holder is worked out anew, and compared",
    "guard.pass_on:6 without «s.capacity_id = which»": LOCKS,
    "guard.pass_on:8 without «own»": "what she reads is asked for only where it is her own doing, and looked at only there",
    "guard.take_over_due:7 without «c.until_at <= t»": TAKE_OVER,
    "guard.take_over_due:7 without «c.unit_id is not null»": "who has no unit has a role without children, and take_over leaves those",
    "guard.take_over_due:8 without «not exists (select from public.people_succession s where s.capacity_id»": TAKE_OVER,
    "guard.take_over_due:14 without «l.from_at <= t»": TAKE_OVER,
    "guard.take_over_due:14 without «(l.until_at is null or t < l.until_at)»": TAKE_OVER,
    "guard.take_over_due:15 without «not exists (select from public.people_succession s where s.capacity_id»": TAKE_OVER,
    "guard.take_over_due:16 without «s.until_at is null»": TAKE_OVER,
    "guard.take_over_due:16 without «t < s.until_at»": TAKE_OVER,
    "guard.take_over_due:17 without «c.id = any (due)»": LOCKS,
    "guard.take_over_due:19 without «a.capacity_id = any (due)»": LOCKS,
    "guard.without_holder:6 without «me.id is null»": NOBODY,
    "guard.without_holder:13 without «not exists (select from public.people_succession s where s.capacity_id»": "spares work only: who has taken over is a holder, and that is asked next",
    "guard.may_name_deputy:11 without «o.role in (select r.role from public.people_roleright r where r.may_as»": NARROWING,
    "guard.may_name_deputy:11 without «r.may_assign»": NARROWING,
    "guard.begin_leave:7 without «ends is not null»": NULL,
    "guard.break_glass:12 without «p.id = me.person»": LOCKS,
    "guard.break_glass:19 without «i.branch_id = c.branch_id»": "a number is kept in the branch of its owner",
    "guard.break_glass:22 without «from_roster is not null»": NULL,
    "guard.break_glass:23 without «break_glass.number <> ''»": "no empty number is ever kept, and so none is found",
    "guard.heads_to_tell:11 without «b.id = u.branch_id»": SAME_RIGHT,
    "guard.heads_to_tell:12 without «r.domain = b.domain»": SAME_RIGHT,
    "guard.review_break_glass:5 without «s.basis = 'break_glass'»": "a notice of that kind is about no other ground",
    "guard.review_break_glass:6 without «g.id is null»": "nobody has a notice about what is none",
    "guard.review_break_glass:21 without «until_at is null»": "an emergency opening has an end from the first",
    "guard.invite_party:8 without «g.id is null»": "what is no ground covers no name",
    "guard.invitations:9 without «me.id is null»": NOBODY,
    "guard.end_party:6 without «a.writes»": "whoever reads in a shared space writes there",
    "guard.consents_of:7 without «a.reads»": NO_WRITER,
    "guard.consents_of:8 without «child not in (select guard.shielded())»": FIRST,
    "guard.quiet_grounds:7 without «a.reads»": NO_WRITER,
    "guard.named_guests:15 without «c0.kind in ('secrecy_waiver', 'sip')»": "by a constraint no other kind has a recipient",
    "guard.team_hearing:6 without «a.reads»": NO_WRITER,
    "guard.givers:7 without «child in (select guard.shielded())»": FIRST,
    "guard.givers:8 without «a.reads»": NO_WRITER,
    "guard.close_misplaced:15 always «r.only_for_id is not null»": NULL,
    "guard.share_helped:17 without «not c.is_shared»": "what has been shared already stays so",
}
