"""Which policy stands on what is kept of the people around a child."""

from samling.records.migrations import IN_COMPARTMENT, Protect


def walls() -> list[Protect]:
    """The child's words of who is close behind VOICE; chairs in the shared space, or at home with those who work with her."""
    hidden = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"
    fills = "capacity_id, name, phone, is_declined, filled_at, filled_by_id, ended_at, ended_by_id"
    return [
        Protect("circle_tie", "head"),
        Protect("circle_chair", "head", change=IN_COMPARTMENT, columns=f"{fills}, {hidden}"),
    ]
