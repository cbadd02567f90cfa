"""How rows hang on a child where their columns do not say it, and which columns are never handed on.

A condition is SQL about one row `x`. What it may ask of: the child's rows ($1), the journeys in whose shared space the
authority takes part ($2), each with the moment its part ended ($3), the compartments asked of ($4), and whether the
child's own compartment is among them ($5): what stands behind no wall goes with that one.
"""

OWN = "x.subject_id = any ($1)"
HERE = "x.wall / 64 = any ($4)"
SHARED = "exists (select from unnest($2, $3) j (id, til) where j.id = x.{key} and x.{dated} <= j.til)"
OUR_STAFF = (
    "exists (select from public.people_capacity c join public.people_unit u on u.id = c.unit_id join public.people_branch b"
    " on b.id = u.branch_id where b.number = any ($4) and c.id {who})"
)
SOME_WALL = "exists (select from unnest(x.walls) w where w / 64 = any ($4))"
BY_COPY = (
    "exists (select from public.journey_party p {join} where p.child_id = any ($1) and p.how = 'copy'"
    " and p.journey_id = x.subject_id and x.wall / 64 = 0 and {this})"
)


def shared(key: str, dated: str) -> str:
    """What was written in a shared space while the authority took part in it."""
    return SHARED.replace("{key}", key).replace("{dated}", dated)


# What its columns do not say by themselves.
SPECIAL: dict[str, str] = {
    "people_subject": "x.id = any ($1) and $5",
    "people_rosterentry": "$5 and x.id in (select c.roster_id from public.people_child c where c.subject_id = any ($1))",
    "journey_journey": f"$5 and {shared('subject_id', 'begun_at')}",
    "journey_party": (
        f"$5 and (x.child_id = any ($1) or x.accepted_at is not null and {shared('journey_id', 'invited_at')})"
        " or exists (select from public.access_ground y where y.id = x.ground_id and {access_ground:y})"
    ),
    "journey_coordination": f"$5 and {shared('journey_id', 'from_at')}",
    "journey_notice": f"(({OWN}) or {shared('subject_id', 'sent_at')}) and {OUR_STAFF.replace('{who}', 'in (x.to_id, x.sent_by_id)')}",
    "access_ground": f"{OWN} and {SOME_WALL}",
    "access_assignment": f"{OWN} and {SOME_WALL}",
    "access_look": (
        f"({OWN} and {SOME_WALL} or x.kind <> 'open' and x.shown && $1 and {OUR_STAFF.replace('{who}', '= x.capacity_id')}"
        f" or $5 and (x.subject_id = any ($2) or x.shown && $2) and {OUR_STAFF.replace('{who}', '= x.capacity_id')})"
    ),
    "concern_namelessconcern": "x.id in (select y.nameless_id from public.concern_signal y where {concern_signal:y})",
}
# A party that takes part by copy holds what was sent to it.
ALSO: dict[str, str] = {
    "papers_sentcopy": BY_COPY.replace("{join}", "").replace("{this}", "p.id = x.party_id"),
    "papers_planversion": BY_COPY.replace("{join}", "join public.papers_sentcopy s on s.party_id = p.id").replace(
        "{this}", "s.version_id = x.id"
    ),
}
# Tables that hang on a record about a child by this column.
VIA: dict[str, str] = {
    "letters_queued": "message",
    "letters_attempt": "message",
    "concern_outcome": "signal",
    "concern_concernname": "nameless",
    "promises_promiselink": "promise",
    "followup_asklink": "ask",
    "extracts_opening": "request",
    "extracts_step": "request",
    "extracts_choice": "request",
    "extracts_copy": "request",
}
# Columns that are never handed on: what names other children, or the same one at another authority, opens a link, or is the machine's own.
LEFT_OUT: dict[str, tuple[str, ...]] = {
    "people_child": ("person_id", "sort_key"),
    "people_guardian": ("person_id", "identity_key"),
    "people_rosterentry": ("sort_key",),
    "journey_party": ("child_id",),
    "access_look": ("shown", "position", "tx", "assignment_id", "person_id"),
    "promises_promiselink": ("digest",),
    "followup_asklink": ("digest",),
    "extracts_step": ("paper",),
    "extracts_copy": ("paper", "data"),
    "siblings_joined": ("joining_id", "child_id"),
    "siblings_common": ("joining_id", "to_id"),
    "siblings_sametable": ("joining_id", "occasion"),
}
DATED = "written_at"
