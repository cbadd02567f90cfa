"""Which policy stands on which of the concerns' tables."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, OWN_NOTE, Functions, Protect

from .rules import RECEIVING

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_names.sql")
ROLES = ", ".join(f"'{role}'" for role in RECEIVING)
RECEIVES = f"exists (select from people_capacity c where c.id = {ME} and c.role in ({ROLES}))"
AT_MY_UNIT = f"to_unit_id = (select guard.my_unit()) and (select {RECEIVES})"
THIS_NAMELESS = "exists (select from concern_namelessconcern n where n.id = nameless_id{and_})"
UNSHIELDED = "nameless_id not in (select guard.shielded_concerns())"


def walls() -> list[Protect]:
    """Signals behind their wall; nameless concerns for asker and receiver; answers for giver and taker."""
    shown = "for_guardians, for_guardians_because, for_child, only_for_id, about_person"
    back = "withdrawn_at, withdrawn_by_id"
    told = "exists (select from concern_signal s where s.id = signal_id and s.raised_by_id = to_id)"
    asked = THIS_NAMELESS.replace("{and_}", " and n.written_by_id = to_id")
    return [
        Protect("concern_namelessconcern", "plain", see=f"{OWN_NOTE} or {AT_MY_UNIT}", add=OWN_NOTE,
                change=AT_MY_UNIT, columns="opened_at, opened_by_id"),
        Protect("concern_concernname", "plain", see=f"{UNSHIELDED} and " + THIS_NAMELESS.replace("{and_}", ""),
                add=f"decided_by_id = {ME} and " + THIS_NAMELESS.replace("{and_}", f" and n.{OWN_NOTE}")),
        Protect("concern_signal", "head", change=IN_COMPARTMENT, columns=f"{shown}, {back}"),
        Protect("concern_signalbody", "body", head="concern_signal"),
        Protect("concern_handling", "head"),
        Protect("concern_outcome", "plain", see=f"to_id = {ME} or sent_by_id = {ME} or {told} or {asked}",
                add=f"sent_by_id = {ME} and ({told} or {asked})"),
        Protect("concern_reportcontact", "plain", see="true", owner="yes"),
        Protect("concern_reportstub", "head"),
    ]
