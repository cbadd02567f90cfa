"""Migration operations that build walls from plain SQL files."""

from pathlib import Path
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation

TEMPLATES = Path(__file__).parent / "walls"
ME = "(select guard.my_capacity())"

OWN_NOTE = f"written_by_id = {ME}"
IN_COMPARTMENT = "(subject_id, wall) in (select a.subject_id, a.wall from guard.my_access() a where a.writes)"
MY_ORGANISATION = (
    "organisation_id in (select b.organisation_id from people_unit u join people_branch b on b.id = u.branch_id "
    "where u.id = (select guard.my_unit()))"
)
WARD = "exists (select from guard.my_family() f where f.subject_id = {table}.subject_id and ({side}))"

BLANKS = {
    "head": {
        "narrow": f"(withdrawn_at is null or {OWN_NOTE})\n"
        f"  and (only_for_id is null or only_for_id = {ME} or {OWN_NOTE})",
        "family": "withdrawn_at is null and only_for_id is null and "
        + WARD.replace("{side}", "f.side = 'guardian' and for_guardians = 'yes' or f.side = 'self' and for_child"),
        "writer": "written_by_id",
        "key": "id",
        "dated": "{table}.written_at",
        "third": "\n      and (about_person is null or exists (select from guard.third_open() o\n"
        "        where o.subject_id = {table}.subject_id\n"
        "          and (o.person = {table}.about_person or o.record_id = {table}.id)))",
        "also": "",
        "change": OWN_NOTE,
        "grants": "select, insert",
    },
    "body": {"change": "false"},
    "plain": {"see": "false", "add": "false", "change": "false", "grants": "select"},
    "closed": {},
}


def wall_sql(template: str, table: str, **blanks: str) -> str:
    """The SQL of one policy template for one table.

    `columns` are what the pages may change, and `told` the one of them that names whom a colleague has told of; `also`
    narrows who may add a head; `remove` lets a row's owner delete it; `owner` lets migrations fill reference tables; `to`
    names the one role a closed table serves.
    """
    filled = BLANKS[template] | {key: blanks.pop(key, "") for key in ("columns", "told", "remove", "owner", "to")} | blanks
    filled |= {
        "grant_change": f"grant update ({filled['columns']}) on {table} to samling_app;" if filled["columns"] else "",
        "remove": f"create policy remove on {table} for delete to samling_app using ({filled['remove']});\n"
        f"grant delete on {table} to samling_app;" if filled["remove"] else "",
        "owner": f"create policy owner on {table} for all to samling_owner using (true) with check (true);"
        if filled["owner"] else "",
        "grant_to": f"grant select, insert, update, delete on {table} to {filled['to']};" if filled["to"] else "",
        "keeper": f"create policy keeper on {table} for all to {filled['to']} using (true) with check (true);"
        if filled["to"] else "",
    }
    filled["own_hand"] = own_hand(table, filled["columns"], filled["told"])
    if template == "plain" and filled["add"] != "false":
        filled["grants"] = "select, insert"
    text = (TEMPLATES / f"{template}.sql").read_text()
    for _pass in range(2):  # a blank's own text may name the table
        for name, value in (filled | {"table": table}).items():
            text = text.replace("{" + name + "}", value)
    return text


def own_hand(table: str, columns: str, told: str) -> str:
    """What the pages may change in `columns` and says by whom, they sign as nobody but who is acting; not what is `told`."""
    signed = [f"'{column}'" for column in columns.replace(",", " ").split() if column.endswith("_by_id") and column != told]
    return (
        f"drop trigger if exists own_hand on {table};\n"
        f"create trigger own_hand before update on {table} for each row when (current_user = 'samling_app')\n"
        f"  execute function guard.insist_own_hand({', '.join(signed)});"
    ) if signed else ""


class Tables(Operation):
    """Several tables at once, in one line of `migrate`."""

    reversible = True

    def __init__(self, *made: CreateModel):
        self.made = made

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Note every model."""
        for one in self.made:
            one.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make the tables in their order."""
        for one in self.made:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop them in the opposite order."""
        for one in reversed(self.made):
            one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """For the progress line of `migrate`."""
        return f"Make {len(self.made)} tables"


class Statements(Operation):
    """Run SQL as it stands; it has no Django state. `again`: it may be run over what it has made."""

    reversible = True

    def __init__(self, sql: str, again: bool = False):
        self.sql, self.again = sql, again

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Walls are no part of the model state."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Apply the statements."""
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(self.sql)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Nothing to undo: a table goes with its policies, a function is replaced by the next version."""


class Protect(Statements):
    """Put a policy template on a table; `blanks` fill the template's own words."""

    def __init__(self, table: str, template: str, **blanks: str):
        self.table, self.template, self.blanks = table, template, blanks
        super().__init__(wall_sql(template, table, **blanks), again=True)

    def describe(self) -> str:
        """For the progress line of `migrate`."""
        return f"Protect {self.table} by {self.template}"


class Functions(Statements):
    """Install guard functions from a SQL file, owned by the guard role."""

    def __init__(self, file: Path):
        self.file = file
        super().__init__(f"set role samling_guard;\n{file.read_text()}\nreset role;", again=True)

    def describe(self) -> str:
        """For the progress line of `migrate`."""
        return f"Install {self.file.name}"
