"""Which policy stands on versions and copies: a version is never changed, a copy gets its receipt."""

from samling.records.migrations import IN_COMPARTMENT, Protect

SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"


def walls() -> list[Protect]:
    """In the shared space, as the plan itself."""
    return [
        Protect("papers_planversion", "head"),
        Protect("papers_planversionbody", "body", head="papers_planversion"),
        Protect("papers_acknowledgement", "head"),
        Protect("papers_sentcopy", "head", change=IN_COMPARTMENT, columns=f"receipt_on, receipt_at, receipt_by_id, {SHOWN}"),
    ]
