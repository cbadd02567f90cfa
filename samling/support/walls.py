"""Which policy stands on which of the supports' tables."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, MY_ORGANISATION, Functions, Protect, Statements

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_alike.sql")
AT_HOME = Functions(Path(__file__).parent / "sql" / "20_at_home.sql")
FAMILY = "for_guardians, for_guardians_because"
BACK = "withdrawn_at, withdrawn_by_id"
ENDS = "state, ended_because, ended_at, ended_by_id"
# Whoever may write about the support itself; asked from its row in the shared space.
GIVES = (
    "exists (select from support_support s join guard.my_access() a on a.subject_id = s.subject_id and a.wall = s.wall and a.writes"
    " where s.id = support_id{and_})"
)
IN_ITS_SPACE = (
    " and exists (select from journey_party p where p.journey_id = support_supportstatus.subject_id and p.child_id = s.subject_id"
    " and p.accepted_at is not null and p.ended_at is null)"
)
# A second layer: everyone in the shared space writes behind PLAN, but only who gives a support says where it stands; and a
# note belongs to a support of the same child behind the same wall.
OWN_SUPPORT = Statements(
    f"""
    drop policy if exists own_support on support_supportstatus;
    create policy own_support on support_supportstatus as restrictive for insert to samling_app with check (
      {GIVES.replace("{and_}", IN_ITS_SPACE)});
    drop policy if exists own_support on support_occasion;
    create policy own_support on support_occasion as restrictive for insert to samling_app with check (
      exists (select from support_support s join journey_entry e on e.subject_id = s.subject_id and e.wall = s.wall
               where s.id = support_id and e.id = entry_id and s.subject_id = support_occasion.subject_id
                 and s.wall = support_occasion.wall));
    """,
    again=True,
)
ALIKE = Statements(
    """
    create constraint trigger told_alike after insert or update on support_support deferrable initially deferred
      for each row execute function guard.insist_told_alike();
    create constraint trigger told_alike after insert or update on support_supportstatus deferrable initially deferred
      for each row execute function guard.insist_told_alike();
    """
)


def walls() -> list[Protect]:
    """The support behind the wall of its legal form in its doer's compartment; where it stands behind PLAN."""
    return [
        Protect("support_support", "head", change=IN_COMPARTMENT,
                columns=f"holder_id, starts_on, evaluate_on, {ENDS}, {FAMILY}, {BACK}"),
        Protect("support_supportbody", "body", head="support_support"),
        Protect("support_supportstatus", "head", change=GIVES.replace("{and_}", ""), columns=f"{FAMILY}, {BACK}"),
        Protect("support_occasion", "head"),
        Protect("support_outcome", "head"),
        Protect("support_outcomebody", "body", head="support_outcome"),
    ]  # fmt: skip


def apart() -> list[Protect]:
    """What names no child, for everyone of the organisation; and the answers to inquiries, which only their writer reads."""
    mine = f"noted_by_id = {ME}"
    add = f"{mine} and {MY_ORGANISATION}"
    return [
        *(Protect(f"support_{name}", "plain", see=MY_ORGANISATION, add=add, change=mine, columns=BACK)
          for name in ("generalsupport", "routine")),
        Protect("support_contribution", "head", columns=f"answered_on, how, sent_at, sent_by_id, {BACK}"),
    ]  # fmt: skip
