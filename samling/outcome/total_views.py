"""A total is typed in for a round: whose, of which form, who scored it and when."""

import datetime as dt
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from samling.access import guard
from samling.access.door import door
from samling.followup.models import Person, Round
from samling.followup.models.asking import voices_written
from samling.followup.models.people import people_of
from samling.instruments.shape import Package
from samling.records.clock import now, today
from samling.ui.asking import Once, sent, status
from samling.ui.fields import DayField
from samling.ui.respond import respond

from .totals import allowed, may_type_in, type_in


class TotalForm(Once):
    """Whose total, of which form, who scored it and when."""

    person = forms.ChoiceField(label=_("Whose answers?"), widget=forms.RadioSelect)
    package = forms.ChoiceField(label=_("Which questionnaire?"), widget=forms.RadioSelect)
    total = forms.DecimalField(label=_("The total"), max_digits=7, decimal_places=2)
    scored_by = forms.CharField(label=_("Who scored it?"), max_length=80)
    scored_on = DayField(label=_("When was it filled in?"))

    def __init__(self, *args: Any, people: list[Person], packages: list[Package], today: dt.date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("scored_on", today)
        self.today, self.packages = today, {one.code: one for one in packages}
        voices = {voice for one in packages for voice in one.voices}
        self.people = {one.key: one for one in people if one.voice in voices}
        whose: Any = self.fields["person"]
        which: Any = self.fields["package"]
        whose.choices = [(key, one.name) for key, one in self.people.items()]
        which.choices = [(one.code, _named(one)) for one in packages]

    def clean_scored_on(self) -> dt.date:
        """It has been filled in."""
        day: dt.date = self.cleaned_data["scored_on"]
        if day > self.today:
            raise forms.ValidationError(_("Choose a day that has been."))
        return day

    def clean(self) -> dict[str, Any]:
        """The total lies within the range, and the form is one that this person answers."""
        told = super().clean() or {}
        package, person = self.packages.get(told.get("package", "")), self.people.get(told.get("person", ""))
        total = told.get("total")
        if package and total is not None and not package.least <= total <= package.most:
            said = gettext("The total lies between %(least)s and %(most)s.") % {"least": f"{package.least:g}", "most": f"{package.most:g}"}
            self.add_error("total", said)
        if package and person and person.voice not in package.voices:
            self.add_error("person", _("This form is not answered by them."))
        return told


def _named(package: Package) -> str:
    name = package.title[(get_language() or "sv")[:2]]
    return f"{name} ({package.least:g}–{package.most:g})"


@door("type in a total", opens=Round, asks=True)
def total(request: HttpRequest, round: Round) -> HttpResponse:
    """A total of a form that was filled in elsewhere; without an agreement in force the page says so."""
    child = round.child
    if child is None:
        raise Http404
    writes = voices_written(child, guard.my_access(child.pk))
    packages = [one for one in allowed(today(), round) if writes & set(one.voices)]
    people = [one for one in people_of(child, now(), today()) if one.voice in writes]
    form = TotalForm(sent(request), people=people, packages=packages, today=today())
    if form.is_valid():
        told = form.cleaned_data | {"today": today()}
        made = type_in(child, round, form.people[told["person"]], told, by=request.capacity, at=now(), pk=form.pk(request.capacity))
        return redirect(made)
    return respond(request, "outcome/total.html", form=form, round=round, child=child, status=status(form),
                   may=may_type_in(packages, writes=bool(writes)))
