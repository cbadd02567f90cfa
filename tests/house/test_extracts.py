"""An extract leaves no table out: of each it is said how it hangs on a child, and every column has its word."""

import re

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import translation

from samling.day.reference.kinds import KINDS as NOTICES
from samling.extracts.reading import LIVE
from samling.inventory.item import Item
from samling.inventory.reference import parts
from samling.inventory.reference.fields import FIELDS
from samling.inventory.reference.nobodys import NOBODYS
from samling.inventory.reference.titles import TITLES
from samling.inventory.registry import kinds, unsaid
from samling.inventory.telling import KEYS, Names, lines_of
from samling.people.models import Child
from samling.work import running
from tests.walls.catalog import asked
from tests.walls.wires import wire

from .extracts import GIVEN, give, look_through
from .extracts import asked as asked_for
from .walked import pictured

pytestmark = pytest.mark.xdist_group("walk")
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\b[A-Z]{3,}-[A-Z]+|[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{32}|\b[a-z]+\.[a-z]+_")
# Whole answers that are codes: every code that some column of the house has a word for.
BODY = "(select to_jsonb(b) - array['head_id', 'subject_id', 'wall'] from {} b where b.head_id = x.id)"


def test_every_table_says_how_it_hangs_on_a_child():
    assert not (lost := unsaid()), (
        f"{lost}: say in samling/inventory/reference/hanging.py (VIA, SPECIAL) how its rows hang on a child, "
        "or in samling/inventory/reference/nobodys.py why they are about none."
    )


def test_every_table_of_the_database_is_known(database):
    there = {name for (name,) in asked("select c.relname::text from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace")}
    texts = {kind.body._meta.db_table for kind in kinds().values() if kind.body}
    assert not (unknown := there - {*kinds()} - texts - {*NOBODYS}), f"{unknown}: reference/nobodys.py, or a model"


def test_every_kind_and_every_column_has_its_word():
    assert not (unnamed := {*kinds()} - {*TITLES}), f"{unnamed}: a line in samling/inventory/reference/titles.py"
    columns = {field.name for kind in kinds().values() for model in (kind.model, kind.body) if model
               for field in model._meta.local_fields if field.column not in (*KEYS, *kind.left_out, "head_id")}  # fmt: skip
    assert not (unsaid_columns := columns - {*FIELDS}), f"{unsaid_columns}: a line in samling/inventory/reference/fields.py"


def test_no_column_hands_on_how_another_knows_the_child():
    named = {(kind.table, field.column) for kind in kinds().values() for field in kind.model._meta.local_fields
             if field.related_model is Child and not field.primary_key}  # fmt: skip
    assert named and not (given := {(table, column) for table, column in named if column not in kinds()[table].left_out}), (
        f"{given}: in a shared space it may be another authority's row; LEFT_OUT in samling/inventory/reference/hanging.py"
    )


def test_no_table_about_a_child_is_called_nobodys():
    about = {model._meta.db_table for model in apps.get_models() if any(field.name == "subject" for field in model._meta.local_fields)}
    assert not (hidden := about & {*NOBODYS}), f"{hidden}: rows with a subject are about a child"


def codes() -> set[str]:
    """Every code that a column of the house has other words for, in lower case letters alone."""
    found = {*parts.KEPT, *parts.VOICES, *parts.SIDES, *parts.HELPED, *parts.TRIES}
    for model in apps.get_models():
        for field in model._meta.local_fields:
            said = field.base_field if isinstance(field, ArrayField) else field
            found |= {str(code) for code, word in said.flatchoices or () if str(code) != str(word)} if isinstance(said, models.CharField) else set()
    return {code for code in found if code.isascii() and code.islower()}


def test_what_is_read_is_words_and_no_codes(walked):
    known, seen, raw = codes(), set(), set()
    with walked.lent(), wire("postgres") as superuser, translation.override("sv"):
        for table, kind in kinds().items():
            body = BODY.format(kind.body._meta.db_table) if kind.body else "null"
            items = [Item(table, str(row[kind.key]), {name: one for name, one in row.items() if name not in kind.left_out} | {"body": text or {}})
                     for row, text in superuser.execute(f'select to_jsonb(x), {body} from "{table}" x limit 40')]  # fmt: skip
            seen |= {table} if items else set()
            raw |= {(table, word, said) for item in items for word, said in lines_of(item, Names([]))
                    if CODE.search(said) or {*said.split("\n"), *said.split(", ")} & known}  # fmt: skip
    assert not raw, "\n".join([*map(str, sorted(raw)), "Words for them: samling/inventory/reference/coded.py"])
    assert len(seen) > 60, f"too few tables were furnished to tell: {len(seen)}"


def test_to_read_writes_nothing_that_an_extract_would_be_looked_through_for_again(walked):
    assert walked.visits and "access_look" in walked.written
    texts = {kind.body._meta.db_table for kind in kinds().values() if kind.body}
    assert not (touched := walked.written & {*kinds(), *texts} - {*LIVE}), f"{touched}: a page that only reads writes here"


def test_what_the_house_does_by_itself_holds_up_no_extract(walked):
    with walked.lent() as walk:
        which = asked_for(walk.cast)
        look_through(walk.cast, which, GIVEN)
        before = pictured()
        with wire("postgres") as superuser:
            superuser.execute("delete from followup_round where by_itself and id not in (select round_id from followup_ask)")
            superuser.execute("update letters_attempt set asked_at = clock_timestamp()")
            superuser.execute("insert into adaptations_countedchild (id, organisation_id, subject_id, code, helped, is_shared) select"
                              " gen_random_uuid(), b.organisation_id, c.subject_id, 'ADAPT-X', true, false from people_child c"
                              " join people_branch b on b.id = c.branch_id where c.subject_id = %s", [walk.cast.adam])  # fmt: skip
            superuser.commit()
        running.go_round()
        assert {table for table, held in pictured().items() if held != before[table]} >= {"followup_round", "adaptations_countedchild"}
        give(walk.cast, which)


def test_every_notice_has_its_word_in_an_extract():
    assert not [kind for kind in NOTICES if not any(kind.startswith(begins) for begins, _words in parts.NOTICES)]
