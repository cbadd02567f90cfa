"""Reads a PDF back for the tests: what it claims, its tags in the order they are read, and the words under each."""

from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, NumberObject


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


def _tags(node: Any):
    if "/S" in node:
        yield node["/S"][1:]
    for kid in kids(node):
        if not isinstance(kid, NumberObject) and kid.get("/Type") != "/MCR":
            yield from _tags(kid)


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


def fonts(reader: PdfReader) -> list[Any]:
    """Every font that the document uses."""
    every = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return [one for one in every if hasattr(one, "get") and one.get("/Type") == "/Font" and "/DescendantFonts" in one]


def is_embedded(font: Any) -> bool:
    """Whether the shapes of a font and what they mean come with the document."""
    about = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    return any(name in about for name in ("/FontFile2", "/FontFile3")) and "/ToUnicode" in font
