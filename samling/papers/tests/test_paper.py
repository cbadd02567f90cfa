"""What stands on each paper, in which order, for whom; and that none of it can be turned into something else."""

import json
import time
from io import BytesIO

import pytest
from django.utils.translation import override
from pypdf import PdfReader

from samling.kernel.lix import lix
from samling.papers.child_paper import child_paper, size_for
from samling.papers.folding import folded, sides
from samling.papers.paper import plan_paper
from samling.papers.printing import CHILD, PLAN, without_places
from samling.papers.summary import summary_paper
from samling.ui.pdf import laid_out
from samling.ui.tests.reading import broken_rows, lowest, places, read, stranded

from .told import DRAFT, STAMP, promise, told

LAW = ["1. Vilka insatser", "2. Vad socialtjänsten och vården", "3. Vad någon annan", "4. Vem som har det övergripande ansvaret"]


@pytest.fixture(autouse=True)
def swedish():
    with override("sv"):
        yield


def laid(source, paper, **more):
    return laid_out(source, paper, made_at=STAMP.made_at, **more)


def in_order(text, *words):
    at = 0
    for word in words:
        assert (at := text.find(word, at)) >= 0, f"{word} is not where it should be"


def test_a_sip_holds_what_the_law_asks_for_in_its_order():
    paper = read(laid(PLAN, plan_paper(told(), STAMP)))
    in_order(paper.text, *LAW, "Ja till SIP", "När du har läst planen")
    in_order(paper.text, "En lugn start", "lilla dörren", LAW[1], "Lövsjö kommun: Socialtjänst", "Maria", "Region Mittland: Barnpsykiatri",
             "Birgitta", LAW[2], "Petra öppnar", LAW[3], "Lövsjö kommun", "Ja till SIP")  # fmt: skip
    assert paper.is_archive and paper.is_accessible and "<pdfaid:part>2<" in paper.claims
    assert {"H1", "H2", "L", "LI", "Table", "TH", "TD"} <= set(paper.tags) and "Figure" not in paper.tags


def test_every_page_says_reference_version_day_and_number_and_no_name():
    many = {f"p{turn}": promise(turn, f"Person {turn}", "school", "Gör något varje dag. " * 5) for turn in range(40)}
    paper = read(laid(PLAN, plan_paper(told(kind="joint", promises=many), STAMP)))
    assert len(paper.pages) > 2
    for number, page in enumerate(paper.pages, 1):
        head = page.split("\n")[0]
        assert head.startswith("Ref. F3A1-07BC. Version 2, 21 november 2026") and f"Sida {number} av {len(paper.pages)}" in page
        assert "Adam" not in head and paper.text.count("Person 39") == 1


WORD = "Går ut på rasten med en kompis. "


@pytest.mark.parametrize("kind", ["sip", "joint"])
@pytest.mark.parametrize("above", [3, 13, 18, 23, 28])
def test_a_promise_stands_on_one_page_and_a_heading_never_alone(kind, above):
    many = {f"p{turn}": promise(turn, "Petra Lind", "school", WORD * (4 * turn % 18), goal=("g1", "")[turn % 2]) for turn in range(9)}
    wide = {"wide": promise(9, "Maria Holm", "social", "MÅ" * 250, party="c")}
    paper = read(laid(PLAN, plan_paper(told(kind=kind, needs="En rad till.\n" * above, promises=many | wide), STAMP)))
    assert stranded(paper) == [] and broken_rows(paper) == 0 and lowest(paper) > 40


def test_a_promise_too_long_for_a_page_says_on_each_whose_it_is():
    promises = {"p": promise(0, "Petra Lind", "school", WORD * 300), "q": promise(1, "Maria Holm", "social", "Hälsar på.")}
    paper = read(laid(PLAN, plan_paper(told(kind="joint", goals={}, promises=promises), STAMP)))
    pages = [page for page in paper.pages if page.count("rasten") > 1]
    assert len(pages) > 1 and all("Petra Lind" in page and "Varje dag" in page for page in pages)
    assert paper.text.count("kompis") == 300 and lowest(paper) > 40 and "Hälsar på" in paper.text and paper.is_archive


