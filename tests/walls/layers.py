"""Conditions that nothing notices the lack of, each with its reason: what else says the same."""

# Whose conditions are tried one by one in worlds (test_mutation.py) and sessions (test_session.py); all others in deeds.
BY_WORLDS = (
    "access_of",
    "unit_children_of",
    "my_unit_walls",
    "my_pairs",
    "children_of",
    "disclosures_to",
    "standing_consents",
    "grounds_of_parties",
    "protected_subjects",
    "shielded",
    "my_opened",
    "capacity",
    "family_of",
    "is_family",
)
BY_SESSIONS = ("session_of", "needs_approval")
BY_MOMENTS = ("kept", "keep", "may_keep")
WRITTEN = {"known_settings", "misplaced_kinds", "extract_kinds"}  # lists, written from kernel/settable.py and the models: in no file

NARROWING = "spares work only: the rows are matched one by one further down, and that match is mutated too"
NULL = "says what the comparison says anyway: nothing is equal to null"
TWICE = "the unit's children and the unit's walls are read together, and each asks by itself"

KEPT = "spares work only: what is kept for a moment is what would be answered anew (test_moment.py)"

WHOLE_TABLE = "who takes part in the shared space reads and writes every wall of it, and only such are asked"
NOTHING = "a capacity that is none holds nothing, and no row is its own"

SECOND_LAYERS = {
    "guard.access_of without «not found»": NOTHING,
    "guard.access_of without «about is not null»": NARROWING,
    "guard.unit_children_of without «not found»": NOTHING,
    "guard.my_unit_walls without «v is null»": KEPT,
    "guard.my_pairs without «v <> 'many'»": KEPT,
    "guard.my_pairs without «v is null»": KEPT,
    "guard.my_pairs never «v is null»": KEPT,
    "guard.my_pairs without «guard.may_keep()»": KEPT,
    "guard.my_pairs without «v like '%many%'»": KEPT,
    "guard.shielded without «v <> 'many'»": KEPT,
    "guard.shielded without «v is null»": KEPT,
    "guard.children_of without «not found»": NOTHING,
    "guard.disclosures_to without «not found»": NOTHING,
    "guard.family_of without «not found»": NOTHING,
    "guard.access_of without «other.journey_id = own.journey_id»": NARROWING,
    "guard.access_of without «(own.child_id = about or own.journey_id = about)»": NARROWING,
    "guard.access_of without «other.child_id is not null»": NULL,
    "guard.access_of without «(near is null or a.subject_id = any (near))»": NARROWING,
    "guard.access_of without «(near is null or a.subject_id = any (near))» (2)": NARROWING,
    "guard.access_of without «other.capacity_id <> me.capacity_id»": "one's own assignments are among the rows already, with at least the same rights",
    "guard.access_of without «m.told»": "spares work only: what comes with a unit is read by my_unit_walls as well",
    "guard.access_of without «m.told» (2)": "gives a right to write alone, and my_pairs asks for what is read",
    "guard.unit_children_of without «not cap.holds»": TWICE,
    "guard.unit_children_of without «cap.whole_unit = '{}'»": TWICE,
    "guard.my_unit_walls without «c.holds»": TWICE,
    "guard.disclosures_to without «other.child_id is not null»": NULL,
    "guard.disclosures_to without «r.ground_id = g.id»": NARROWING,
    "guard.standing_consents without «c.id = any (which)»": NARROWING,
    "guard.standing_consents without «a.consent_id = any (which)»": NARROWING,
    "guard.standing_consents without «e.consent_id = any (which)»": NARROWING,
    "guard.grounds_of_parties without «r.ground_id = i.id»": NARROWING,
    "guard.protected_subjects without «g.identity_key is not null»": NULL,
    "guard.shielded without «mine is not null»": NULL,
    "guard.family_of without «c.role in ('guardian', 'self')»": "each side asks for its role again, and those two conditions are mutated too",
}

