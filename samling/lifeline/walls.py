"""Which policy stands on keys and sheets: they are their head's alone."""

from samling.records.migrations import ME, Protect

MINE = f"made_by_id = {ME}"


def walls() -> list[Protect]:
    """Nobody else sees even that there is one."""
    own_key = f"{MINE} and exists (select from lifeline_sheetkey k where k.id = key_id and k.made_by_id = {ME})"
    return [
        Protect("lifeline_sheetkey", "plain", see=MINE, add=MINE, change=MINE, columns="ended_at, ended_by_id"),
        Protect("lifeline_emergencysheet", "plain", see=MINE, add=own_key, change=MINE, columns="content, children"),
    ]
