"""How `migrate` keeps its picture of the models: what changes is drawn anew alone, not with all that is related to it.

Nearly every table here points at a child and at a capacity, so Django, which draws a changed model's relations anew too,
drew the whole house for each step: three quarters of the time that an empty database took to fill.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate as command
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState


class LeanState(ProjectState):
    """A state whose models are drawn one by one; where a change reaches other models, all are drawn anew when asked for.

    `is_delayed` is Django's own word for it: all are drawn anew before a step that reads or writes rows.
    """

    @classmethod
    def of(cls, state: ProjectState) -> "LeanState":
        """An exact copy of a state."""
        copy = cls({key: model.clone() for key, model in state.models.items()}, state.real_apps)
        if "apps" in state.__dict__:
            copy.apps = state.apps.clone()
        copy.is_delayed = state.is_delayed
        return copy

    def clone(self) -> "LeanState":
        """An exact copy."""
        return LeanState.of(self)

    def add_model(self, model_state: Any) -> None:
        """Only the new one: nothing points at it yet."""
        rendered = self.__dict__.pop("apps", None)
        super().add_model(model_state)
        self._draw(rendered, model_state.app_label, model_state.name_lower)

    def add_field(self, app_label: str, model_name: str, name: str, field: Any, preserve_default: bool) -> None:
        """Only the model that has it, also when the field points at another."""
        rendered = self.__dict__.pop("apps", None)
        super().add_field(app_label, model_name, name, field, preserve_default)
        self._draw(rendered, app_label, model_name)

    def reload_model(self, app_label: str, model_name: str, delay: bool = False) -> None:
        """Draw it; without `delay` the change reaches others, and all are drawn when next asked for."""
        rendered = self.__dict__.pop("apps", None)
        if delay:
            self._draw(rendered, app_label, model_name)

    def reload_models(self, models: Any, delay: bool = True) -> None:
        """The same for several."""
        for app_label, model_name in models:
            self.reload_model(app_label, model_name, delay)

    def _draw(self, rendered: Any, app_label: str, model_name: str) -> None:
        if rendered is not None:
            self.apps, self.is_delayed = rendered, True
            with rendered.bulk_update():
                rendered.unregister_model(app_label, model_name)
            rendered.render_multiple([self.models[app_label, model_name]])


class LeanExecutor(MigrationExecutor):
    """Runs the same steps in the same order as Django's, on a lean picture of the models it begins with."""

    def migrate(self, targets: Any, plan: Any = None, state: Any = None, fake: bool = False, fake_initial: bool = False) -> Any:
        """Django's, from a copy of the state that `migrate` gives it."""
        return super().migrate(targets, plan, state and LeanState.of(state), fake, fake_initial)


@contextmanager
def lean() -> Iterator[None]:
    """Django's `migrate` command takes the lean executor meanwhile: it has no other door than the name in its own module."""
    usual = command.MigrationExecutor
    command.MigrationExecutor = LeanExecutor
    try:
        yield
    finally:
        command.MigrationExecutor = usual
