"""A file of attendance: the file itself, and what its columns hold."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.sheets import Row, Sheet, Troubled, read
from samling.kernel.sheets.headings import IGNORE, LOOKED_AT, Headings, headings_of
from samling.ui.fields import DayField
from samling.ui.forms import SamlingForm

from .reference import FIELDS, WHEN
from .rules import letter
from .rules_columns import field_of, lacks

TYPES = ".xlsx,.xls,.ods,.csv,.txt"


class FileForm(SamlingForm):
    """One file."""

    file = forms.FileField(
        label=_("Which file?"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": TYPES}),
        help_text=_("Excel (.xlsx, .xls), OpenDocument (.ods) or CSV. At most 25 MB and 120,000 rows."),
    )  # fmt: skip

    sheet: Sheet

    def clean_file(self) -> Any:
        """The file as a table; nothing of it is kept here, not even its name."""
        try:
            self.sheet = read(self.cleaned_data["file"].chunks())
            if next(self.rows(), None) is None:
                raise Troubled("empty")
        except Troubled as trouble:
            raise forms.ValidationError(gettext(str(trouble))) from None
        return None

    @cached_property
    def headings(self) -> Headings:
        """What stands above the columns."""
        return headings_of(self.sheet.first(LOOKED_AT), field_of)

    def rows(self) -> Iterator[Row]:
        """The rows below the headings."""
        return self.sheet.after(self.headings.place)


class UploadForm(FileForm):
    """A file whose columns are guessed, unless one says them."""

    choose = forms.BooleanField(label=_("I want to say what the columns hold myself"), required=False)


class ColumnsForm(FileForm):
    """What each column holds, and the file once more: it is not kept in between."""

    week_on = DayField(
        label=_("Which week is it about?"), required=False,
        help_text=_("Only if no column says. Write a day in the week."),
    )  # fmt: skip
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=60)

    def __init__(self, *args: Any, headings: Sequence[str] = (), fields: Sequence[str] = (), **kwargs: Any):
        self.heads, self.guess = headings, fields
        sent = (kwargs.get("data") or (args[0] if args else None) or {}).get("number", "")
        self.count = len(headings) or (min(int(sent), 60) if str(sent).isdecimal() and len(str(sent)) < 4 else 0)
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = self.count
        self.order_fields([*(f"column-{place}" for place in range(self.count)), "week_on"])

    def more_fields(self) -> dict[str, forms.Field]:
        """What each column holds."""
        choices = [(IGNORE, _("Nothing that is needed")), *((code, name) for code, name in FIELDS.items())]
        return {
            f"column-{place}": forms.ChoiceField(
                label=_column(place, self.heads[place] if place < len(self.heads) else ""), choices=choices, required=False,
                initial=self.guess[place] if place < len(self.guess) else IGNORE,
            )
            for place in range(self.count)
        }  # fmt: skip

    @property
    def told(self) -> list[str]:
        """What each column holds."""
        return [self.cleaned_data.get(f"column-{place}", IGNORE) for place in range(self.count)]

    def clean(self) -> dict[str, Any]:
        """Enough is said, once."""
        filled = super().clean() or self.cleaned_data
        lack = lacks(self.told)
        if lack:
            raise forms.ValidationError(gettext(lack))
        if not set(self.told) & set(WHEN) and not filled.get("week_on"):
            self.add_error("week_on", _("Choose the column with the week or the date, or write a day in the week."))
        return filled

    def week(self) -> dt.date | None:
        """The week that the whole file is about, where no column says."""
        found: dt.date | None = None if set(self.told) & set(WHEN) else self.cleaned_data["week_on"]
        return found


def _column(place: int, heading: str) -> str:
    told = {"letter": letter(place), "heading": heading[:60]}
    return gettext("Column %(letter)s: %(heading)s") % told if heading else gettext("Column %(letter)s") % told
