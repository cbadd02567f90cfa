"""Which policy stands on which of the chapter's tables."""

from samling.records.migrations import IN_COMPARTMENT, ME, Protect, Statements

# Answers that the one who gave them has taken back are open to the one who wrote them down alone.
TAKEN = Statements(f"""
drop policy if exists taken_back on outcome_wheelbody;
create policy taken_back on outcome_wheelbody as restrictive for select to samling_app using (
  exists (select from outcome_wheel h where h.id = head_id and (h.back_at is null or h.written_by_id = {ME})));
""", again=True)  # fmt: skip


def walls() -> list[Protect]:
    """Wheels behind their walls; no answer is ever changed, only taken back."""
    return [
        Protect("outcome_wheel", "head", columns="withdrawn_at, withdrawn_by_id, back_at, back_by_id", change=IN_COMPARTMENT),
        Protect("outcome_wheelbody", "body", head="outcome_wheel"),
    ]
