"""Every chapter with records about a child says how they are closed when they are about the wrong child."""

from django.apps import apps

from samling.access.models import Walled
from samling.misplaced.kinds import rows

MODELS = [model for model in apps.get_models() if issubclass(model, Walled)]


def test_every_kind_of_record_says_how_it_is_closed():
    wrong = {}
    for model in MODELS:
        said = getattr(model, "wrong_child", None)
        if said is None or sum(map(bool, (said.name, said.within, said.because))) != 1:
            wrong[model._meta.label] = said
    assert not wrong, f"{wrong}: `wrong_child = Closed(...)`, by itself, within another record, or not and because"


def test_what_goes_along_goes_with_something_that_is_closed():
    found = {name: (whole, column) for name, whole, column in rows()}
    lost = [name for name, (whole, column) in found.items() if column and whole and whole not in found]
    assert not lost, lost
