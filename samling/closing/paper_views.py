"""*Så kommer ni tillbaka*: the card, for the family and for the child."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override

from samling.access.door import door
from samling.records.clock import today
from samling.ui.handing import handed, language_of

from . import card as cards
from .models import Closing


@door("print the card about the way back", opens=Closing)
def card(request: HttpRequest, closing: Closing) -> HttpResponse:
    """The family's card."""
    return _handed(request, closing, "home")


@door("print the card about the way back", opens=Closing)
def childs(request: HttpRequest, closing: Closing) -> HttpResponse:
    """The child's card."""
    return _handed(request, closing, "child")


def _handed(request: HttpRequest, closing: Closing, level: str) -> HttpResponse:
    with override(language_of(request)):
        return handed(cards.printed(closing, level, today()), f"{gettext('way-back')}.pdf")
