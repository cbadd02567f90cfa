"""A package on paper: what the receiver needs, part by part, and what the family said of it."""

from django.utils.translation import gettext

from samling.access import guard
from samling.kernel.answer import insist
from samling.records.clock import STOCKHOLM
from samling.ui.pdf import Document, Part, dawn, headed, pdf
from samling.ui.words import full_day

from .carrying import may_carry
from .models import Package


def printed(package: Package) -> bytes:
    """The paper in the language of the page (PDF/A-2a and PDF/UA-1). Raises Refused for one who does not read all of it."""
    insist(may_carry(package))
    child, hidden = package.child, guard.is_protected(package.subject_id) is not None
    day = package.given_at or package.written_at
    parts = [Part(one.title, lines=lines(one.text)) for one in package.told()]
    said = [f"{one.who}: {one.get_stance_display()}, {full_day(one.seen_on)}." + (f" “{one.body.words}”" if one.body.words else "")
            for one in package.said()]  # fmt: skip
    if said:
        parts.append(Part(gettext("What the family says of it"), lines=said))
    lead = gettext("%(child)s %(kind)s from %(day)s.") % {
        "child": child.called or child.given_name, "kind": package.get_kind_display(), "day": full_day(package.moves_on)}  # fmt: skip
    is_draft = not (package.given_at or package.came_from)
    foot = gettext("This is a draft. It has not been handed over.") if is_draft else ""
    written = "" if parts else gettext("Nothing has been written yet.")
    whence = "" if hidden else _whence(package)
    return pdf(Document(
        title=gettext("What the new ones need to know"), lead=" ".join(filter(None, (lead, whence, written))), parts=parts,
        head=headed(package.pk, day), foot=foot, draft=gettext("DRAFT") if is_draft else "", made_at=dawn(day.astimezone(STOCKHOLM).date()),
    ))  # fmt: skip


def _whence(package: Package) -> str:
    """From which place, whom to ring there and who handed it over."""
    unit = package.child.unit
    place = package.came_from or ", ".join(filter(None, (str(unit), unit.phone)))
    by = gettext("Handed over by %(who)s.") % {"who": package.given_by} if package.given_by else ""
    return f"{gettext('From %(unit)s.') % {'unit': place}} {by}".strip()


def lines(text: str) -> list[str]:
    """A text as paragraphs."""
    return [part.strip() for part in text.split("\n") if part.strip()]
