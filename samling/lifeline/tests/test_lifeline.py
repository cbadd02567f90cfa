"""A sheet that is made without its head and opened by nobody else; no protected child, and each child in the log."""

import datetime as dt
from io import BytesIO

import pytest
from django.db import connections
from django.urls import reverse
from pypdf import PdfReader

from samling.access import guard
from samling.demo import places
from samling.lifeline import sealing
from samling.lifeline.models import EmergencySheet, SheetKey
from samling.records.clock import now
from tests.queue import waiting, work_off

SECRET = "fyra ord hör inte ihop"
WHERE, PAPER = "lifeline:lifeline", "lifeline:paper"


def choose(visitor, who="gunilla", secret=SECRET):
    return visitor.as_(who).post(reverse(WHERE), {"chosen": secret, "again": secret})


def taken_out(visitor, secret=SECRET):
    return visitor.post(reverse(PAPER), {"passphrase": secret})


def text(answer, secret=SECRET):
    paper = PdfReader(BytesIO(answer.content))
    assert paper.is_encrypted and not paper.decrypt("another") and paper.decrypt(secret)
    root = paper.trailer["/Root"]
    assert root["/Lang"] == "sv" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root, "locked, it still can be read aloud"
    return "".join(page.extract_text() for page in paper.pages).replace("\xad", "-")


@pytest.fixture
def sheet(cast, visitor):
    assert choose(visitor).status_code == 302
    work_off()
    return visitor


def test_the_weeks_sheet_is_made_in_her_name_and_only_she_opens_it(cast, sheet):
    page = sheet.get(reverse(WHERE)).content.decode()
    assert "Veckans blad" in page
    said = text(taken_out(sheet))
    assert "Adam" in said and "Hodan Hassan 070-174 06 01" in said and "0522-69 05 99" in said
    wrong = taken_out(sheet, "något helt annat")
    assert wrong.status_code == 422 and "Det är inte lösenfrasen" in wrong.content.decode()


def test_each_child_on_it_is_in_the_log_when_it_is_taken_out(cast, sheet):
    taken_out(sheet)
    with cast.acting("gunilla"):
        (one,) = [row for row in guard.rows("my_looks") if row["kind"] == "export"]
        assert one["errand"] == "take out an emergency sheet" and one["shown"] == len(EmergencySheet.latest(cast.gunilla).children) > 0


def test_a_protected_child_is_left_out(cast, visitor):
    with cast.acting(places.PUPILS["adam"][5]):
        guard.protect(cast.adam, form="marked", readers=[cast.gunilla])
    choose(visitor)
    work_off()
    assert "Adam" not in text(taken_out(visitor)) and "Elsa" in text(taken_out(visitor))


def test_next_weeks_sheet_is_asked_for_when_this_one_is_made(cast, sheet):
    assert len(waiting()) == 1
    assert work_off() == []  # its time has not come


def test_a_key_that_is_gone_makes_no_sheet_and_asks_for_none(cast, visitor):
    choose(visitor)
    choose(visitor, secret="helt nya fyra ord")
    work_off()
    assert len(waiting()) == 1


def test_nobody_else_knows_of_it(cast, sheet):
    for who in ("petra", "ingrid", "olof", "ingrid_2"):
        with cast.acting(who):
            assert not SheetKey.objects.exists() and not EmergencySheet.objects.exists()
    assert sheet.as_("petra").get(reverse(WHERE)).status_code == 403
    assert sheet.as_("olof").get(reverse(PAPER)).status_code == 404


def test_an_old_sheet_is_not_handed_out(cast, sheet):
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [now() + dt.timedelta(days=15)])
    assert sheet.as_("gunilla").post(reverse(PAPER), {"passphrase": SECRET}).status_code == 403


def test_another_passphrase_lets_the_old_sheet_go(cast, sheet):
    choose(sheet, secret="helt nya fyra ord")
    with cast.acting("gunilla"):
        assert EmergencySheet.latest(cast.gunilla) is None
    assert choose(sheet, secret="kort").status_code == 422


def test_what_is_kept_opens_with_the_passphrase_alone():
    kept, other = sealing.pair(SECRET), sealing.pair(SECRET)
    sealed = sealing.seal(b"hemligt", kept.public)
    assert sealing.opened(sealed, kept, SECRET) == b"hemligt"
    assert sealing.opened(sealed, kept, SECRET + "x") is None and sealing.opened(sealed, other, SECRET) is None
    assert b"hemligt" not in sealed and sealing.opened(sealed[:-1] + bytes([sealed[-1] ^ 1]), kept, SECRET) is None
