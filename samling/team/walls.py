"""Which policy stands on which of the team's tables."""

from pathlib import Path

from samling.records.migrations import ME, Functions, Protect

from .rules import LEADS

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_team.sql")
ROLES = ", ".join(f"'{role}'" for role in LEADS)
LEADING = f"exists (select from people_capacity c where c.id = {ME} and c.role in ({ROLES}))"
MY_TEAM = "team_id in (select guard.my_teams())"
I_LEAD = f"team_id in (select t.id from team_team t where t.unit_id = (select guard.my_unit())) and (select {LEADING})"
SEEN = "in (select m.meeting from guard.my_meetings() m)"
INSIDE = "in (select m.meeting from guard.my_meetings() m where m.inside)"
OF_MY_TEAM = "meeting_id in (select m.id from team_teammeeting m where m.team_id in (select guard.my_teams()))"
GUEST_OF = "(select m.team_id from team_teammeeting m where m.id in (select g.meeting from guard.my_meetings() g))"


def walls() -> list[Protect]:
    """The team for its unit and members, its meetings for those at the table."""
    dates = "until_at, until_by_id"
    return [
        Protect("team_team", "plain", see=f"id in (select guard.my_teams()) or id in {GUEST_OF}",
                add=f"begun_by_id = {ME} and unit_id = (select guard.my_unit()) and (select {LEADING})"),
        Protect("team_rhythm", "plain", see=MY_TEAM, add=f"given_by_id = {ME} and {I_LEAD}", change=I_LEAD, columns=dates),
        Protect("team_teammember", "plain", see=f"{MY_TEAM} or team_id in {GUEST_OF}",
                add=f"given_by_id = {ME} and {I_LEAD}", change=I_LEAD, columns=dates),
        Protect("team_teammeeting", "plain", see=f"{MY_TEAM} or id {SEEN}", add=f"called_by_id = {ME} and {MY_TEAM}",
                change=f"id {INSIDE}", columns="ended_at, ended_by_id"),
        Protect("team_attendee", "plain", see=f"meeting_id {SEEN} or {OF_MY_TEAM}", add=f"invited_by_id = {ME} and meeting_id {INSIDE}",
                change=f"meeting_id {INSIDE}", columns="here_at, here_by_id, left_at, left_by_id"),
    ]
