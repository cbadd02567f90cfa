"""Every policy that the pages live under, and every condition in them, taken out one at a time."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .catalog import policies_in, statements
from .filling import chapters
from .mutants import conditions, without_words

CREATED = re.compile(r"create policy (\w+) on (\w+)( as restrictive)? for (\w+) to samling_app\b", re.I)
PARTS = re.compile(r"\b(using|with check)\s*\(", re.I)


@dataclass(frozen=True)
class Policy:
    """One policy as the migrations say it."""

    table: str
    name: str
    narrows: bool
    command: str
    parts: tuple[tuple[str, str], ...]  # using, with check: what they say

    def altered(self, which: str, said: str) -> str:
        """The statement that puts something else for what it says here."""
        return f"alter policy {self.name} on {self.table} " + " ".join(
            f"{part} ({said if text == which else text})" for part, text in self.parts
        )

    @property
    def whole(self) -> str:
        """The statement that puts it back."""
        return self.altered("", "")


@dataclass
class Change:
    """A condition that is gone, from every policy that says the same; its name outlives other changes."""

    name: str
    ways: list[tuple[Policy, str]]  # each policy, and the statement that takes the condition out of it

    def __str__(self) -> str:
        return self.name


@cache
def policies() -> list[Policy]:
    """The last word of the migrations on every policy of the pages; the second layer is tried by itself."""
    found: dict[tuple[str, str], Policy] = {}
    for operation in statements():
        for sql in policies_in(operation):
            if created := CREATED.match(sql):
                name, table, narrows, command = created.groups()
                parts = tuple((part[1], _within(sql, part.end())) for part in PARTS.finditer(sql))
                found[table, name] = Policy(table, name, bool(narrows), command, parts)
    return [one for one in found.values() if one.name != "shield" and one.table in chapters() and one.parts[0][1].strip() != "false"]


def _within(text: str, start: int) -> str:
    """As far as the bracket that closes what begins here."""
    depth, bare = 1, without_words(text)
    for end in range(start, len(bare)):
        depth += {"(": 1, ")": -1}.get(bare[end], 0)
        if not depth:
            return text[start:end]
    raise ValueError(text)


@dataclass(frozen=True)
class Cut:
    """A condition taken out: the sentence it stands in (joined to others by `and` alone), and what is said then."""

    said: str
    sentence: str
    altered: str
    text: str


def changes() -> list[Change]:
    """Every condition once, and every policy as a whole.

    What is said inside a sentence is one condition, however many tables say the sentence; that they say it, each by itself.
    """
    alike: dict[tuple, Change] = {}
    said: Counter[str] = Counter()
    for policy in policies():
        for which in dict.fromkeys(text for _part, text in policy.parts):
            gone = str(policy.narrows).lower()
            for cut in (Cut(which, which, gone, gone), *_cuts(which)):
                where = which if cut.said.strip() == cut.sentence.strip() else ""
                key = (policy.command, policy.name, *(_nameless(policy.table, text.strip()) for text in (where, cut.said, cut.sentence, cut.altered)))
                if key not in alike:
                    name = f"{policy.table} {policy.name}: without «{' '.join(cut.said.split())[:90]}»"
                    said[name] += 1
                    alike[key] = Change(name + (f" ({said[name]})" if said[name] > 1 else ""), [])
                alike[key].ways.append((policy, policy.altered(which, cut.text)))
    return list(alike.values())


def _sentences(text: str) -> list[tuple[int, int, str]]:
    """What is joined by `and` alone: where each begins and ends, and what it says."""
    bare, depth, start, found = without_words(text), 0, 0, []
    for match in re.finditer(r"[()]|\b(?:and|or)\b", bare, re.I):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth or match[0] in "()":
            continue
        if match[0].lower() == "or":
            return [(0, len(text), text)]
        found.append((start, match.start(), text[start : match.start()]))
        start = match.end()
    return [*found, (start, len(text), text[start:])]


def _cuts(text: str) -> Iterator[Cut]:
    for begin, over, sentence in _sentences(text):
        for start, end, vanish, _how in conditions(without_words(f"({sentence})")):
            whole = f"({sentence})"
            if whole[start:end].strip() not in ("true", "false"):
                altered = f"{whole[:start]} {vanish} {whole[end:]}"[1:-1]
                yield Cut(whole[start:end], sentence, altered, f"{text[:begin]}{altered}{text[over:]}")
        if (begin, over) != (0, len(text)) and sentence.strip() not in ("true", "false"):
            yield Cut(sentence, sentence, " true ", f"{text[:begin]} true {text[over:]}")


def _nameless(table: str, text: str) -> str:
    """What it says, whatever the table and its head are called."""
    model = chapters()[table]
    text = re.sub(rf"\b{table}\b", "{table}", text)
    return re.sub(rf"\b{model._meta.pk.related_model._meta.db_table}\b", "{head}", text) if model.policy == "body" else text
