"""One row on the shared screen: who – does what – how often – until when."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samling.kernel.answer import Refused, insist
from samling.promises.models.makers import Makers
from samling.promises.models.table import UNNAMED, rhythms
from samling.promises.rules import may_promise
from samling.referral.models import NotOffered
from samling.ui.asking import Once
from samling.ui.fields import DayField

from .forms import CHOOSE


class RowForm(Once):
    """A promise as it is said in the room. `near`: those at the table; `others`: everyone else who can promise."""

    maker = forms.ChoiceField(label=_("Who?"))
    does = forms.CharField(label=_("Does what?"), max_length=300)
    rhythm = forms.ChoiceField(label=_("How often?"))
    until_on = DayField(label=_("Until when?"))

    def __init__(self, *args: Any, near: Makers, others: Makers, **kwargs: Any):
        super().__init__(*args, auto_id="id_row_%s", **kwargs)
        there = {_person(facts) for _named, facts in near.values()}
        self.makers = {key: one for key, one in others.items() if one[1]["who"] and _person(one[1]) not in there} | near
        rest = [(key, named) for key, (named, _facts) in self.makers.items() if key not in near]
        offered: Any = self.fields
        at_table = [(key, named) for key, (named, _facts) in near.items()]
        groups = [(gettext("At the table"), at_table), (gettext("Not here: gets the question afterwards"), rest)]
        offered["maker"].choices = [CHOOSE, *((name, rows) for name, rows in groups if rows)]
        offered["rhythm"].choices = [CHOOSE, *rhythms()]

    def clean(self) -> dict[str, Any]:
        """The maker's facts; a family carries no messages between those who work with the child."""
        told = super().clean() or self.cleaned_data
        facts = self.makers.get(told.get("maker", ""), ("", {}))[1]
        if facts and told.get("does"):
            try:
                insist(may_promise(maker=facts["made_as"], nature=UNNAMED["nature"], text=told["does"], sure=False, writes=True))
            except Refused as no:
                self.add_error("does", _(no.answer.because))
        return told | facts


def _person(facts: dict[str, Any]) -> tuple[Any, ...]:
    """Whom a maker's facts are about: one child; a colleague by her capacity; others by name."""
    return facts["made_as"], None if facts["made_as"] == "child" else facts["maker"] or facts["who"]


class LackForm(Once):
    """*Vi kunde inte erbjuda*, as it comes up in the room."""

    what = forms.ChoiceField(label=_("What could not be offered?"), choices=[CHOOSE, *NotOffered.What.choices])
    whom = forms.ChoiceField(label=_("From whom?"), choices=[CHOOSE, *NotOffered.Whom.choices])
    why = forms.ChoiceField(label=_("Why?"), choices=[CHOOSE, *NotOffered.Why.choices])
    words = forms.CharField(label=_("In your own words"), required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, auto_id="id_lack_%s", **kwargs)
