"""Everything shown can be said in Swedish and in English, and says the same."""

import ast
import re
from html.parser import HTMLParser

import pytest
from django.template.base import Lexer, TokenType

from samling.kernel.texts import catalogue, forms, is_translated, mismatches
from samling.ui.texts import KEYWORDS, entry, missing, obsolete, po, translated

from .plan import BUILT, HOUSE, code, package, pages, shown, tree

WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = re.compile(r"\b(Samling|Svenska|English|EUPL|BankID|Freja|nbsp)\b")
SPOKEN = {"alt", "title", "aria-label", "placeholder", "aria-description", "label"}
HEADING, BLANK = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S), re.compile(r"\{\{ (\w+) \}\}")
MARKED = re.compile(r"""(?:translate |_\()"(.*?)"|%}([^%]*?){% (?:endblocktranslate|plural)""")
VALUE, BLOCK = "\u00a4", "\u00a7"  # stand for what a tag fills in while the rest is read
SETTING = re.compile(f"{BLOCK}[a-z-]+{BLOCK}")  # a block of one small word fills a class, not a sentence
# Shown when nothing works, not even translation; and the page of examples.
NOT_READ = {"500.html", "503.html", "unaided.html", "patterns.html"}
ARGUMENT = re.compile(
    r"""(\w+=)?(?P<quote>["'])(?P<said>.*)(?P=quote)"""
)  # "words" or name="words", unmarked
GENDERED = re.compile(r"\b(she|her|hers|herself|he|him|his|himself)\b", re.I)  # where Swedish says hen, or who it is
SENTENCE = re.compile(r"\w\s+\w|^[A-ZÅÄÖ][a-zåäö]")
SILENT_TAGS = {
    "translate",
    "blocktranslate",
    "plural",
    "load",
    "url",
    "static",
    "extends",
    "include",
    "if",
    "elif",
}
SILENT_TAGS |= {
    "partialdef",
    "partial",
    "block",
    "comment",
    "with",
    "for",
    "get_current_language",
    "language",
    "now",
}


@pytest.mark.parametrize("name", BUILT)
def test_everything_shown_is_said_in_swedish(name):
    lacking = missing(HOUSE / name)
    blocks = "\n\n".join(entry(text) for text in lacking)
    assert not lacking, f"Translate in {po(HOUSE / name, 'sv')}:\n\n{blocks}"


@pytest.mark.parametrize("name", BUILT)
def test_nobody_is_taken_for_a_she_or_a_he(name):
    said = [msgid for text in translated(HOUSE / name, "sv") for msgid in (text.msgid, text.plural)]
    assert not [one for one in said if GENDERED.search(one.replace("herself or himself", ""))]


@pytest.mark.parametrize("name", BUILT)
def test_catalogues_hold_nothing_that_is_not_shown(name):
    extra = [text.msgid for text in obsolete(HOUSE / name)]
    assert not extra, f"{extra}: remove from {po(HOUSE / name, 'sv')}."


@pytest.mark.parametrize("name", BUILT)
def test_translations_fill_in_what_the_originals_do(name):
    wrong = list(mismatches(catalogue(po(HOUSE / name, "sv"))))
    assert not wrong, f"{wrong}: %(names)s and line breaks at the edges must be the same in {name}'s Swedish."


def test_one_text_is_said_in_one_way():
    said: dict[tuple, dict[str, str]] = {}
    for name in BUILT:
        for message in catalogue(po(HOUSE / name, "sv")):
            if message.id and is_translated(message):
                words = " / ".join(forms(message.string))
                said.setdefault((message.context, *forms(message.id)), {}).setdefault(words, name)
    wrong = {key[1]: ways for key, ways in said.items() if len(ways) > 1}
    assert not wrong, f"{wrong}: say it alike, or tell the two apart with a context (pgettext)."


def test_no_word_of_a_heading_is_wider_than_a_phone():
    """The largest type of a narrow phone holds nineteen letters in a line; a longer word says where it breaks (a soft hyphen)."""
    said = {msg: form for name in BUILT for message in catalogue(po(HOUSE / name, "sv"))
            for msg, form in zip(forms(message.id), forms(message.string), strict=False)}  # fmt: skip
    asked = {one for file in pages() for line in HEADING.findall(file.read_text("utf-8")) for pair in MARKED.findall(line) for one in pair}
    wide = {word for one in asked for word in WORD.findall(said.get(BLANK.sub(r"%(\1)s", one), one)) if len(word) > 19}
    assert len(asked) > 100 and not wide, wide


