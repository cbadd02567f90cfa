"""Official codes of municipalities and counties (Statistics Sweden), and the fictional ones of the demo."""

import csv
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parent / "reference"
# Places that exist nowhere: allowed only where no real people are.
FICTIONAL_MUNICIPALITIES = {"9901": "Lövsjö", "9902": "Granby"}
FICTIONAL_COUNTIES = {"99": "Region Mittland"}


def municipalities(*, fictional: bool = False) -> dict[str, str]:
    """Four-digit code to name, in the order of the codes; `fictional` adds the demo's own."""
    return _read("municipalities.csv") | (FICTIONAL_MUNICIPALITIES if fictional else {})


def counties(*, fictional: bool = False) -> dict[str, str]:
    """Two-digit code to name."""
    return _read("counties.csv") | (FICTIONAL_COUNTIES if fictional else {})


@cache
def _read(name: str) -> dict[str, str]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: row[1] for row in rows}
