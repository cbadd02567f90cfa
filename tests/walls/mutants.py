"""Every condition of the guard, taken out one at a time: a scanner over the SQL files."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "samling"
FUNCTION = re.compile(r"create or replace function guard\.(\w+)\(.*?\n?end \$\$;", re.S)
CONNECT = re.compile(r"\b(and|or|where|on(?! conflict)|(?<!end )if|elsif|when|select)\b|:=|\(", re.I)
ENDS = re.compile(
    r"\b(and|or|where|union|except|group by|order by|join|left join|cross join|limit|then|select|from|as|end|loop|for)\b|[;,]",
    re.I,
)
INSIST = re.compile(r"perform guard\.insist_\w+\([^;]*\);")
CALL = re.compile(r"guard\.(\w+)\(")
WORDS = re.compile(r"'(?:[^']|'')*'")
CASE = re.compile(r"(case|end)\b", re.I)


@dataclass(frozen=True)
class Mutant:
    """A function's text with one condition replaced by what would make it vanish; its name outlives other changes."""

    function: str
    name: str
    sql: str

    def __str__(self) -> str:
        return self.name


@cache
def functions() -> dict[str, str]:
    """Name -> text of every guard function of every chapter."""
    text = "\n".join(file.read_text() for file in sorted(HOUSE.glob("*/sql/*.sql")))
    return {found[1]: found[0] for found in FUNCTION.finditer(text)}


def called_by(names: set[str]) -> set[str]:
    """These functions and all that their texts call, and so on."""
    found, ahead = set(), names & set(functions())
    while ahead:
        found |= ahead
        ahead = {call for name in ahead for call in CALL.findall(functions()[name])} & set(functions()) - found
    return found


@cache
def triggers() -> set[str]:
    """The functions that tables call by themselves."""
    return {name for name, text in functions().items() if "returns trigger" in text}


def without_words(text: str) -> str:
    """The same text, its words in quotes made unreadable."""
    return WORDS.sub(lambda words: "'" + "x" * (len(words[0]) - 2) + "'", text)


@cache
def mutants_of(name: str) -> list[Mutant]:
    """Mutants for every operand of a condition in a function, and for every call that insists."""
    text = re.sub(r"--[^\n]*", lambda comment: " " * len(comment[0]), functions()[name])
    bare = without_words(text)
    said: Counter[str] = Counter()

    def mutant(start: int, end: int, vanish: str, how: str) -> Mutant:
        called = f"guard.{name} {how} «{' '.join(text[start:end].split())[:70]}»"
        said[called] += 1
        which = f" ({said[called]})" if said[called] > 1 else ""
        return Mutant(name, called + which, f"{text[:start]} {vanish} {text[end:]}")

    found = [mutant(*cut) for cut in conditions(bare, bare.index("$$"))]
    found += [mutant(*insists.span(), "", "without") for insists in INSIST.finditer(bare)]
    return found


def conditions(bare: str, begin: int = 0) -> Iterator[tuple[int, int, str, str]]:
    """Where each operand of a condition stands in a text without comments and words, what would make it vanish, and how."""
    for match in CONNECT.finditer(bare, begin):
        start, word = match.end(), match[0].lower()
        if bare[: match.start()].rstrip().endswith("distinct"):
            continue
        end = operand_end(bare, start)
        if bare[start:end].strip() and not bare[start:end].strip().endswith("distinct"):
            yield from ((start, end, *way) for way in _ways(word, _next_word(bare, end)))


def _ways(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What stands in for a condition between these two words, and how that is called."""
    if before == "and":
        yield "true", "without"
    elif before == "or":
        yield "false", "without"
        if after == "and":
            yield "true", "always"
    elif before in ("if", "elsif", "when"):
        yield ("true" if after == "and" else "false"), "without"
        if after == "and":
            yield "false", "never"
    elif after in ("and", "or") or before in ("where", "on"):
        yield ("false" if after == "or" else "true"), "without"


def _next_word(text: str, place: int) -> str:
    found = re.match(r"\w+", text[place:])
    return found[0].lower() if found else ""


def operand_end(text: str, start: int) -> int:
    """Where the operand that begins here ends: at a connective or clause on the same level of brackets."""
    depth, cases, place = 0, 0, start
    while place < len(text):
        ch = text[place]
        word = CASE.match(text, place) if not text[place - 1].isalnum() else None
        if word and (word[0] == "case" or cases):
            cases += 1 if word[0] == "case" else -1
            place += len(word[0])
            continue
        if ch == "(":
            depth += 1
        elif ch == ")":
            depth -= 1
            if depth < 0:
                return place
        elif depth == 0 and not cases and place > start + 1 and _ends(text, place):
            return place
        place += 1
    return place


def _ends(text: str, place: int) -> bool:
    if text[place] in ";,":
        return True
    if text[place - 1].isalnum() or text[place - 1] == "_" or not (word := ENDS.match(text, place)):
        return False
    return not (word[0].lower() == "from" and text[:place].rstrip().endswith("distinct"))