FIRST = "access_of hides a protected child already, and its conditions are mutated too"
NO_WRITER = "nobody writes there without reading: what is written alone is a concern or a report"
ONE_ROW = "the table has one row"
SAME_RIGHT = "can_hold asks for a right of that role in the same kind of activity"
TAKE_OVER = "spares work only: take_over asks the same of each"
LOCKS = "a lock on more rows than are needed; that there is one, the race shows"
NET = "a net for the planner: access_of asks each of those found whether she is in the space"
NOBODY = "nobody belongs to no organisation and no unit, and that is asked as well"

SECOND_LAYERS_OF_VERBS = {
    "guard.in_words without «cardinality(ids) <= 200»": KEPT,
    "guard.my_unit_children without «v <> 'many'»": KEPT,
    "guard.my_unit_children without «v is null»": KEPT,
    "guard.my_children without «v <> 'many'»": KEPT,
    "guard.my_children without «v is null»": KEPT,
    "guard.apply_attendance without «f.id = which»": LOCKS,
    "guard.lock_extract without «r.id = which»": "a lock: without it all requests wait for one another, and nothing else comes out",
    "guard.parties_of without «child in (select guard.shielded())»": FIRST,
    "guard.met_children without «child in (select guard.shielded())»": FIRST,
    "guard.package_titles without «x.subject_id not in (select guard.shielded())»": FIRST,
    "guard.package_unseen without «x.subject_id not in (select guard.shielded())»": FIRST,
    "guard.people_of_journey without «journey in (select guard.shielded())»": FIRST,
    "guard.people_of_journey without «a.subject_id = p.child_id»": NET,
    "guard.people_of_journey without «c.id = a.capacity_id»": NET,
    "guard.people_of_journey without «p.journey_id = journey»": NET,
    "guard.make_promise_link without «p.subject_id in (select guard.shielded())»": FIRST,
    "guard.writes_plan without «a.writes»": WHOLE_TABLE,
    "guard.later_calls without «m.holder_id in (select guard.my_duties())»": NARROWING,
    "guard.later_calls without «m.done_at is null»": NARROWING,
    "guard.plan_rounds without «d.subject_id = r.subject_id»": NARROWING,
    "guard.plan_rounds without «r.\"time\" = 'solved'»": NARROWING,
    "guard.plan_rounds without «r.done_at is null»": NARROWING,
    "guard.plan_rounds without «r.withdrawn_at is null»": NARROWING,
    "guard.take_promise without «a.wall = p.wall»": WHOLE_TABLE,
    "guard.take_promise without «a.writes»": WHOLE_TABLE,
    "guard.steps_reached without «c.back <= 12»": "spares work only: no line looks at more than twelve weeks",
    "guard.endings without «c.valid_until > t»": "spares work only: a consent whose time has run out does not stand",
    "guard.now without «i.id = 1»": ONE_ROW,
    "guard.is_demo without «i.id = 1»": ONE_ROW,
    "guard.mark_installation without «id = 1»": ONE_ROW,
    "guard.acting without «v is null»": NULL,
    "guard.seen_by without «a.reads»": NO_WRITER,
    "guard.lock_child without «s.id = child»": LOCKS,
    "guard.to_mend without «c.unit_id is not null»": "who has no unit needs no second person",
    "guard.silent_grounds without «a.reads»": NO_WRITER,
    "guard.bases_used without «me.id is null»": NOBODY,
    "guard.pupils_read_in without «c.wall / 64 = me.number»": "a unit that is led wholly holds the children of its own branch",
    "guard.pupils_read_in without «c.subject_id not in (select guard.shielded())»": FIRST,
    "guard.begin_task without «k.token_hash = guard.digest_of(token)»": "locks every task and not its own alone: slower, and the token is asked for again",
    "guard.way_to without «a.reads»": NO_WRITER,
    "guard.insist_works_with without «child in (select guard.shielded())»": FIRST,
    "guard.led_units without «o.role in (select r.role from public.people_roleright r where r.may_as»": NARROWING,
    "guard.led_units without «r.may_assign»": NARROWING,
    "guard.coordinate without «which in (select guard.shielded())»": FIRST,
    "guard.assign without «me.id = you.id»": "the same capacity is the same person's",
    "guard.give_ground without «c.kind in ('secrecy_waiver', 'sip')»": "by a constraint no other kind has a recipient",
    "guard.give_ground without «goal.org = me.organisation» (2)": "a branch is of one organisation",
    "guard.protect without «n.r = me»": "who protects has the child already: that was insisted on",
    "guard.protect without «s.subject_id = child»": "the loop is over those who have the child",
    "guard.open_child without «number is not null»": NULL,
    "guard.open_child without «number <> ''»": "no empty number is ever kept, and so none is found",
    "guard.open_child without «number is not null» (2)": NULL,
    "guard.identity_number without «i.subject_id not in (select guard.shielded())»": FIRST,
    "guard.identity_number without «a.reads»": NO_WRITER,
    "guard.set_guardian_number without «s.id = 1»": ONE_ROW,
    "guard.set_guardian_number without «perform guard.insist_works_with(g.subject_id);»": "asks for the right to write at this very wall next",
    "guard.is_real without «i.id = 1»": ONE_ROW,
    "guard.set_child_number without «perform guard.insist_works_with(child);»": "asks for the right to write at this very wall next",
    "guard.give_capacity without «me.id is null»": NOBODY,
    "guard.approve_capacity without «c.given_by_id = me.id»": "the same capacity is the same person's",
    "guard.end_capacity without «me.id is null»": NOBODY,
    "guard.heirs_of without «r.domain = b.domain»": SAME_RIGHT,
    "guard.my_duties without «s.holder_id = p.id»": "each one's holder is worked out anew, and compared",
    "guard.pass_on without «s.capacity_id = which»": LOCKS,
    "guard.would_pass without «own»": "what she reads is asked for only where it is her own doing, and looked at only there",
    "guard.take_over_due without «c.until_at <= t»": TAKE_OVER,
    "guard.take_over_due without «c.unit_id is not null»": "who has no unit has a role without children, and take_over leaves those",
    "guard.take_over_due without «not exists (select from public.people_succession s where s.capacity_id»": TAKE_OVER,
    "guard.take_over_due without «l.from_at <= t»": TAKE_OVER,
    "guard.take_over_due without «(l.until_at is null or t < l.until_at)»": TAKE_OVER,
    "guard.take_over_due without «not exists (select from public.people_succession s where s.capacity_id» (2)": TAKE_OVER,
    "guard.take_over_due without «s.until_at is null»": TAKE_OVER,
    "guard.take_over_due without «t < s.until_at»": TAKE_OVER,
    "guard.take_over_due without «c.id = any (due)»": LOCKS,
    "guard.take_over_due without «a.capacity_id = any (due)»": LOCKS,
    "guard.without_holder without «me.id is null»": NOBODY,
    "guard.without_holder without «not exists (select from public.people_succession s where s.capacity_id»": "spares work only: who has taken over is a holder, and that is asked next",
    "guard.may_name_deputy without «o.role in (select r.role from public.people_roleright r where r.may_as»": NARROWING,
    "guard.may_name_deputy without «r.may_assign»": NARROWING,
    "guard.begin_leave without «ends is not null»": NULL,
    "guard.break_glass without «p.id = me.person»": LOCKS,
    "guard.break_glass without «i.branch_id = c.branch_id»": "a number is kept in the branch of its owner",
    "guard.break_glass without «from_roster is not null»": NULL,
    "guard.break_glass without «break_glass.number <> ''»": "no empty number is ever kept, and so none is found",
    "guard.heads_to_tell without «b.id = u.branch_id»": SAME_RIGHT,
    "guard.heads_to_tell without «r.domain = b.domain»": SAME_RIGHT,
    "guard.review_break_glass without «s.basis = 'break_glass'»": "a notice of that kind is about no other ground",
    "guard.review_break_glass without «g.id is null»": "nobody has a notice about what is none",
    "guard.review_break_glass without «until_at is null»": "an emergency opening has an end from the first",
    "guard.invite_party without «g.id is null»": "what is no ground covers no name",
    "guard.invitations without «me.id is null»": NOBODY,
    "guard.end_party without «a.writes»": "whoever reads in a shared space writes there",
    "guard.consents_of without «a.reads»": NO_WRITER,
    "guard.consents_of without «child not in (select guard.shielded())»": FIRST,
    "guard.quiet_grounds without «a.reads»": NO_WRITER,
    "guard.named_guests without «c0.kind in ('secrecy_waiver', 'sip')»": "by a constraint no other kind has a recipient",
    "guard.team_hearing without «a.reads»": NO_WRITER,
    "guard.givers without «child in (select guard.shielded())»": FIRST,
    "guard.givers without «a.reads»": NO_WRITER,
    "guard.close_misplaced always «r.only_for_id is not null»": NULL,
    "guard.close_with without «coalesce(k.within, kind) = kind»": "a key is one record's alone: it spares questions to tables that cannot hold it",
    "guard.share_helped without «not c.is_shared» (2)": "what has been shared already stays so",
}

