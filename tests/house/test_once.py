"""What is sent twice is one record: a verb that adds a row knows the key of the form, or says what else keeps it from doubling."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .plan import CHAPTERS, package, saying, shown, tree

# Why a verb without a key of its own makes no second row.
NUMBERED = "the next number is unique, or the same words again make no new version"
STATE = "what it answers is over at once: the rule refuses it the second time"
LATEST = "only the latest counts, and two that are the same say the same"
FOUND = "what is there is looked for first"
UNIQUE = "the table takes one"
CALLED = "called by a verb that has the key"
OTHERWISE = {
    "agenda/models/closing.py:_note_heard": FOUND,
    "agenda/models/decisions.py:follow_up": STATE,
    "agenda/models/items.py:on": CALLED,
    "agenda/models/spoken.py:write": LATEST,
    "attendance/models/files.py:remember": FOUND,
    "attendance/models/weeks.py:_note": NUMBERED,
    "checklist/models/decision.py:decide": STATE,
    "checklist/models/decision.py:follow_up": STATE,
    "checklist/models/sheet.py:begin": FOUND,
    "checklist/models/sheet.py:mark": LATEST,
    "circle/models/ties.py:note": LATEST,
    "closing/models/later.py:note": STATE,
    "closing/models/later.py:plan": FOUND,
    "concern/models/answers.py:give": FOUND,
    "concern/models/nameless.py:say_name": UNIQUE,
    "concern/models/signals.py:mark": LATEST,
    "concern/models/signals.py:step": STATE,
    "consent/models/writing.py:put": CALLED,
    "contact/models.py:decide": FOUND,
    "family/models.py:keep_out": FOUND,
    "followup/models/rounds.py:finish": STATE,
    "forum/models/decisions.py:follow_up": STATE,
    "forum/models/forums.py:keep_rhythm": LATEST,
    "forum/models/forums.py:seat": STATE,
    "forum/models/health.py:answer": STATE,
    "forum/models/meetings.py:call": UNIQUE,
    "forum/models/meetings.py:invite": FOUND,
    "gathering/models/interpreters.py:step": STATE,
    "gathering/models/table.py:invite": STATE,
    "gathering/models/ways.py:choose": LATEST,
    "journey/models/notes.py:_tell": CALLED,
    "letters/models/going.py:hand_over": STATE,
    "letters/models/outbox.py:queue": CALLED,
    "letters/models/ways.py:choose": LATEST,
    "lifeline/models.py:keep": LATEST,
    "lifeline/models.py:make": LATEST,
    "papers/models/versions.py:publish": NUMBERED,
    "plan/models/plans.py:begin": UNIQUE,
    "plan/models/wordings.py:write": NUMBERED,
    "referral/models/asked.py:set_tier": LATEST,
    "seating/models/seat.py:take": CALLED,
    "support/models/supports.py:put": NUMBERED,
    "team/models/meetings.py:call": UNIQUE,
    "team/models/meetings.py:invite": FOUND,
    "team/models/meetings.py:note_here": FOUND,
    "team/models/teams.py:begin": FOUND,
    "team/models/teams.py:keep_rhythm": LATEST,
    "team/models/teams.py:seat": STATE,
    "welcome/models/meetings.py:_begun": FOUND,
}  # fmt: skip


def adders(file: Path) -> Iterator[ast.FunctionDef]:
    """The verbs of a file that put in a row of their own and know no key."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef) and any(map(_puts_in, ast.walk(node))) and not _knows_key(node):
            yield node


def _knows_key(verb: ast.FunctionDef) -> bool:
    return "pk" in {one.arg for one in (*verb.args.args, *verb.args.kwonlyargs)}


def _puts_in(call: ast.AST) -> bool:
    return isinstance(call, ast.Call) and any(word.arg == "force_insert" for word in call.keywords)


KEYLESS = {
    f"{shown(file).removeprefix('samling/')}:{verb.name}"
    for file in saying("force_insert")
    if package(file) in CHAPTERS and (file.parent.name == "models" or file.name == "models.py")
    for verb in adders(file)
}


@pytest.mark.parametrize("verb", sorted(KEYLESS | set(OTHERWISE)))
def test_what_is_sent_twice_is_one_record(verb):
    assert verb in OTHERWISE, f"{verb}: give it the key of its form (samling.ui.asking.Once), or say here why it cannot double."
    assert verb in KEYLESS, f"{verb}: it has a key now; take it away here."
