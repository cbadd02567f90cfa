"""A booklet: pages of A5 laid two by two on A4, so that the sheets, printed on both sides and folded, read from first to last.

The order to read and the tags stay as they were: each small page is kept whole and its tags point into it.
"""

from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

WIDE, HIGH = 841.89, 595.28  # A4 lying down, in points; each half is an A5 page standing
HALF = WIDE / 2


class Place(NamedTuple):
    """Where a small page has come: which sheet side, and as which form on it."""

    side: Any
    form: Any


def sides(pages: int) -> list[tuple[int, int]]:
    """Which two pages, counted from 0, lie left and right on each side. The count is a multiple of four."""
    if pages % 4:
        raise ValueError("a booklet has pages by four")
    last = pages - 1
    return [(last - turn, turn) if turn % 2 == 0 else (turn, last - turn) for turn in range(pages // 2)]


def folded(small: bytes) -> bytes:
    """The same document on sheets of A4 to be folded (about 30 ms)."""
    out = PdfWriter(clone_from=PdfReader(BytesIO(small)))
    forms = [_form(out, page) for page in out.pages]
    places: dict[int, Place] = {}
    laid = []
    for left, right in sides(len(forms)):
        side = _side(out, [forms[left], forms[right]], first=int(right < left))
        laid.append(side)
        for turn in (left, right):
            places[out.pages[turn].indirect_reference.idnum] = Place(side.indirect_reference, forms[turn])
    _point(out, out.root_object["/StructTreeRoot"], None, places, set())
    _turn_to(out, laid)
    out.compress_identical_objects(remove_duplicates=False)
    done = BytesIO()
    out.write(done)
    return done.getvalue()


def _form(out: PdfWriter, page: PageObject) -> IndirectObject:
    """A small page as a form: its drawing, fonts and place among the tags."""
    form = DecodedStreamObject()
    form.set_data(page.get_contents().get_data())
    form.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject(FloatObject(edge) for edge in page.mediabox),
        NameObject("/Resources"): page["/Resources"],
    })  # fmt: skip
    for name in ("/StructParents", "/Group"):
        if name in page:
            form[NameObject(name)] = page[name]
    return out._add_object(form.flate_encode())


def _side(out: PdfWriter, two: list[IndirectObject], first: int) -> PageObject:
    """Two pages side by side; the one that is read first is drawn first."""
    side = out.add_blank_page(width=WIDE, height=HIGH)
    drawing = DecodedStreamObject()
    drawing.set_data("".join(f"q 1 0 0 1 {turn * HALF:.2f} 0 cm /Half{turn} Do Q\n" for turn in (first, 1 - first)).encode())
    side[NameObject("/Contents")] = out._add_object(drawing)
    named = {NameObject(f"/Half{turn}"): form for turn, form in enumerate(two)}
    side[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(named)})
    side[NameObject("/Tabs")] = NameObject("/S")
    return side


def _point(out: PdfWriter, node: Any, page: int | None, places: dict[int, Place], seen: set[int]) -> None:
    """Let every tag point to its text where it lies now."""
    here = node.get_object()
    if id(here) in seen:
        return
    seen.add(id(here))
    own = here.raw_get("/Pg") if "/Pg" in here else None
    page = own.idnum if own is not None else page
    kids = here.get("/K")
    if kids is not None:
        many = kids if isinstance(kids, ArrayObject) else ArrayObject([here.raw_get("/K")])
        here[NameObject("/K")] = ArrayObject([_kid(out, one, page, places, seen) for one in many])
    if own is not None and own.idnum in places:
        here[NameObject("/Pg")] = places[own.idnum].side


def _kid(out: PdfWriter, kid: Any, page: int | None, places: dict[int, Place], seen: set[int]) -> Any:
    found = kid.get_object()
    if isinstance(found, NumberObject):
        assert page is not None
        return _mark(found, places[page])
    if found.get("/Type") == "/MCR":
        lies: Any = found.raw_get("/Pg").idnum if "/Pg" in found else page
        return _mark(found["/MCID"], places[lies])
    _point(out, kid, page, places, seen)
    return kid


def _mark(number: Any, place: Place) -> DictionaryObject:
    return DictionaryObject({
        NameObject("/Type"): NameObject("/MCR"), NameObject("/Pg"): place.side, NameObject("/Stm"): place.form,
        NameObject("/MCID"): NumberObject(number),
    })  # fmt: skip


def _turn_to(out: PdfWriter, laid: list[PageObject]) -> None:
    """The sheets are the pages now; what pointed at the small ones and is of no use on paper goes."""
    tree: Any = out.root_object["/Pages"]
    tree[NameObject("/Kids")] = ArrayObject([side.indirect_reference for side in laid])
    tree[NameObject("/Count")] = NumberObject(len(laid))
    for name in ("/Outlines", "/PageLabels", "/Dests", "/Names", "/OpenAction"):
        if name in out.root_object:
            del out.root_object[NameObject(name)]
    out.metadata = None
