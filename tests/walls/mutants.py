"""Every condition of the guard, taken out one at a time: a scanner over the SQL files."""

import re
from dataclasses import dataclass
from pathlib import Path

SQL = Path(__file__).parents[2] / "samling" / "access" / "sql"
FUNCTION = re.compile(r"create or replace function guard\.(\w+)\(.*?\n?end \$\$;", re.S)
CONNECT = re.compile(r"\b(and|or|where|on)\b", re.I)
ENDS = re.compile(
    r"\b(and|or|where|union|group by|order by|join|left join|cross join|limit|then|select|from|as|end)\b|[;]", re.I
)

CASE = re.compile(r"(case|end)\b", re.I)


@dataclass(frozen=True)
class Mutant:
    """A function's text with one condition replaced by what would make it vanish."""

    function: str
    line: int
    condition: str
    sql: str

    def __str__(self) -> str:
        return f"guard.{self.function}:{self.line} without «{' '.join(self.condition.split())[:70]}»"


def functions() -> dict[str, str]:
    """Name -> text of every guard function."""
    text = "\n".join(file.read_text() for file in sorted(SQL.glob("*.sql")))
    return {found[1]: found[0] for found in FUNCTION.finditer(text)}


def mutants_of(name: str) -> list[Mutant]:
    """One mutant for every operand of and, or, where and on in a function."""
    text = re.sub(r"--[^\n]*", lambda comment: " " * len(comment[0]), functions()[name])
    body = text.index("$$")
    found = []
    for match in CONNECT.finditer(text, body):
        if text[: match.start()].rstrip().endswith("distinct"):
            continue
        start, end = match.end(), operand_end(text, match.end())
        condition = text[start:end].strip()
        if condition:
            vanish = "false" if match[1].lower() == "or" else "true"
            found.append(
                Mutant(name, text.count("\n", 0, start) + 1, condition, f"{text[:start]} {vanish} {text[end:]}")
            )
    return found


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
        elif (
            depth == 0
            and not cases
            and place > start + 1
            and ENDS.match(text, place)
            and (ch == ";" or not text[place - 1].isalnum())
        ):
            return place
        place += 1
    return place
