"""Which policy stands on which of the office's tables, and its guard functions."""

from pathlib import Path

from samling.records.migrations import MY_ORGANISATION, Functions, Protect

SQL = Path(__file__).parent / "sql"
SOMEONE = "(select guard.me()) is not null"


def settings() -> list[Functions | Protect]:
    """What is settled and agreed says nothing about a child: everyone may read it, the guard alone writes it."""
    return [
        Protect("people_setting", "plain", see=SOMEONE, owner="yes"),
        Protect("people_agreement", "plain", see=SOMEONE, owner="yes"),
        Functions(SQL / "10_settings.sql"),
        Functions(SQL / "20_reach.sql"),
    ]


def kept() -> list[Functions | Protect]:
    """The functions that settle the ladder; why records are kept longer is for the organisation's own staff to read."""
    return [
        Protect("office_hold", "plain", see=MY_ORGANISATION),
        Functions(SQL / "30_ladder.sql"),
        Functions(SQL / "40_keeping.sql"),
    ]
