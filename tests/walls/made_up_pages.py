"""Pages that no product has: each tries to carry rows out of its request, for test_requests."""

from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import include, path

from samling.access.door import door
from samling.people.models import Child

NAMES = engines["django"].from_string("{% for child in children %}{{ child.given_name }},{% endfor %}")
WRITE = (
    "insert into journey_entry (id, subject_id, wall, written_by_id, written_at, for_guardians, "
    "for_guardians_because, for_child, kind, title) select gen_random_uuid(), subject_id, wall + 2, "
    "guard.my_capacity(), guard.now(), 'no', '', false, 'talk', 'written' from people_child"
)


@door("lazy")
def lazy(request):
    """Its rows are fetched when the template is rendered, after the view is done."""
    return TemplateResponse(request, NAMES, {"children": Child.objects.all()})


@door("streaming")
def streaming(request):
    """Would be read after the transaction."""
    return StreamingHttpResponse(child.given_name for child in Child.objects.all())


def _write() -> None:
    with connection.cursor() as cursor:
        cursor.execute(WRITE)


@door("failing", asks=True)
def failing(request):
    """Writes, and answers that it failed."""
    _write()
    return HttpResponse(status=503)


@door("breaking", asks=True)
def breaking(request):
    """Writes, and breaks."""
    _write()
    raise ZeroDivisionError


@door("fine", asks=True)
def fine(request):
    """Writes, and is content."""
    _write()
    return HttpResponse("ok")


def doorless(request):
    """Has no door."""
    return HttpResponse("ok")


urlpatterns = [
    *(path(f"made-up/{view.__name__}/", view) for view in (lazy, streaming, failing, breaking, fine, doorless)),
    path("", include("samling.urls")),
]
