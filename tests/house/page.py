"""Reads one finished page as a browser and a screen reader would, and says what is wrong with it.

`check_page(html)` gives the faults in words, an empty list for a clean page. A part that htmx swaps in is
checked with `check_page(html, whole=False)`.
"""

import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Shapes in a drawing may close themselves.
DRAWN = {"path", "circle", "rect", "line", "use", "polyline", "polygon", "ellipse", "stop", "image"}
ENDS_A_PARAGRAPH = {
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul",
}  # fmt: skip
BLOCKS = ENDS_A_PARAGRAPH | {
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "legend",
    "label",
    "button",
    "option",
    "summary",
    "br",
}
NOT_IN_ITSELF = {"a", "button", "form", "label"}
TYPED_IN = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "headers")
LEFT_OVER = re.compile(
    r"{%|%}|{{|}}|\bNone\b|%\(\w+\)[sd]|&(amp|lt|gt|quot|nbsp|#\w+);|SafeString|<\w+ object at"
)


def check_page(html: str, *, whole: bool = True) -> list[str]:
    """The faults of a page, or of a part of one, in words."""
    page = Page()
    page.feed(html)
    page.close()
    faults = [*page.faults, *(f"<{tag}> is never closed" for tag in page.open), *_names(page), *_labels(page)]
    faults += [f"left over in the text: {hit[0]}" for hit in LEFT_OVER.finditer(page.words)]
    return faults + (_frame(page, html) if whole else [])


def main_text(html: str) -> str:
    """What a person reads in the main part of a page, one line for each block."""
    page = Page()
    page.feed(html)
    return "\n".join(line.strip() for line in page.main.splitlines() if line.strip())


class Page(HTMLParser):
    """What stands on a page: its tags with their attributes, its headings, labels and words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {
            name: [] for name in ("title", "h1", "button", "a", "label", "legend", "th")
        }
        self.inside_label: list[dict[str, str]] = []
        self.words = self.main = ""
        self.form: dict[str, str] | None = None

    def handle_startendtag(self, tag, attrs):
        """A tag that closes itself: meant only in drawings and for tags without an end."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)
            if tag not in DRAWN:
                self.faults.append(f"<{tag}/> does not close itself in HTML")

    def handle_starttag(self, tag, attrs):
        """Note the tag, and what of it no page may hold."""
        names = [name for name, _ in attrs]
        marks = {name: value or "" for name, value in attrs}
        self.faults += [
            f"<{tag}> says {name} twice" for name in {name for name in names if names.count(name) > 1}
        ]
        self.faults += [f"<{tag} {name}>: no inline script" for name in names if name.startswith("on")]
        self.faults += [f"<{tag} style>: no inline style"] if "style" in marks else []
        self.faults += [f"<{tag}>: no javascript: address" for value in marks.values()
                        if value.strip().lower().startswith("javascript:")]  # fmt: skip
        self._nest(tag)
        self._form(tag, marks)
        if tag in self.texts:
            self.texts[tag].append("")
        for name in {tag, *self.open} & set(self.texts):
            self.texts[name][-1] += marks.get("aria-label", marks.get("alt", ""))
        if tag in TYPED_IN and "label" in self.open:
            self.inside_label.append(marks)
        if tag not in VOID:
            self.open.append(tag)
        self.tags.append((tag, marks))

    def _nest(self, tag):
        self.main += "\n" if tag in BLOCKS else ""
        if tag == "style" or (tag in NOT_IN_ITSELF and tag in self.open):
            self.faults.append(f"<{tag}> inside {'a page' if tag == 'style' else f'another <{tag}>'}")
        if tag in ENDS_A_PARAGRAPH and "p" in self.open:
            self.faults.append(f"<{tag}> inside <p>: the browser ends the paragraph there")
        if tag in {"a", "button", *TYPED_IN} - {"a"} and "a" in self.open:
            self.faults.append(f"<{tag}> inside a link")

    def _form(self, tag, marks):
        if tag == "form":
            self.form = marks | {"guarded": ""}
            self.faults += ["a form's action is empty: leave it out"] if marks.get("action") == "" else []
        elif tag == "input" and marks.get("name") == "csrfmiddlewaretoken" and self.form is not None:
            self.form["guarded"] = "yes"

    def handle_endtag(self, tag):
        """Close what was opened last; anything else is a fault."""
        if tag == "form" and self.form is not None:
            posts = self.form.get("method", "get").lower() == "post"
            self.faults += (
                ["a form that posts has no csrf token"] if posts and not self.form["guarded"] else []
            )
            self.form = None
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes {f'<{self.open[-1]}>' if self.open else 'nothing'}")

    def handle_data(self, data):
        """Words go to what they stand in."""
        for name in set(self.open) & set(self.texts):
            self.texts[name][-1] += data
        if self.open[-1:] == ["script"] and data.strip():
            self.faults.append("<script> holds code: no inline script")
        if not {"script", "code", "textarea"} & set(self.open):
            self.words += data
            self.main += (
                " ".join(data.split("\n")) if "main" in self.open and "select" not in self.open else ""
            )


def _ids(page: Page) -> list[str]:
    return [marks["id"] for _, marks in page.tags if "id" in marks]


def _names(page: Page) -> list[str]:
    """Ids stand once, and what points at an id finds it."""
    ids = _ids(page)
    faults = [f"id “{one}” stands {ids.count(one)} times" for one in sorted(set(ids)) if ids.count(one) > 1]
    for tag, marks in page.tags:
        for pointer in POINTERS:
            lost = [one for one in marks.get(pointer, "").split() if one not in ids]
            faults += [f"<{tag} {pointer}> points at “{one}”, which is not there" for one in lost]
    return faults


def _labels(page: Page) -> list[str]:
    """Everything to fill in or press says what it is."""
    named = {marks.get("for") for tag, marks in page.tags if tag == "label"}
    faults = []
    for tag, marks in page.tags:
        asks = tag in TYPED_IN and marks.get("type", "text") not in NEEDS_NO_LABEL
        spoken = marks.get("id") in named or marks.get("aria-label") or marks.get("aria-labelledby")
        if asks and not spoken and marks not in page.inside_label:
            faults.append(f"<{tag} name={marks.get('name', '?')}> has no label")
        faults += ["<img> has no alt"] if tag == "img" and "alt" not in marks else []
    silent = ("button", "a", "label", "legend", "th", "h1")
    return faults + [
        f"<{name}> says nothing" for name in silent for text in page.texts[name] if not text.strip()
    ]


def _frame(page: Page, html: str) -> list[str]:
    """What a whole page has once: doctype, language, title, main, and a heading that begins the title."""
    tags = [tag for tag, _ in page.tags]
    faults = (
        [] if html.lstrip().lower().startswith("<!doctype html>") else ["does not begin with <!doctype html>"]
    )
    faults += [
        f"{tags.count(one)} <{one}>, not one"
        for one in ("html", "title", "h1", "main")
        if tags.count(one) != 1
    ]
    language = next((marks.get("lang", "") for tag, marks in page.tags if tag == "html"), "")
    faults += [] if language else ["<html> does not say its language"]
    heading, title = (" ".join((page.texts[name] or [""])[0].split()) for name in ("h1", "title"))
    faults += [] if title.startswith(heading) else [f"the title “{title}” does not begin with “{heading}”"]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    skips = [(high, low) for high, low in pairwise(levels) if low > high + 1]
    return faults + [f"<h{low}> after <h{high}> leaves out a level" for high, low in skips]
