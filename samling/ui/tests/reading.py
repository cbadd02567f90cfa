"""Reads a PDF back for the tests: what it claims, its tags in the order they are read, and the words under each."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, NumberObject

HEADINGS = {"Title", "H1", "H2", "H3"}


class Paper(NamedTuple):
    """A PDF as somebody who cannot see it meets it."""

    title: str
    language: str
    claims: str  # the XMP packet
    tags: list[str]
    pages: list[str]
    root: Any
    reader: PdfReader

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def is_archive(self) -> bool:
        """Claims PDF/A with level A, has an output intent, embeds every font, holds no script and is not locked."""
        level = "pdfaid" in self.claims and ">A<" in self.claims.split("pdfaid:conformance", 1)[1][:4]
        bare = not any(name in self.root for name in ("/AA", "/OpenAction", "/AcroForm")) and not self.reader.is_encrypted
        return level and "/OutputIntents" in self.root and bare and all(is_embedded(font) for font in fonts(self.reader))

    @property
    def is_accessible(self) -> bool:
        """Claims PDF/UA-1, is tagged, and shows its title and language."""
        shows = self.root["/ViewerPreferences"]["/DisplayDocTitle"]
        return "pdfuaid" in self.claims and bool(self.root["/MarkInfo"]["/Marked"]) and bool(shows) and bool(self.title and self.language)


def read(content: bytes) -> Paper:
    """A PDF, read back."""
    reader = PdfReader(BytesIO(content))
    root: Any = reader.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    title = claims.split("<dc:title>", 1)[1].split("</rdf:li>")[0].rsplit(">", 1)[1]
    pages = [page.extract_text() for page in reader.pages]
    return Paper(title, root["/Lang"], claims, list(_tags(root["/StructTreeRoot"])), pages, root, reader)


def _tags(node: Any) -> Iterator[str]:
    return (one["/S"][1:] for one in _under(node) if "/S" in one)


def kids(node: Any) -> list[Any]:
    """What lies under a tag."""
    found = node.get("/K", ArrayObject())
    return [one.get_object() for one in (found if isinstance(found, ArrayObject) else [found])]


def places(node: Any, page: Any = None) -> list[tuple[Any, Any, int]]:
    """Where the words lie that are read, in the order they are read: (page, form, mark)."""
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    found = []
    for kid in kids(node):
        if isinstance(kid, NumberObject):
            found.append((page, None, int(kid)))
        elif kid.get("/Type") == "/MCR":
            form = kid.raw_get("/Stm").idnum if "/Stm" in kid else None
            found.append((kid.raw_get("/Pg").idnum if "/Pg" in kid else page, form, int(kid["/MCID"])))
        else:
            found += places(kid, page)
    return found


def stranded(paper: Paper) -> list[str]:
    """Headings at the foot of a page whose text begins on the next."""
    read_in = list(_words(paper.root["/StructTreeRoot"]))
    return [f"{tag} {mark}" for (tag, page, mark), (_tag, after, _mark) in pairwise(read_in) if tag in HEADINGS and page != after]


def broken_rows(paper: Paper) -> int:
    """How many rows of tables stand on more than one page."""
    rows = [node for node in _under(paper.root["/StructTreeRoot"]) if node.get("/S") == "/TR"]
    return sum(len({page for page, _form, _mark in places(row)}) > 1 for row in rows)


def lowest(paper: Paper) -> float:
    """How far up the page the lowest words stand (points); below nought they have run off it."""
    found: list[float] = []
    for page in paper.reader.pages:
        page.extract_text(visitor_text=lambda said, turn, at, _font, _size: found.append(at[5] * turn[3] + turn[5]) if said.strip() else None)
    return min(found)


def _words(node: Any, tag: str = "", page: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """What is read, in order: under which heading's or other tag, on which page, and its mark."""
    own = node.get("/S", "/")[1:]
    tag, page = own if own in HEADINGS else tag, node.raw_get("/Pg").idnum if "/Pg" in node else page
    for kid in kids(node):
        if isinstance(kid, NumberObject):
            yield tag, page, int(kid)
        elif kid.get("/Type") == "/MCR":
            yield tag, kid.raw_get("/Pg").idnum if "/Pg" in kid else page, int(kid["/MCID"])
        else:
            yield from _words(kid, tag, page)


def _under(node: Any) -> Iterator[Any]:
    for kid in kids(node):
        if not isinstance(kid, NumberObject) and kid.get("/Type") != "/MCR":
            yield kid
            yield from _under(kid)


def fonts(reader: PdfReader) -> list[Any]:
    """Every font that the document uses."""
    every = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return [one for one in every if hasattr(one, "get") and one.get("/Type") == "/Font" and "/DescendantFonts" in one]


def is_embedded(font: Any) -> bool:
    """Whether the shapes of a font and what they mean come with the document."""
    about = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    return any(name in about for name in ("/FontFile2", "/FontFile3")) and "/ToUnicode" in font
