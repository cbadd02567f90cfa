"""The renderer of the house and the form that every page's form inherits."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

REQUIRED = {
    forms.ChoiceField: _("Choose an answer."),
    forms.ModelChoiceField: _("Choose an answer."),
    forms.MultipleChoiceField: _("Choose at least one."),
    forms.FileField: _("Choose a file."),
    forms.BooleanField: _("Tick the box to go on."),
}

# How to mend it, for every kind of fault that the framework would only call wrong.
MEND = {
    "invalid_choice": _("Choose one of the answers."),
    "invalid_list": _("Choose one of the answers."),
    "max_length": _("Write at most %(limit_value)d characters. Now there are %(show_value)d."),
    "null_characters_not_allowed": _("There is an invisible sign here that cannot be saved. Write it anew."),
    "max_value": _("Write a number no larger than %(limit_value)s."),
    "min_value": _("Write a number no smaller than %(limit_value)s."),
}
INVALID = {
    forms.EmailField: _("Write the address like this: name@example.se."),
    forms.DateField: _("Write the date like this: 2026-12-03."),
    forms.FloatField: _("Write a number in digits, like 12 or 12.5."),
    forms.DecimalField: _("Write a number in digits, like 12 or 12.5."),
    forms.IntegerField: _("Write a whole number in digits, like 12."),
}


class House(TemplatesSetting):
    """Every form and field through the house's own templates."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


class ErrorLine(NamedTuple):
    """One thing to change: which field to go to (empty for the whole form), its label, what to do."""

    to: str
    label: str
    text: str


class SamlingForm(forms.Form):
    """A form that checks shape on the server and says how to mend it, first on the page."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields |= self.more_fields()
        for field in self.fields.values():
            field.error_messages = {**field.error_messages, **_kinder(field), **_mending(field)}
            if getattr(field, "empty_label", None) == BLANK_CHOICE_LABEL:
                field.empty_label = _("Choose")

    def more_fields(self) -> dict[str, forms.Field]:
        """The fields that depend on what this very form is about, after those that all of its kind have."""
        return {}

    @property
    def marks_optional(self) -> bool:
        """Whether what may be left out is marked: only beside something that may not."""
        return any(field.required for field in self.fields.values())

    @property
    def error_lines(self) -> list[ErrorLine]:
        """The errors in the order of the fields, those of the whole form first."""
        return [
            ErrorLine("" if name == NON_FIELD_ERRORS else _target(self[name]), _label(self, name), str(error))
            for name in [NON_FIELD_ERRORS, *self.fields]
            for error in self.errors.get(name, [])
        ]


class Once(SamlingForm):
    """A form that, sent twice, is one record. `saved_at`: when what was begun was kept as a draft."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    saved_at: dt.datetime | None = None

    def pk(self, by: UUID) -> UUID:
        """The record's key; `by` is the capacity that sends it."""
        return uuid5(by, str(self.cleaned_data["once"]))


def _kinder(field: forms.Field) -> dict:
    """The framework's "This field is required." said as what to do; a field's own words are kept."""
    if field.error_messages["required"] != forms.Field.default_error_messages["required"]:
        return {}
    said = [text for kind, text in REQUIRED.items() if isinstance(field, kind)]
    return {"required": said[0] if said else _("Write an answer here.")}


def _mending(field: forms.Field) -> dict:
    """What the framework says of a wrong value, said as what to do; a field's own words are kept."""
    given = {code: text for base in reversed(type(field).__mro__) if base.__module__.startswith("django.")
             for code, text in getattr(base, "default_error_messages", {}).items()}  # fmt: skip
    kept = {code for code, text in field.error_messages.items() if code not in given or text != given[code]}
    invalid = [text for kind, text in INVALID.items() if isinstance(field, kind)]
    said = MEND | ({"invalid": invalid[-1]} if invalid else {})
    return {code: text for code, text in said.items() if code not in kept}


def _label(form: forms.Form, name: str) -> str:
    return "" if name == NON_FIELD_ERRORS else str(form[name].label)


def _target(field: forms.BoundField) -> str:
    """Where the link goes: the control, or the first of several."""
    if field.use_fieldset:
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id
