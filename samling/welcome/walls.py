"""Which policy stands on which of the welcome's tables."""

from samling.records.migrations import IN_COMPARTMENT, Protect


def walls() -> list[Protect]:
    """The meeting stands in the team's own compartment; whoever works there with the child may change it until it is held."""
    columns = "starts_at, needs, holder_id, text_version, consent_id, held_at, held_by_id, withdrawn_at, withdrawn_by_id"
    mine = "exists (select from welcome_infomeeting h where h.id = head_id and h.held_at is null and (h.subject_id, h.wall) in"
    return [
        Protect("welcome_infomeeting", "head", change=IN_COMPARTMENT, columns=columns),
        Protect("welcome_infomeetingbody", "body", head="welcome_infomeeting", columns="place, words",
                change=f"{mine} (select a.subject_id, a.wall from guard.my_access() a where a.writes))"),
    ]
