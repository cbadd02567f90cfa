"""The tables that a life is told in: which columns are written, in order, and what stands in the others."""

from typing import Any

HEAD = "id subject_id wall written_by_id written_at for_guardians for_guardians_because for_child"
BODY = "head_id subject_id wall"

_ASKED = {"version": 1, "is_empty": False, "asked": "checklist-school 2026.1"}
_HEADS: dict[str, tuple[str, dict[str, Any]]] = {
    "concern_signal": ("raised_as how touches seen_on raised_by_id raised_at", {"danger": False}),
    "concern_handling": ("signal_id kind because", {}),
    "journey_event": ("kind record_id", {}),
    "journey_level": ("tier because", {}),
    "journey_entry": ("kind title", {}),
    "checklist_checklist": ("signal_id", {"set_code": "checklist-school", "set_version": "2026.1"}),
    "checklist_answer": ("checklist_id place", _ASKED),
    "checklist_stepmark": ("checklist_id step", {"state": "done"}),
    "checklist_tried": ("checklist_id place adaptation effect weeks", _ASKED),
    "checklist_trial": ("checklist_id place adaptation", _ASKED),
    "checklist_decision": ("checklist_id kind follow_up_on", {}),
    "checklist_followup": ("decision_id result asked_child asked_home", {}),
    "seating_seat": ("gathering_id kind capacity_id guardian_id name role", {"voice": "here"}),
    "adaptations_adaptation": ("code place starts_on evaluate_on row checklist_id holder_id ended_at ended_by_id", {}),
    "adaptations_evaluation": ("adaptation_id result voice", {}),
    "attendance_attendanceweek": ("week_on scheduled valid invalid late", {"source": "file"}),
    "attendance_absenceinquiry": ("opened_on due_on done_on changed_at changed_by_id",
                                  {"because": "ladder", "together": "{pupil,guardians,student_health}", "is_guest": False}),
    "consent_consent": ("kind walls valid_from valid_until asks_child language interpreter to_unit_id", {"text_version": "2025-11"}),
    "consent_consentanswer": ("consent_id giver guardian_id yes walls how answered_at taken_back_at taken_back_by_id taken_back_how",
                              {"third_person": ""}),
    "referral_referral": ("party_id checklist_id decision_id rows tier home_municipality school_municipality due_on", {}),
    "referral_triagedecision": ("referral_id kind tier suggested", {"received_how": ""}),
    "welcome_infomeeting": ("referral_id holder_id due_on starts_at needs text_version held_at held_by_id consent_id", {}),
    "views_note": ("voice voice_id voice_name voice_role shape said_on kind domain places", {}),
    "views_analysis": ("notes", {"version": 1}),
    "plan_plan": ("kind review_on", {}),
    "plan_wording": ("plan_id line_id", {"number": 1}),
    "plan_goal": ("plan_id said_on baseline", {"voice": "child"}),
    "plan_goalmark": ("goal_id level on", {"voice": "child"}),
    "promises_promise": ("plan_id goal_id made_as side maker_id guardian_id who nature rhythm starts_on until_on gathering_id",
                         {"level": "individual"}),
    "promises_promiseword": ("promise_id word how heard_on", {}),
    "gathering_jointmeeting": ("kind starts_at ends_at place chair_id held_at held_by_id cancelled_at cancelled_by_id "
                               "cancelled_because", {}),
    "gathering_invited": ("meeting_id seat_id decides answer answered_at answered_by_id came_at came_by_id", {}),
    "gathering_point": ("meeting_id topic position done_at done_by_id", {}),
    "gathering_childsway": ("meeting_id way helper_id", {}),
    "followup_round": ("time due_on done_at done_by_id", {"by_itself": False}),
    "followup_ask": ("round_id voice person_id person_name how young seconds until_on",
                     {"package": "SAM-3S", "version": "1", "helps": "{}"}),
    "followup_reply": ("ask_id time voice person_id person_name young state how heard_on", {"package": "SAM-3S", "version": "1"}),
    "support_support": ("kind code form holder_id starts_on evaluate_on state ended_because ended_at ended_by_id", {}),
    "support_supportstatus": ("support_id number kind state", {}),
    "support_occasion": ("support_id entry_id", {}),
    "support_outcome": ("support_id result voice", {}),
    "outcome_wheel": ("voice voice_id voice_name voice_role shape said_on", {"version": "1"}),
    "closing_criterion": ("plan_id voice", {}),
    "closing_nextdecision": ("kind on next_on", {}),
    "closing_closing": ("decision_id reason asked contact_id contact_said_at contact_yes closed_at closed_by_id back_until_on reopened_at "
                        "reopened_by_id reopened_how", {"is_contact_declined": False}),
    "closing_kept": ("closing_id promise_id", {}),
    "closing_latercall": ("consent_id code due_on holder_id outcome done_at done_by_id", {}),
    "circle_chair": ("capacity_id filled_by_id filled_at",
                     {"code": "named_contact", "title": "", "actor": "school", "name": "", "phone": "", "is_declined": False}),
    "transition_package": ("to_unit_id moves_on given_at given_by_id accepted_at accepted_by_id",
                           {"kind": "school", "way": "inside", "to": "", "declined_because": "", "came_from": ""}),
    "transition_packagepart": ("package_id code", {}),
    "transition_packageseen": ("package_id guardian_id who how stance seen_on", {}),
    "relay_relay": ("giver_id receiver_id accepted_at accepted_by_id", {"stays": False}),
}  # fmt: skip
_BODIES: dict[str, tuple[str, dict[str, Any]]] = {
    "concern_signalbody": ("text said_child said_guardian", {"raised_name": ""}),
    "journey_entrybody": ("text", {}),
    "checklist_answerbody": ("said", {}),
    "checklist_triedbody": ("", {"own": "", "who": ""}),
    "checklist_trialbody": ("", {"own": "", "who": ""}),
    "adaptations_adaptationbody": ("how", {"own": ""}),
    "adaptations_evaluationbody": ("text", {}),
    "consent_consentbody": ("purpose excluded", {}),
    "consent_answerbody": ("words", {}),
    "referral_referralbody": ("question child_words guardian_words languages because", {}),
    "referral_triagedecisionbody": ("because answer", {"receiver": ""}),
    "welcome_infomeetingbody": ("place words", {}),
    "views_notebody": ("text helps", {"about_name": ""}),
    "views_analysisbody": ("text", {}),
    "plan_wordingbody": ("said", {}),
    "plan_goalbody": ("words name", {}),
    "promises_promisewordbody": ("text", {}),
    "gathering_jointmeetingbody": ("question", {}),
    "gathering_invitedbody": ("why", {}),
    "gathering_pointbody": ("text", {}),
    "gathering_childswaybody": ("words", {"speaker": ""}),
    "followup_replybody": ("answers", {}),
    "support_supportbody": ("how", {"own": ""}),
    "support_outcomebody": ("text", {}),
    "outcome_wheelbody": ("steps", {}),
    "closing_criterionbody": ("words", {}),
    "closing_nextdecisionbody": ("learnt deciders there child_words home_words", {"signs": "{}"}),
    "closing_closingbody": ("stays child_words home_words", {"asked_because": ""}),
    "closing_latercallbody": ("words", {}),
    "transition_packagepartbody": ("text", {}),
    "transition_packageseenbody": ("words", {}),
    "relay_relaybody": ("unwritten", {"calls": ""}),
}
_PLAIN: dict[str, tuple[str, dict[str, Any]]] = {
    "people_organisation": ("id kind name municipality_code county_code", {}),
    "people_unit": ("id branch_id kind name municipality_code", {"code": "", "phone": "", "hours": ""}),
    "people_person": ("id given_name family_name sort_key", {"is_staff_member": True}),
    "people_capacity": ("id from_at until_at person_id unit_id role title approved_by_id ended_by_id", {"phone": ""}),
    "people_subject": ("id kind", {}),
    "people_child": ("subject_id wall branch_id unit_id given_name family_name sort_key birth_year group home_municipality "
                     "opened_by_id opened_at",
                     {"called": "", "language": "sv"}),
    "people_guardian": ("id subject_id wall given_name family_name relation custody language interpreter phone written_by_id written_at "
                        "from_at",
                        {"custody_evidence": "folkbokföringen", "safe_phone": "", "email": "", "address": "", "contact_rule": ""}),
    "access_assignment": ("id from_at until_at walls capacity_id unit_id subject_id given_by_id ended_by_id taken_over_from_id because",
                          {"reach": "full"}),
    "access_ground": ("id from_at until_at walls subject_id to_unit_id decided_by_id because",
                      {"basis": "consent", "paragraph": "OSL 10:1, 12:2"}),
    "access_groundconsent": ("id consent_id ground_id subject_id", {}),
    "access_disclosure": ("id wall record_id since_at made_at made_by_id subject_id ground_id", {}),
    "journey_journey": ("subject_id begun_at begun_by_id back_until_on closed_at stepping_at", {}),
    "journey_party": ("id how question invited_at accepted_at ended_at accepted_by_id child_id ended_by_id ground_id "
                      "invited_by_id journey_id unit_id", {}),
    "journey_coordination": ("id from_at until_at coordinator_id deputy_id given_by_id journey_id", {}),
    "journey_notice": ("id kind to_id record_id sent_by_id sent_at done_at", {}),
    "concern_outcome": ("id word sent_at sent_by_id to_id signal_id", {}),
    "referral_servedschool": ("id from_at team_id school_id written_by_id written_at", {"number": ""}),
}  # fmt: skip

# Every table with the columns that are written, and those that always hold the same.
_ALL: tuple[tuple[str, dict[str, tuple[str, dict[str, Any]]]], ...] = ((HEAD, _HEADS), (BODY, _BODIES), ("", _PLAIN))
TABLES: dict[str, tuple[list[str], dict[str, Any]]] = {
    name: ([*prefix.split(), *columns.split()], constants)
    for prefix, tables in _ALL
    for name, (columns, constants) in tables.items()
}
