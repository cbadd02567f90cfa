"""Which policy stands on which of the plan's tables: all of it in the shared space, read and written by those in it."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect, Statements

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_plan.sql")

# A second layer: no plan is begun for a journey without a deputy (a coordinator it always has).
SECOND = Statements(
    """
    drop policy if exists held on plan_plan;
    create policy held on plan_plan as restrictive for insert to samling_app with check (
      exists (select from journey_coordination c
               where c.journey_id = subject_id and c.until_at is null and c.deputy_id is not null));
    """,
    again=True,
)
SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"


def walls() -> list[Protect]:
    """Wordings and quotations are added and never changed."""
    return [
        Protect("plan_plan", "head", change=IN_COMPARTMENT,
                columns=f"kind, accountable_id, review_on, {SHOWN}"),
        Protect("plan_wording", "head"),
        Protect("plan_wordingbody", "body", head="plan_wording"),
        Protect("plan_goal", "head", change=IN_COMPARTMENT, columns=f"ended_at, ended_by_id, {SHOWN}"),
        Protect("plan_goalbody", "body", head="plan_goal"),
        Protect("plan_goalmark", "head"),
    ]  # fmt: skip
