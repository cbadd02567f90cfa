"""Tables that are about no single child, or that no extract gives; each with its reason."""

STAFF = "who works where, and in which capacity"
PLACES = "organisations, places and what they have settled"
SIGN_IN = "how someone signs in; of the person herself and of no child's matter"
TEAMS = "a team's own times and places; what is said of a child stands in its items"
MACHINE = "the machine's own: ids and times that empty themselves"
REVIEW = "the watch over the log (trust study C2): telling of it would tell who is watched"
NAMELESS = "names nobody"
RAW = "a list of a whole class on its way in; what it says of a child stands in the child's own rows"
DRAFT = "begun and not yet a record; nobody but its writer reads it (dataskyddslagen 5:2)"
LOCKED = "locked to one head; nothing here can open it, and what it says stands in the records"
COUNTS = "numbers of many children together"
JOINING = "a word that a family carries; what it has joined stands with each child"

NOBODYS: dict[str, str] = {
    **dict.fromkeys(("people_deputy", "people_leave", "people_succession", "people_person", "people_capacity",
                     "people_roleright", "access_jointteam", "access_jointmember"), STAFF),
    **dict.fromkeys(("people_agreement", "people_organisation", "people_branch", "people_unit", "people_setting",
                     "attendance_columnmap", "attendance_ladderstep", "referral_servedschool", "concern_reportcontact",
                     "directory_functionnumber", "office_hold", "transition_neighbour", "instruments_licenceagreement"), PLACES),
    **dict.fromkeys(("people_account", "people_session", "people_throttle", "account_emailaddress",
                     "account_emailconfirmation", "mfa_authenticator", "socialaccount_socialapp", "socialaccount_socialapp_sites",
                     "socialaccount_socialaccount", "socialaccount_socialtoken", "auth_permission", "auth_group",
                     "auth_group_permissions", "django_content_type", "django_session", "django_site"), SIGN_IN),
    **dict.fromkeys(("team_team", "team_rhythm", "team_teammember", "team_teammeeting", "team_attendee", "agenda_slot",
                     "forum_forum", "forum_forumrhythm", "forum_forummember", "forum_forummeeting", "forum_forumslot"), TEAMS),
    **dict.fromkeys(("work_task", "work_progress", "work_duty", "procrastinate_workers", "procrastinate_jobs",
                     "procrastinate_events", "procrastinate_periodic_defers", "django_migrations", "access_seal"), MACHINE),
    **dict.fromkeys(("work_spotcheck", "work_alarm", "review_logsearch", "access_securityevent"), REVIEW),
    **dict.fromkeys(("consultation_consultation", "consultation_utterance", "family_offsystem", "support_generalsupport",
                     "support_routine"), NAMELESS),
    **dict.fromkeys(("attendance_attendancefile", "attendance_filepart"), RAW),
    "journey_draft": DRAFT,
    "siblings_joining": JOINING,
    **dict.fromkeys(("lifeline_sheetkey", "lifeline_emergencysheet"), LOCKED),
    **dict.fromkeys(("adaptations_publishedterm", "adaptations_helpedcount", "adaptations_helpedshare"), COUNTS),
}  # fmt: skip
