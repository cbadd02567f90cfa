"""Every record says who may read it, when things happened and by whom, and points back."""

from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.utils import translation

from samling.access.recorded import tellable
from samling.records.migrations import TEMPLATES, Protect

from .plan import ORDER

POLICIES = {file.stem for file in TEMPLATES.glob("*.sql")}
ABOUT_A_CHILD = {"head"}


def records(**options):
    """The models of the house, each with its fields."""
    labels = [config.label for config in apps.get_app_configs() if config.name.startswith("samling.")]
    return [model for label in labels for model in apps.get_app_config(label).get_models(**options)]


def fields(model, kind=models.Field):
    return [field for field in model._meta.local_fields if isinstance(field, kind)]


def said(model, name=""):
    return f"{model.__module__}.{model.__name__}{'.' + name if name else ''}"


def test_every_record_declares_a_policy():
    wrong = [
        said(model)
        for model in records(include_auto_created=True)
        if getattr(model, "policy", None) not in POLICIES
    ]
    assert not wrong, (
        f"{wrong}: say policy = one of {sorted(POLICIES)} in the class; a link table needs a class too."
    )


def test_every_policy_is_put_on_its_table():
    loader = MigrationLoader(None)
    steps = [step for migration in loader.disk_migrations.values() for step in migration.operations]
    walls = {step.table: step.template for step in steps if isinstance(step, Protect)}
    wrong = [
        f'Protect("{model._meta.db_table}", "{model.policy}")'
        for model in records()
        if walls.get(model._meta.db_table) != getattr(model, "policy", None)
    ]
    assert not wrong, (
        f"{wrong}: add to the migration that makes the table; a table without walls is closed to none."
    )


def test_a_record_about_a_child_names_its_wall():
    wrong = [
        said(model)
        for model in records()
        if getattr(model, "policy", None) in ABOUT_A_CHILD
        and not {"subject", "wall"} <= {field.name for field in model._meta.fields}
    ]
    assert not wrong, f"{wrong}: give it subject and wall (inherit samling.access.models.Walled)."


def test_when_and_by_whom_go_together():
    wrong = []
    for model in records():
        ties = " ".join(constraint.name for constraint in model._meta.constraints)
        by_name = {field.name: field for field in model._meta.fields}
        for at, when in by_name.items():
            who = by_name.get(f"{at[:-3]}_by") if at.endswith("_at") else None
            if who and (when.null or who.null) and f"{at}_goes_with_{who.name}" not in ties:
                wrong.append(f"{said(model)}: paired({at!r}, {who.name!r})")
    assert not wrong, f"{wrong}: add to Meta.constraints (samling.records.shape)."


def test_names_tell_what_a_field_holds():
    # Django's own, and the words that stand on a consent form.
    settled = {"last_login", "expire_date", "valid_from", "valid_until"}
    wrong = [
        said(model, field.name)
        for model in records()
        for field in fields(model)
        if field.name not in settled and not named_well(field)
    ]
    assert not wrong, f"{wrong}: times end in _at, dates in _on, persons in _by (style 4.10)."


def named_well(field):
    """A time is `at` or ends in _at, a date `on` or _on, and nothing else does; _by is a person."""
    words = field.name.split("_")
    if field.is_relation:
        return words[-1] != "at"
    times, dates = type(field) is models.DateTimeField, type(field) is models.DateField
    return times == (words[-1] == "at") and dates == (words[-1] == "on") and words[-1] != "by"


def test_keys_do_not_count():
    wrong = [said(model) for model in records() if isinstance(model._meta.pk, models.AutoField)]
    assert not wrong, f"{wrong}: a running number tells how many there are; use records.shape.Record."


def test_the_later_chapter_holds_the_key():
    wrong = [
        said(model, field.name)
        for model in records()
        for field in fields(model)
        if field.is_relation
        and field.related_model._meta.app_label in ORDER
        and ORDER.index(field.related_model._meta.app_label) > ORDER.index(model._meta.app_label)
    ]
    assert not wrong, f"{wrong}: an earlier chapter has never heard of a later one; turn the key around."


def test_every_record_that_can_be_told_has_a_name_in_swedish():
    with translation.override("sv"):
        told = {said(model): getattr(model, "title", None) or str(model.noun) for model in tellable()}
    with translation.override("en"):
        plain = {said(model): model.noun and str(model.noun) for model in tellable()}
    wrong = sorted(name for name, word in told.items() if not word or word == plain[name])
    assert not wrong, f"{wrong}: give the record a title, or say in `noun` what a list calls it, with its Swedish word."
