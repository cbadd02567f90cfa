"""What part of a child's story is asked for."""

import datetime as dt
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from samling.ui.parts import ACTORS

from .thread import KINDS, SIDES

KIND_WORDS = (
    ("", _("Everything")),
    ("talk", _("Talks")),
    ("meeting", _("Meetings")),
    ("observation", _("Observations")),
    ("event", _("What was done")),
    ("support", _("Support")),
)
SIDE_WORDS = (("", _("Everyone")), *((side, ACTORS[side]) for side in SIDES))


class Filters:
    """The choices that stand in the address; what is not known counts as everything."""

    kinds, sides = KIND_WORDS, SIDE_WORDS

    def __init__(self, asked: QueryDict):
        self.kind = asked.get("kind", "") if asked.get("kind") in KINDS else ""
        self.side = asked.get("side", "") if asked.get("side") in SIDES else ""
        self.before = _moment(asked.get("before", ""))

    @property
    def kept(self) -> str:
        """The choices as they follow along to older pages."""
        return urlencode({"kind": self.kind, "side": self.side})


def _moment(text: str) -> dt.datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
