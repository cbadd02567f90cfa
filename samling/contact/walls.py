"""Which policy stands on the tables of *Kontakta inte hemmet*, and the guard functions beside them."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_contact.sql")


def walls() -> list[Protect]:
    """Heads behind the no-contact wall, never for the family; the reason after a look."""
    columns = "ended_at, ended_by_id, withdrawn_at, withdrawn_by_id"
    return [
        Protect("consent_nocontact", "head", columns=columns, change=IN_COMPARTMENT),
        Protect("consent_nocontactbody", "body", head="consent_nocontact"),
    ]
