"""A request's transaction holds all that it shows and all that it writes (trust.md B2, C9)."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from samling.journey.models import Entry

pytestmark = pytest.mark.usefixtures("made_up")


@pytest.fixture
def made_up():
    with override_settings(ROOT_URLCONF="tests.walls.made_up_pages"):
        yield


def written(cast) -> int:
    with cast.acting("petra"):
        return Entry.objects.filter(title="written").count()


def test_a_lazy_answer_is_rendered_as_the_one_who_asked(cast, visitor):
    answer = visitor.as_("petra").get("/made-up/lazy/")
    assert "Adam" in answer.content.decode() and "Elsa" not in answer.content.decode()


def test_a_streaming_answer_is_refused(visitor):
    with pytest.raises(ImproperlyConfigured):
        visitor.as_("petra").get("/made-up/streaming/")


@pytest.mark.parametrize("page", ("failing", "breaking"))
def test_what_failed_is_undone(cast, visitor, page):
    visitor.raise_request_exception = False
    assert visitor.as_("petra").post(f"/made-up/{page}/").status_code >= 500
    assert written(cast) == 0


def test_what_is_fine_is_kept(cast, visitor):
    assert visitor.as_("petra").post("/made-up/fine/").status_code == 200
    assert written(cast) > 0


def test_a_page_that_only_reads_writes_nothing(cast, visitor):
    """Not by mistake either: its transaction is read only (decision 92)."""
    visitor.raise_request_exception = False
    assert visitor.as_("petra").get("/made-up/fine/").status_code == 500
    assert written(cast) == 0


def test_a_page_without_a_door_is_an_error(visitor):
    with pytest.raises(ImproperlyConfigured):
        visitor.as_("petra").get("/made-up/doorless/")


def test_without_a_session_every_door_asks_to_sign_in(visitor):
    for page in ("lazy", "fine"):
        assert visitor.get(f"/made-up/{page}/").status_code == 302
