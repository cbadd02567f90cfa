"""Which policy stands on meetings in the shared space: those who take part read and prepare them together."""

from samling.records.migrations import IN_COMPARTMENT, Protect


def walls() -> list[Protect]:
    """Everything of a meeting stands behind MEETING in the shared space; the parties there own it together."""
    back = "withdrawn_at, withdrawn_by_id"
    held = "read_back_at, read_back_by_id, held_at, held_by_id, cancelled_at, cancelled_by_id, cancelled_because"
    return [
        Protect("gathering_jointmeeting", "head", change=IN_COMPARTMENT,
                columns=f"starts_at, ends_at, place, chair_id, {held}, {back}"),
        Protect("gathering_jointmeetingbody", "body", head="gathering_jointmeeting"),
        Protect("gathering_invited", "head", change=IN_COMPARTMENT,
                columns=f"answer, answered_at, answered_by_id, came_at, came_by_id, {back}"),
        Protect("gathering_invitedbody", "body", head="gathering_invited"),
        Protect("gathering_childsway", "head", change=IN_COMPARTMENT, columns=f"told_at, told_by_id, {back}"),
        Protect("gathering_childswaybody", "body", head="gathering_childsway"),
        Protect("gathering_booking", "head", change=IN_COMPARTMENT, columns=back),
        Protect("gathering_bookingbody", "body", head="gathering_booking", columns="supplier", change=IN_COMPARTMENT),
        Protect("gathering_bookingstep", "head"),
        Protect("gathering_point", "head", change=IN_COMPARTMENT, columns=f"done_at, done_by_id, {back}"),
        Protect("gathering_pointbody", "body", head="gathering_point"),
    ]  # fmt: skip
