"""What was held back is decided in writing, once, with how to appeal."""

import json
import re
from io import BytesIO

from pypdf import PdfReader

from samling.access import guard
from samling.extracts.models import Request
from samling.extracts.reading import Extract
from samling.extracts.tests.test_pages import HELD, asked, decided, page, post
from samling.kernel.settable import POSTAL
from samling.records.clock import now

REASON = "Uppgiften handlar om någon annan, och den kan ta skada av att det blir känt."


def test_what_was_held_back_is_decided_in_writing_with_how_to_appeal(cast, visitor):
    where = asked(cast, visitor, asker="anyone")
    with cast.acting("rigmor"):
        todo = Extract.of(Request.objects.get()).undecided
    for one in todo:
        word = HELD | {"ground": "protected"} if one.table == "people_child" else HELD
        post(visitor, "rigmor", f"{where}items/{one.table}/", word | {"records": [one.record]})
    post(visitor, "rigmor", f"{where}finish/")
    assert decided(visitor, where).status_code == 302
    assert visitor.as_("gunilla").post(f"{where}refuse/", {"because": REASON}).status_code == 403
    post(visitor, "rigmor", f"{where}give/", {"how": "post"})
    assert json.loads(visitor.as_("rigmor").get(f"{where}data/").content)["held_back"] == []
    given = visitor.as_("rigmor").get(f"{where}paper/").content
    assert "Adam" not in "".join(one.extract_text() for one in PdfReader(BytesIO(given)).pages)
    assert visitor.as_("petra").get(f"{where}refuse/").status_code == 403
    assert re.search(r"Vårdnadshavare: \d", page(visitor.as_("gunilla").get(f"{where}refuse/")))
    page(visitor.as_("gunilla").post(f"{where}refuse/", {"because": "Nej."}), 422)
    assert "Ingen postadress är ifylld" in page(visitor.as_("gunilla").get(f"{where}refuse/"))
    with cast.acting("ingrid"):
        guard.call("put_setting", POSTAL, "Box 12, 990 10 Lövsjö", now(), "Beslut § 1")
    assert "Box 12" in page(visitor.as_("gunilla").get(f"{where}refuse/"))
    post(visitor, "gunilla", f"{where}refuse/", {"because": REASON})
    named = {}
    for visitor.cookies["django_language"] in ("en", "sv"):
        kept = visitor.as_("gunilla").get(f"{where}refusal/")
        named[kept["Content-Disposition"]] = paper = kept.content
    assert list(named) == ['inline; filename="decision.pdf"', 'inline; filename="beslut.pdf"']
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).replace("\n", " ")
    assert "kammarrätten" in said and "inom 3 veckor" in said and "OSL 6:7" in said and "OSL 21–26 kap." in said and "ta skada" in said
    assert "Postadress: Box 12, 990 10 Lövsjö" in said
    assert "21:3" not in said and "Vårdnadshavare" not in said and b"pdfaid:part" in paper
    assert visitor.as_("maja").get(f"{where}refusal/").status_code == 404
    assert "Skicka beslutet" in page(visitor.as_("gunilla").get(where))
    assert visitor.as_("gunilla").post(f"{where}refuse/", {"because": REASON}).status_code == 403