@pytest.mark.parametrize("age", [7, 16])
def test_what_is_too_long_for_a_page_of_the_childs_goes_on_and_says_whose_it_is(age):
    promises = {"p": promise(0, "Petra Lind", "school", WORD * 60), "q": promise(1, "Maria Holm", "social", WORD * 14), "r": promise(2, "Adam", "child", "M" * 900)}
    goal = {"turn": 0, "text": WORD * 60, "name": "Adam", "voice": "child", "said_on": "2026-10-30", "baseline": -1}
    paper = read(laid(CHILD, child_paper(told(age=age, promises=promises, goals={"g": goal}), STAMP)))
    hers = [page for page in paper.pages[1:] if "Petra Lind" in page]
    assert paper.text.count("rasten") == 134 and len(hers) > 2 and sum(page.count("rasten") for page in hers) >= 60
    assert sum("Maria Holm" in page for page in paper.pages) == 1, "what fits on a page stands on one"
    assert lowest(paper) > 30 and len(paper.pages) % 4 == 0 and paper.is_archive and paper.is_accessible
    assert not [one for one in stranded(paper) if one.startswith("H2")], "above an empty page there is nothing but a heading"


def test_nobody_is_named_in_what_the_file_says_of_itself():
    for made in (laid(PLAN, plan_paper(told(), STAMP)), laid(CHILD, child_paper(told(), STAMP)), folded(laid(CHILD, child_paper(told(), STAMP)))):
        paper = read(made)
        outside = f"{paper.claims} {paper.reader.metadata} {paper.reader.xmp_metadata.dc_title}"
        assert not [name for name in ("Adam", "Petra", "Lövsjö", "Hodan") if name in outside]


def test_a_draft_is_never_taken_for_a_version():
    paper = read(laid(PLAN, plan_paper(told(kind="joint", goals={}, promises={}, needs=""), DRAFT, missing=["What efforts are needed (SoL 10:8, first)"])))
    assert all("UTKAST" in page and "Inte publicerad" in page for page in paper.pages)
    assert "SoL 10:8" in paper.text and "Jag håller med" not in paper.text and "utkast" in paper.title


def test_an_authority_keeps_its_own_and_no_more():
    paper, data = summary_paper(told(), STAMP, "b", version="9b2f6a4e-8a5c-4c3e-9d75-1f6bf3a107bc")
    made = read(laid(PLAN, paper, data=data))
    assert "Birgitta bokar" in made.text and "BUP Lövsjö" in made.text and "9b2f6a4e-8a5c-4c3e-9d75-1f6bf3a107bc" in made.text
    assert not [word for word in ("Maria", "öppnar", "lilla dörren", "Hodan", "Frukost", "lugn start") if word in made.text + data]
    assert made.is_archive and made.is_accessible and "<pdfaid:part>3<" in made.claims
    (kept,) = made.reader.attachments["data.json"]
    assert json.loads(kept)["promises"][0]["text"] == "Birgitta bokar ett hörseltest."
    with pytest.raises(KeyError):
        summary_paper(told(), STAMP, "d", version="")


def test_the_childs_version_is_in_the_childs_order_with_nothing_to_doubt():
    paper = read(laid(CHILD, child_paper(told(), STAMP)))
    assert len(paper.pages) == 4 and paper.is_archive and paper.is_accessible
    in_order(paper.text, "Min plan", "Adam", "Det här vill jag", "lilla dörren", "Det sa du, 30", "Det här gör vi för dig", "Petra Lind",
             "Du: Petra öppnar", "Varje dag", "Det här gör du", "Du: Säger till", "När vi ses nästa gång", "Torsdag 14 januari 2027 klockan 14.00",
             "Vem kan jag ringa?", "0522-69 01 12", "116 111", "112")  # fmt: skip
    assert "Frukost" not in paper.text, "asked for and not promised is nothing to count on"


def test_the_childs_own_words_of_the_paper_are_plain():
    paper = child_paper(told(), STAMP) | {"head": "", "title": ""}
    said = [paper[part]["title"] for part in ("goals", "others", "mine", "next", "call")] + [one["title"] for one in paper["empty"]]
    said += [paper["goals"]["none"], paper["others"]["none"], paper["opinion"], *(one["word"] for one in paper["call"]["people"] + paper["call"]["more"])]
    later = child_paper(told(meets_at=""), STAMP)["next"]["lines"]
    grown = child_paper(told(promises={"p": promise(0, "Eva", "school", "x", child="x")}), STAMP)["others"]["rows"][0]["note"]
    assert lix("\n".join([*said, *later, grown])) <= 20 and "skrivet för vuxna" in grown and "16 januari" in later[0]


def test_letters_are_larger_the_younger_the_child():
    assert size_for(7) > size_for(11) > size_for(16) and size_for(None) == size_for(11)


