"""Fields that answer kindly: days, birth dates, identity numbers and long text."""

import datetime as dt
import re

from django import forms
from django.utils.translation import gettext_lazy as _
from personnummer import personnummer

DAY_FORMATS = ["%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]


class DayField(forms.DateField):
    """A day: the device's own picker, or typed as 2026-12-03."""

    is_short = True

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", DAY_FORMATS)
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("Write the date like this: 2026-12-03.")


class TimeOfDayField(forms.TimeField):
    """A clock: 14.00, 14:00 or 1400."""

    is_short = True

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TimeInput(attrs={"type": "time", "step": "300"}, format="%H:%M"))
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H%M", "%H:%M:%S"])
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("Write the time like this: 14.00.")


class Birthday(forms.MultiWidget):
    """Day, month and year as three plain fields in a group."""

    template_name = "ui/birthday.html"
    use_fieldset = True
    # Word, what the browser may fill in, digits.
    PARTS = ((_("Day"), "bday-day", 2), (_("Month"), "bday-month", 2), (_("Year"), "bday-year", 4))

    def __init__(self, attrs=None):
        parts = [
            forms.TextInput({"inputmode": "numeric", "maxlength": size, "autocomplete": filled})
            for _word, filled, size in self.PARTS
        ]
        super().__init__(parts, attrs)

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for part, (word, *_rest) in zip(context["widget"]["subwidgets"], self.PARTS, strict=True):
            part["word"] = word
        return context

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else ""


class BirthdayField(forms.MultiValueField):
    """A day of birth in three fields; a day that does not exist says how to write one that does."""

    widget = Birthday

    def __init__(self, **kwargs):
        parts = (forms.IntegerField(), forms.IntegerField(), forms.IntegerField(min_value=1900))
        super().__init__(fields=parts, **kwargs)
        self.error_messages["invalid"] = _("Write day, month and year with digits: 3 12 2014.")

    def clean(self, value):
        """The day; a part that is missing or wrong is one fault, said once."""
        if value and any(value) and not all(value):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            kind = "required" if error.messages == [self.error_messages["required"]] else "invalid"
            raise forms.ValidationError(self.error_messages[kind], code=kind) from None

    def compress(self, parts):
        if not parts:
            return None
        day, month, year = parts
        try:
            return dt.date(year, month, day)
        except (TypeError, ValueError):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class IdentityNumberField(forms.CharField):
    """A personal or coordination number in any form; gives twelve digits (folkbokföringslagen 18 §)."""

    is_short = True

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off", "size": 16}

    def clean(self, value):
        text = re.sub(r"[\s\u2010-\u2015]", "-", super().clean(value).strip()).replace("--", "-")
        if not text:
            return ""
        try:
            return personnummer.parse(text).format(True)
        except personnummer.PersonnummerException:
            said = _("Check the number. It has ten or twelve digits: YYYYMMDD-NNNN.")
            raise forms.ValidationError(said, code="invalid") from None


class LongTextField(forms.CharField):
    """Free text in a box that grows with it."""

    def __init__(self, *, rows: int = 4, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
