"""Which policy stands on questions without a name: for the one who asked and the unit that was asked."""

from pathlib import Path

from samling.records.migrations import ME, OWN_NOTE, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_consultation.sql")
AT_MY_UNIT = "to_unit_id = (select guard.my_unit())"
THIS = "exists (select from consultation_consultation c where c.id = consultation_id{and_})"


def walls() -> list[Protect]:
    """Both sides see the whole thread; nobody else sees that it is there."""
    return [
        Protect("consultation_consultation", "plain", see=f"{OWN_NOTE} or {AT_MY_UNIT}", add=OWN_NOTE,
                change=f"{OWN_NOTE} or {AT_MY_UNIT}", columns="closed_at, closed_by_id"),
        Protect("consultation_utterance", "plain", see=THIS.replace("{and_}", ""),
                add=f"written_by_id = {ME} and " + THIS.replace("{and_}", " and c.closed_at is null")),
    ]  # fmt: skip
