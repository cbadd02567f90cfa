"""How `migrate` keeps its picture of the models: what changes is drawn anew alone, not with all that is related to it.

Nearly every table here points at a child and at a capacity, so Django, which draws a changed model's relations anew too,
drew the whole house for each step: three quarters of the time that an empty database took to fill.
"""

from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState


class LeanState(ProjectState):
    """A state whose models are drawn one by one; where a change reaches other models, all are drawn anew when asked for.

    `is_delayed` is Django's own word for it: all are drawn anew before a step that reads or writes rows.
    """

    def clone(self) -> "LeanState":
        """An exact copy."""
        copy = LeanState({key: model.clone() for key, model in self.models.items()}, self.real_apps)
        if "apps" in self.__dict__:
            copy.apps = self.apps.clone()
        copy.is_delayed = self.is_delayed
        return copy

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
            self._reload({(app_label, model_name)})


class LeanExecutor(MigrationExecutor):
    """Runs the same steps in the same order as Django's."""

    def _create_project_state(self, with_applied_migrations: bool = False) -> LeanState:
        state = super()._create_project_state(with_applied_migrations)  # type: ignore[misc]  # the stubs lack it
        return LeanState(state.models, state.real_apps)