DEED = "the worlds hold nobody to notice: a deed says it"
FAMILY = "my_family is empty for everybody else, and its conditions are mutated too"
NEVER_THERE = "what is kept about the people around a child stands behind other walls"
NONE = "the family reads none of them: false stands beside it"
ITS_PLACE = "a text stands where its record stands: that is asked when it is added, and mutated there"
OWN_FILE = "the file is shown to its writer alone, and that is mutated too"
OWN_KEY = "a key is shown to its maker alone, and that is mutated too"
ITS_MEETING = "a meeting is shown only to those who know of it, and that is mutated too"

SECOND_LAYERS_OF_POLICIES = {
    "people_person see: without «(select guard.me()) is not null»": DEED,
    "people_capacity see: without «(select guard.me()) is not null»": DEED,
    "people_child see: without «wall = any ((select guard.my_unit_walls())::int[])»": "whoever leads a unit reads at least who its children are",
    "people_child family: without «(select guard.is_family())»": FAMILY,
    "people_child family: without «wall % 64 not in (17, 18)»": NEVER_THERE,
    "people_guardian family: without «(select guard.is_family())»": FAMILY,
    "people_guardian family: without «wall % 64 not in (17, 18)»": NEVER_THERE,
    "people_significantadult family: without «(select guard.is_family()) and wall % 64 not in (17, 18) and false»": NONE,
    "people_significantadult family: without «(select guard.is_family())»": NONE,
    "people_significantadult family: without «wall % 64 not in (17, 18)»": NONE,
    "access_assignment see: without «subject_id not in (select guard.shielded())»": FIRST,
    "access_ground see: without «subject_id not in (select guard.shielded())»": FIRST,
    "access_ground see: without «walls && (select guard.my_unit_walls())::int[]»": DEED,
    "access_disclosure see: without «subject_id not in (select guard.shielded())»": FIRST,
    "journey_entry see: without «o.subject_id = journey_entry.subject_id»": DEED,
    "journey_entry see: without «o.person = journey_entry.about_person»": DEED,
    "journey_entry family: without «(select guard.is_family())»": FAMILY,
    "journey_entrybody see: without «h.subject_id = journey_entrybody.subject_id»": ITS_PLACE,
    "journey_entrybody see: without «h.wall = journey_entrybody.wall»": ITS_PLACE,
    "letters_attempt see: without «a.reads»": NO_WRITER,
    "attendance_filepart see: without «f.written_by_id = (select guard.my_capacity())»": OWN_FILE,
    "attendance_filepart add: without «f.written_by_id = (select guard.my_capacity())»": OWN_FILE,
    "attendance_filepart change: without «f.written_by_id = (select guard.my_capacity())»": OWN_FILE,
    "extracts_request see: without «subject_id not in (select guard.shielded())»": FIRST,
    "forum_forumwords see: without «a.reads»": NO_WRITER,
    "lifeline_emergencysheet add: without «k.made_by_id = (select guard.my_capacity())»": OWN_KEY,
    "team_team see: without «m.id in (select g.meeting from guard.my_meetings() g)»": ITS_MEETING,
    "team_teammember see: without «m.id in (select g.meeting from guard.my_meetings() g)»": ITS_MEETING,
    "team_attendee see: without «m.team_id in (select guard.my_teams())»": ITS_MEETING,
}
