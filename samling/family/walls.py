"""Which policy stands on the stubs of children outside the system."""

from samling.records.migrations import ME, Protect


def walls() -> list[Protect]:
    """Known at the unit: a reference and a day, which tell nothing of who it is."""
    return [Protect("family_offsystem", "plain", see="unit_id = (select guard.my_unit())",
                    add=f"decided_by_id = {ME} and unit_id = (select guard.my_unit())")]
