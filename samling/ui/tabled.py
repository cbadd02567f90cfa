"""Many short records of one kind as rows of a table: what all of them say is said once, and what differs row by row."""

import re
from collections.abc import Sequence
from typing import Any

Line = tuple[str, str]
MANY = 12  # records; fewer are read one by one
SEVERAL = 3
COLUMNS, WIDE, WIDEST = 5, 60, 130  # columns; characters in one cell, and in a whole row

MOMENT = re.compile(r"\d{1,2} \w+ \d{4} \d\d[.:]\d\d")


def as_table(items: Sequence[Sequence[Line]]) -> dict[str, Any] | None:
    """Head, rows and what they share; nothing when they are few, or too long or too many-sided for a row."""
    told = [dict(lines) for lines in items]
    if len(items) < MANY or any(len(one) != len(lines) for one, lines in zip(told, items, strict=True)):
        return None
    words = list(dict.fromkeys(word for one in told for word in one))
    same = [(word, said) for word in words if (said := told[0].get(word)) and all(one.get(word) == said for one in told)]
    head = [word for word in words if word not in dict(same)]
    rows = [[one.get(word, "") for word in head] for one in told]
    fits = 0 < len(head) <= COLUMNS and all(len(cell) <= WIDE and "\n" not in cell for row in rows for cell in row)
    if not fits or max(sum(map(len, row)) for row in rows) > WIDEST:
        return None
    weights = [max(len(row[turn]) for row in (*rows, head)) for turn in range(len(head))]
    return {"same": same, "head": head, "rows": _together(rows), "weights": weights}


def shared(items: Sequence[Sequence[Line]]) -> tuple[list[Line], list[list[Line]]]:
    """What all of several say, and what each says beside it; nothing is shared by two, nor when one would have nothing of its own."""
    same = [line for line in items[0] if all(line in one for one in items)] if len(items) >= SEVERAL else []
    own = [[line for line in one if line not in same] for one in items]
    return (same, own) if all(own) else ([], [list(one) for one in items])


def _together(rows: list[list[str]]) -> list[list[str]]:
    """Rows of one day that say the same but for the time, as one row with its times."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        at = [turn for turn, cell in enumerate(row) if MOMENT.fullmatch(cell)]
        if len(at) != 1:
            found[(*row, str(len(found)))] = row
            continue
        day, time = row[at[0]].rsplit(" ", 1)
        key = (*row[: at[0]], day, *row[at[0] + 1 :])
        if key in found:
            found[key][at[0]] += f", {time}"
        else:
            found[key] = list(row)
    return list(found.values())
