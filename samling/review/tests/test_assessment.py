"""The assessment says what this installation does, invents nothing, and reads well on paper."""

import time
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from samling.access import guard
from samling.records.clock import now


@pytest.mark.parametrize(("language", "title", "blank"), [
    ("sv", "Konsekvensbedömning av Samling: Lövsjö kommun", "Att fylla i: "),
    ("en", "Impact assessment for Samling: Lövsjö kommun", "To fill in: ")])
def test_the_paper_is_tagged_and_quick_in_both_languages(cast, visitor, language, title, blank):
    visitor.as_("ingrid").cookies["django_language"] = language
    visitor.get(reverse("review:dpia-paper"))
    began = time.perf_counter()
    answer = visitor.get(reverse("review:dpia-paper"))
    assert time.perf_counter() - began < 0.5
    paper = PdfReader(BytesIO(answer.content))
    root = paper.trailer["/Root"]
    assert paper.metadata.title == title and root["/Lang"] == language and root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    text = "".join(page.extract_text() for page in paper.pages)
    assert blank in text and "OSL 26:1" in text


def test_it_holds_what_the_rows_say_and_no_child(cast, visitor):
    with cast.acting("ingrid"):
        guard.call("put_setting", "retention.patient_record", "25", now(), "§ 9")
        guard.call("put_agreement", cast.granby_social, "copy", "KS 2025/77", now(), None)
    page = visitor.as_("ingrid").get(reverse("review:dpia")).content.decode()
    assert "25 år" in page and "KS 2025/77" in page and "Socialsekreterare" in page.title()
    assert "Adam" not in page and "Hodan" not in page


def test_few_grounds_are_not_counted_out(cast):
    with cast.acting("gunilla"):
        guard.give_ground(cast.adam, [65], basis="harm_test", because="x", unit=cast.reception)
    with cast.acting("ingrid"):
        assert guard.rows("bases_used") == [{"basis": "harm_test", "n": -1}]
    with cast.acting("petra"):
        assert guard.rows("bases_used") == []


def test_a_teacher_has_no_errand_there(cast, visitor):
    assert visitor.as_("petra").get(reverse("review:dpia")).status_code == 403
