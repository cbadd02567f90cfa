"""Which policy stands on which of the views' tables."""

from samling.records.migrations import IN_COMPARTMENT, ME, Protect, Statements

TAKEN_BACK = "withdrawn_at, withdrawn_by_id"
HELD = ("note", "story")
CLOSED = """
drop policy if exists taken_back on views_{name}body;
create policy taken_back on views_{name}body as restrictive for select to samling_app using (
  exists (select from views_{name} h where h.id = head_id and (h.back_at is null or h.written_by_id = {me})));
"""

# A second layer: words that the one who said them has taken back are open to the one who wrote them down alone.
TAKEN = Statements("".join(CLOSED.format(name=name, me=ME) for name in HELD), again=True)


def walls() -> list[Protect]:
    """Notes, stories and the team's synthesis behind their walls; no text is ever changed, only taken back."""
    back = f"{TAKEN_BACK}, back_at, back_by_id"
    return [
        *(Protect(f"views_{name}", "head", columns=back, change=IN_COMPARTMENT) for name in HELD),
        *(Protect(f"views_{name}body", "body", head=f"views_{name}") for name in HELD),
        Protect("views_analysis", "head", columns=TAKEN_BACK),
        Protect("views_analysisbody", "body", head="views_analysis"),
    ]
