"""Lines of rows by table, as COPY reads them. A value is written as text; NONE stands for none."""

from collections import defaultdict

NONE, YES, NO = "\\N", "t", "f"
# Who at home may read a row, why not, and whether the child may.
HOME = "yes\t\tf"
FAMILY = "yes\t\tt"
STAFF = "no\tstaff\tf"
NOT_YET = "no\tnot told yet\tf"
CHILDS = "child_decides\tthe child's words\tt"
KEPT_CLOSE = "no\t\tf"  # an event that only those behind its wall need
OTHERS = "no\tabout someone else\tf"


class Scribe:
    """Gathers rows, table by table."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = defaultdict(list)

    @property
    def rows(self) -> int:
        """How many there are."""
        return sum(map(len, self.lines.values()))

    def put(self, table: str, *values: str) -> None:
        """One row, its values in the order of the table's columns."""
        self.lines[table].append("\t".join(values))

    def head(self, table: str, key: str, place: str, by: str, at: str, opens: str, *values: str) -> None:
        """A record: whose and behind which wall (`place`: subject, tab, wall), by whom, when, and who at home reads it."""
        self.lines[table].append("\t".join((key, place, by, at, opens, *values)))

    def body(self, table: str, key: str, place: str, *values: str) -> None:
        """The text of a record."""
        self.lines[table].append("\t".join((key, place, *values)))
