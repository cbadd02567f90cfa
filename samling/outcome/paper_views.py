"""The wheel on paper: for a meeting what stands on the table, and the child's own with faces."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from samling.access.door import door
from samling.people.models import Child
from samling.ui.handing import handed

from . import desk, paper


@door("print the wheel and the measurements", opens=Child)
def meeting(request: HttpRequest, child: Child) -> HttpResponse:
    """For a follow-up meeting: nothing that not everyone at the table may read."""
    return handed(paper.meeting(desk.Review(child, request.capacity)), f"{gettext('wheel')}.pdf")


@door("print the child's wheel", opens=Child)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """The child's own answers, in faces and words."""
    return handed(paper.child(desk.Review(child, request.capacity)), f"{gettext('my-wheel')}.pdf")