def test_marked_texts_are_whole():
    """A text that is put together before it is looked up is never found in a catalogue."""
    wrong = [
        f"{shown(file)}:{call.lineno}"
        for file in code()
        if package(file) != "server"  # speaks English to whoever runs it
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) in KEYWORDS
        and any(put_together(part) for part in call.args)
    ]
    assert not wrong, f"{wrong}: write _(“… %(name)s …”) % {{“name”: …}}: fill in after looking up."


def put_together(node):
    joined = isinstance(node, ast.JoinedStr) and any(
        isinstance(part, ast.FormattedValue) for part in node.values
    )
    mixed = isinstance(node, ast.BinOp) and any(is_text(part) for part in ast.walk(node))
    called = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )
    return joined or mixed or called


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_text_stands_in_a_template_unmarked():
    wrong = [
        f"{shown(file)}: “{text}”"
        for file in pages()
        if file.name not in NOT_READ
        for text in [*bare_text(file), *bare_arguments(file)]
    ]
    assert not wrong, "\n".join([*wrong, "Say {% translate “…” %}, or _(“…”) as an argument of a component."])


def test_no_label_stands_in_code_unmarked():
    wrong = [
        f"{shown(file)}:{call.lineno} “{arg.value.value}”"
        for file in code()
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call)
        for arg in call.keywords
        if arg.arg in {"label", "help_text", "empty_label"}
        and isinstance(arg.value, ast.Constant)
        and isinstance(arg.value.value, str)
        and WORD.search(arg.value.value)
    ]
    assert not wrong, f"{wrong}: mark it with gettext_lazy."


def bare_text(file):
    """The words of a template that stand outside every translation."""
    source, inside = "", ""
    for token in Lexer(file.read_text("utf-8")).tokenize():
        name = token.split_contents()[0] if token.token_type == TokenType.BLOCK else ""
        if name in {"blocktranslate", "comment", "verbatim"}:
            inside = f"end{name}"
        elif name and name == inside:
            inside = ""
        elif not inside:
            source += (
                token.contents if token.token_type == TokenType.TEXT else BLOCK if "block" in name else VALUE
            )
    reader = Reader()
    reader.feed(SETTING.sub(VALUE, source))
    return reader.found


def bare_arguments(file):
    """Quoted words given to a component without being marked."""
    for token in Lexer(file.read_text("utf-8")).tokenize():
        name, *arguments = token.split_contents() if token.token_type == TokenType.BLOCK else [""]
        if name not in SILENT_TAGS:
            values = [ARGUMENT.fullmatch(argument) for argument in arguments]
            yield from (value["said"] for value in values if value and SENTENCE.search(value["said"]))


class Reader(HTMLParser):
    """Gathers what a person would read or hear."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in SPOKEN and value and is_words(value)]

    def handle_data(self, data):
        self.found += [data.strip()] if is_words(data) else []


def is_words(text):
    return bool(WORD.search(NAMES.sub("", text)))


def test_a_catalogue_is_for_a_language_we_speak(settings):
    spoken = {code for code, _ in settings.LANGUAGES}
    wrong = [str(file) for file in HOUSE.glob("*/locale/*") if file.name not in spoken - {"en"}]
    assert not wrong, f"{wrong}: English is the msgid and needs no catalogue."
    assert translated(HOUSE / "kernel", "sv")


def test_the_log_says_what_was_done_in_one_form_of_the_word():
    listed = (HOUSE.parent / "tests" / "house" / "routes.txt").read_text(encoding="utf-8")
    purposes = set(re.findall("“([^”]+)”", listed))
    said = {
        forms(message.id)[0]: forms(message.string)[0].split()[0]
        for name in BUILT
        for message in catalogue(po(HOUSE / name, "sv"))
        if message.id and is_translated(message) and forms(message.id)[0] in purposes
    }
    wrong = {purpose: word for purpose, word in said.items() if word.endswith("r")}
    assert len(said) > 200 and not wrong, f"{wrong}: who has looked reads läsa and se, not läser and ser."
