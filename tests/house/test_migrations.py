"""Migrations say what the models say, in one line per package, and point back."""

from django.apps import apps
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from .plan import ORDER

LABELS = {config.label for config in apps.get_app_configs() if config.name.startswith("samling.")}


def loader():
    """The migrations on disk; asks no database."""
    return MigrationLoader(None)


def own(disk):
    return [migration for (label, _), migration in disk.disk_migrations.items() if label in LABELS]


def test_the_migrations_say_what_the_models_say():
    disk = loader()
    with translation.override(None):  # migrations hold the English words
        asked = MigrationAutodetector(disk.project_state(), ProjectState.from_apps(apps))
        changes = asked.changes(graph=disk.graph, trim_to_apps=LABELS, convert_apps=LABELS)
    wanted = {
        label: [step.describe() for one in found for step in one.operations]
        for label, found in changes.items()
        if label in LABELS
    }
    assert not wanted, f"{wanted}: run python -m django makemigrations {' '.join(wanted)}"


def test_migrations_stand_in_one_line():
    disk = loader()
    wrong = {label: leaves for label in LABELS if len(leaves := disk.graph.leaf_nodes(label)) > 1}
    assert not wrong, f"{wrong}: let the newer of the two depend on the other; no merge migrations."
    numbers = {label: sorted(one.name[:4] for one in own(disk) if one.app_label == label) for label in LABELS}
    wrong = {
        label: found
        for label, found in numbers.items()
        if found != [f"{number:04}" for number in range(1, len(found) + 1)]
    }
    assert not wrong, f"{wrong}: number the migrations 0001, 0002, … without gaps."


def test_migrations_point_back():
    wrong = [
        f"{one.app_label}.{one.name} waits for {label}"
        for one in own(loader())
        for label, _ in one.dependencies
        if label in ORDER and ORDER.index(label) > ORDER.index(one.app_label)
    ]
    assert not wrong, f"{wrong}: an earlier package cannot wait for a later one."


def test_steps_with_data_can_be_undone():
    wrong = [
        f"{one.app_label}.{one.name}"
        for one in own(loader())
        for step in one.operations
        if isinstance(step, RunPython | RunSQL) and not step.reversible
    ]
    assert not wrong, f"{wrong}: say how to go back (reverse_code), if only RunPython.noop."
