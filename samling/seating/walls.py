"""Which policy stands on the chairs."""

from samling.records.migrations import IN_COMPARTMENT, Protect


def walls() -> list[Protect]:
    """A chair is seen by those who see what the table is about; anyone in that compartment may move it."""
    columns = "left_at, left_by_id, for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"
    return [Protect("seating_seat", "head", columns=columns, change=IN_COMPARTMENT)]
