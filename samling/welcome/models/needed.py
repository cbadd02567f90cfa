"""The interpreter that a family needs, as it has been noted once: beside a guardian, or at the information meeting."""

from typing import NamedTuple
from uuid import UUID

from samling.people.languages import LANGUAGES
from samling.people.models import Guardian

from .meetings import InfoMeeting


class Needed(NamedTuple):
    """In which languages (none: nobody has said which), and `room` or `video`."""

    languages: list[str]
    form: str


def interpreter_needed(child: UUID) -> Needed | None:
    """What is known on one's own side of a child; None while nobody has said that one is needed."""
    home = list(Guardian.objects.filter(subject_id=child, until_at=None).order_by("given_name"))
    met = InfoMeeting.about(child)
    noted = met.needs if met else []
    said = [one.interpreter for one in home if one.interpreter]
    if not said and "interpreter" not in noted:
        return None
    names = {code: str(name).lower() for code, name in LANGUAGES}
    known = said or [names.get(one.language, one.language) for one in home if one.language != "sv"]
    return Needed(list(dict.fromkeys(known)), "video" if "video" in noted else "room")
