"""An extract leaves no table out: of each it is said how it hangs on a child, and every column has its word."""

from django.apps import apps

from samling.extracts.reference.fields import FIELDS
from samling.extracts.reference.nobodys import NOBODYS
from samling.extracts.reference.titles import TITLES
from samling.extracts.registry import kinds, unsaid
from samling.extracts.telling import KEYS
from tests.walls.catalog import asked


def test_every_table_says_how_it_hangs_on_a_child():
    assert not (lost := unsaid()), (
        f"{lost}: say in samling/extracts/registry.py (VIA, SPECIAL) how its rows hang on a child, "
        "or in samling/extracts/reference/nobodys.py why they are about none."
    )


def test_every_table_of_the_database_is_known(database):
    there = {name for (name,) in asked("select c.relname::text from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace")}
    texts = {kind.body._meta.db_table for kind in kinds().values() if kind.body}
    assert not (unknown := there - {*kinds()} - texts - {*NOBODYS}), f"{unknown}: reference/nobodys.py, or a model"


def test_every_kind_and_every_column_has_its_word():
    assert not (unnamed := {*kinds()} - {*TITLES}), f"{unnamed}: a line in samling/extracts/reference/titles.py"
    columns = {field.name for kind in kinds().values() for model in (kind.model, kind.body) if model
               for field in model._meta.local_fields if field.column not in (*KEYS, *kind.left_out, "head_id")}  # fmt: skip
    assert not (unsaid_columns := columns - {*FIELDS}), f"{unsaid_columns}: a line in samling/extracts/reference/fields.py"


def test_no_table_about_a_child_is_called_nobodys():
    about = {model._meta.db_table for model in apps.get_models() if any(field.name == "subject" for field in model._meta.local_fields)}
    assert not (hidden := about & {*NOBODYS}), f"{hidden}: rows with a subject are about a child"