@pytest.mark.parametrize("many", [0, 5, 9, 16, 40])
def test_a_booklet_folds_with_pages_by_four_and_the_numbers_to_ring_on_its_back(many):
    promises = {f"p{turn}": promise(turn, f"Person {turn}", "school", "Gör något bra.") for turn in range(many)}
    small = laid(CHILD, child_paper(told(promises=promises), STAMP))
    flat, folds = read(small), read(folded(small))
    pages = len(flat.pages)
    assert pages % 4 == 0 and "116 111" in flat.pages[-1] and len(folds.pages) == pages // 2
    first, second = folds.pages[:2]
    assert "116 111" in first and "Min plan" in first and "Det här vill jag" in second and f"Sida {pages - 1} av {pages}" in second
    assert folds.is_archive and folds.is_accessible and folds.tags == flat.tags
    assert {tuple(map(round, page.mediabox[2:])) for page in folds.reader.pages} == {(842, 595)}


def test_folded_it_is_read_aloud_from_first_to_last():
    folds = PdfReader(BytesIO(folded(laid(CHILD, child_paper(told(), STAMP)))))
    halves = [page["/Resources"]["/XObject"].raw_get(name).idnum for page in folds.pages for name in ("/Half0", "/Half1")]
    back, cover, left, right = halves
    read_in = list(dict.fromkeys(form for _page, form, _mark in places(folds.trailer["/Root"]["/StructTreeRoot"])))
    assert read_in == [cover, left, right, back]


def test_how_pages_lie_on_sheets():
    assert sides(4) == [(3, 0), (1, 2)]
    assert sides(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    with pytest.raises(ValueError):
        sides(6)


def test_a_protected_childs_papers_tell_no_place():
    bare = without_places(told())
    texts = [read(laid(source, paper)).text for source, paper in (
        (PLAN, plan_paper(bare, STAMP, hidden=True)), (CHILD, child_paper(bare, STAMP, hidden=True)),
        (PLAN, summary_paper(bare, STAMP, "b", version="v", hidden=True)[0]))]  # fmt: skip
    assert not [word for word in ("Lövsjö", "Mittland", "BUP", "0522", "14.00", "Björkskolan") for text in texts if word in text]
    assert "Skyddade personuppgifter" in texts[0] and "Skyddade personuppgifter" in texts[2]


def test_an_older_version_without_the_later_values_still_prints():
    old = {name: value for name, value in told(kind="joint").items() if name not in ("age", "meets_at", "nobody_else", "parties")}
    old["promises"] = {key: {name: value for name, value in one.items() if name not in ("body", "branch", "party")} for key, one in old["promises"].items()}
    for source, paper in ((PLAN, plan_paper(old, STAMP)), (PLAN, plan_paper(old | {"kind": "sip"}, STAMP)), (CHILD, child_paper(old, STAMP))):
        assert read(laid(source, paper)).is_archive


@pytest.mark.parametrize("many", [5, 40])
def test_each_is_made_in_less_than_three_tenths_of_a_second(many):
    promises = {f"p{turn}": promise(turn, f"Person {turn}", "school", "Gör något bra.", party="a") for turn in range(many)}
    one = told(promises=promises)
    for make in (
        lambda: laid(PLAN, plan_paper(one, STAMP)), lambda: folded(laid(CHILD, child_paper(one, STAMP))),
        lambda: laid(PLAN, summary_paper(one, STAMP, "a", version="v")[0]),
    ):  # fmt: skip
        began = time.process_time()
        make()
        assert time.process_time() - began < 0.3


def test_in_english_too():
    with override("en"):
        paper = read(laid(PLAN, plan_paper(told(), STAMP)))
        child = read(laid(CHILD, child_paper(told(), STAMP)))
    assert paper.language == child.language == "en"
    assert "What social services and health care answer for" in paper.text and "Page 1 of" in paper.text and "My plan" in child.text


def test_hostile_words_stay_words():
    words = '#panic("x") *b* $y$ ]) #set page(width: 1pt)'
    goals = {"g": {"turn": 0, "text": words, "name": "مريم نور", "voice": "child", "said_on": "2026-10-30", "baseline": -1, "wording": "漢"}}
    promises = {"p": promise(0, "😀 " + "Långtnamn" * 8, "school", "x" * 300, goal="g", child=words)}
    hard = told(goals=goals, promises=promises, needs=words, child="نور")
    for source, paper in ((PLAN, plan_paper(hard, STAMP)), (PLAN, plan_paper(hard | {"kind": "joint"}, STAMP)), (CHILD, child_paper(hard, STAMP))):
        made = read(laid(source, paper))
        assert made.is_archive and '#panic("x")' in made.text
    assert "□" in read(laid(PLAN, plan_paper(hard, STAMP))).text and "inte gick att skriva ut" in read(laid(PLAN, plan_paper(hard, STAMP))).text
