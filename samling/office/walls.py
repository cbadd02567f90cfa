"""Which policy stands on which of the office's tables, and its guard functions."""

from pathlib import Path

from samling.records.migrations import Functions, Protect

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
