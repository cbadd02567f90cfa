"""Codes in words: what a record keeps as a code is said in the words that its chapter has for it.

Each coder takes the kept value and the whole row. A code that no reference knows any more is said as it stands.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names
from django.utils.translation import get_language, gettext

from samling.adaptations import reference as decided
from samling.circle.models.chairs import NAMED
from samling.closing.rules import MET
from samling.instruments.reading import find as find_package
from samling.instruments.scoring import DECLINED, UNKNOWN
from samling.instruments.shape import Kind
from samling.people.codes import municipalities
from samling.plan.reference import MEANINGS
from samling.questions.fields import field_for
from samling.questions.rules.adaptations import adaptation
from samling.questions.rules.versions import PUBLISHED
from samling.questions.rules.versions import find as find_questions
from samling.referral.rules import ROWS, Row
from samling.support.reference import BY_CODE as FORMS
from samling.support.reference import PRACTICES
from samling.transition.reference import BY_CODE as PROMPTS
from samling.views.reference import DOMAINS, PLACES

from .parts import HELPED, KEPT, NOTICES, TEMPLATES, TRIES, VOICES
from .titles import TITLES

Kept = Mapping[str, Any]
Coder = Callable[[Any, Kept], str]


def in_language(pair: tuple[str, str]) -> str:
    """A word of the reference data: Swedish, or English for every other language."""
    return pair[0] if (get_language() or "sv").startswith("sv") else pair[1]


def kept(code: Any, _row: Kept | None = None) -> str:
    """A word that the records keep in English."""
    return in_language(KEPT[code]) if code in KEPT else gettext(str(code))


def _of(words: Mapping[Any, str]) -> Coder:
    return lambda code, _row: gettext(words[code]) if code in words else str(code)


def _titled(known: Mapping[str, Any]) -> Coder:
    return lambda code, _row: gettext(known[code].title) if code in known else str(code)


def _practice(code: str, _row: Kept) -> str:
    known = adaptation(code) or PRACTICES.get(code)
    return gettext(known.title) if known else code


def _language(code: str, _row: Kept) -> str:
    try:
        return str(Locale.parse(code).get_display_name((get_language() or "sv")[:2]) or code)
    except (UnknownLocaleError, ValueError):
        return code


def _municipality(code: str, _row: Kept) -> str:
    return municipalities(fictional=True).get(code, code)


def _notice(code: str, _row: Kept) -> str:
    return next((in_language(words) for begins, words in NOTICES if code.startswith(begins)), gettext(code))


def _placed(codes: list[str], _row: Kept) -> str:
    return ", ".join(gettext(PLACES.get(code, code)) for code in codes)


def _placement(points: list[int], _row: Kept) -> str:
    asked = ((*ROWS[row], point) for row, point in zip(Row, points, strict=True))
    return "\n".join(
        f"{gettext(question)} {gettext(words[point]) if point >= 0 else gettext('not known')}" for question, words, point in asked
    )


def _set(code: str, row: Kept) -> str:
    code, _space, version = (code if " " in code else f"{code} {row.get('set_version', '')}").partition(" ")
    return gettext(find_questions(code, version).title)


def _question(place: str, row: Kept) -> str:
    asked = find_questions(*row["asked"].split(" ", 1))
    return next((gettext(one.prompt) for _block, one in asked.questions() if one.code == place), "")


def _answer(said: Any, row: Kept) -> str:
    asked = find_questions(*row["asked"].split(" ", 1))
    question = next((one for _block, one in asked.questions() if one.code == row["place"]), None)
    words = {str(code): str(word) for code, word in getattr(field_for(question, asked), "choices", ())} if question else {}
    return ", ".join(words.get(str(one), str(one)) for one in (said if isinstance(said, list) else [said]))


def _step(code: str, _row: Kept) -> str:
    pages = (page for asked in PUBLISHED for page in asked.path)
    return next((gettext(page.title) for page in pages if page.code == code), code)


def _lessons(cells: list[list[Any]], _row: Kept) -> str:
    days = get_day_names("wide", locale=(get_language() or "sv")[:2])
    return "\n".join(
        gettext("%(day)s %(lesson)s: %(scheduled)s minutes, %(valid)s away with leave and %(invalid)s without")
        % {"day": days[weekday - 1], "lesson": lesson, "scheduled": scheduled, "valid": valid, "invalid": invalid}
        for weekday, lesson, scheduled, valid, invalid, *_late in cells
    )


def _instrument(code: str, row: Kept) -> str:
    return _said(find_package(code, row["version"]).title)


def _said(words: Mapping[str, str]) -> str:
    return words.get((get_language() or "sv")[:2], words["sv"])


def answers(given: Mapping[str, Any], row: Kept) -> Iterator[tuple[str, str]]:
    """Each thing asked with its answer; the promises of a sheet by their keys."""
    package = find_package(row.get("package") or "WHEEL", row["version"])
    silent = {UNKNOWN: gettext("don't know"), DECLINED: gettext("don't want to answer")}
    for code, value in given.items():
        if code == "helps":
            yield from ((key, gettext(HELPED.get(word, word))) for key, word in value.items())
            continue
        item = package.item(code)
        on_scale = item.kind == Kind.SCALE and isinstance(value, int | float)
        step = package.words_of(value, (get_language() or "sv")[:2]) if on_scale else ""
        yield _said(item.text), silent.get(str(value)) or " ".join(filter(None, (str(value), step and f"({step})")))


def signs(stand: Mapping[str, str], _row: Kept) -> Iterator[tuple[str, str]]:
    """How each sign stood, by its key."""
    return ((key, gettext(MET.get(word, word))) for key, word in stand.items())


# A word of its own where the column's word says another thing elsewhere.
LABELS: dict[tuple[str, str], tuple[str, str]] = {
    ("checklist_answer", "place"): ("Fråga", "Question"),
    ("checklist_answer", "asked"): ("Frågeuppsättning", "Set of questions"),
    ("checklist_tried", "asked"): ("Frågeuppsättning", "Set of questions"),
    ("checklist_trial", "asked"): ("Frågeuppsättning", "Set of questions"),
    ("circle_chair", "code"): ("Vilken plats", "Which place"),
    ("referral_referral", "rows"): ("Hur läget bedömdes", "How it was judged"),
}
CODED: dict[tuple[str, str], Coder] = {
    **{(table, name): _practice for table, name in (
        ("adaptations_adaptation", "code"), ("adaptations_countedchild", "code"), ("agenda_teamdecision", "adaptation"),
        ("checklist_tried", "adaptation"), ("checklist_trial", "adaptation"), ("support_support", "code"))},
    **{(table, "asked"): _set for table in ("checklist_answer", "checklist_tried", "checklist_trial")},
    **{(table, "voice"): _of(VOICES) for table in ("views_note", "views_story", "outcome_wheel")},
    **{(table, "language"): _language for table in ("people_child", "people_guardian", "people_significantadult", "consent_consent")},
    **{(table, name): _municipality for table, name in (
        ("people_child", "home_municipality"), ("referral_referral", "home_municipality"), ("referral_referral", "school_municipality"))},
    **{(table, name): kept for table, name in (
        ("access_look", "kind"), ("access_look", "errand"), ("access_assignment", "because"), ("journey_level", "because"),
        ("journey_event", "kind"), ("people_subject", "kind"), ("letters_attempt", "channel"))},
    **{(table, "package"): _instrument for table in ("followup_ask", "followup_reply")},
    ("adaptations_specialsupport", "kind"): _titled(decided.BY_CODE),
    ("checklist_checklist", "set_code"): _set,
    ("checklist_answer", "place"): _question,
    ("checklist_stepmark", "step"): _step,
    ("attendance_attendanceweek", "cells"): _lessons,
    ("checklist_answer", "said"): _answer,
    ("circle_chair", "code"): lambda code, _row: gettext("Named contact") if code == NAMED else code,
    ("extracts_choice", "kind"): lambda table, _row: in_language(TITLES[table]),
    ("journey_notice", "kind"): _notice,
    ("letters_attempt", "outcome"): _of(TRIES),
    ("letters_message", "template"): _of(TEMPLATES),
    ("plan_goal", "baseline"): _of(MEANINGS),
    ("plan_goalmark", "level"): _of(MEANINGS),
    ("referral_referral", "rows"): _placement,
    ("support_support", "form"): _titled(FORMS),
    ("transition_packagepart", "code"): _titled(PROMPTS),
    ("views_note", "domain"): _titled(DOMAINS),
    ("views_note", "places"): _placed,
}  # fmt: skip
PAIRED: dict[tuple[str, str], Callable[[Any, Kept], Iterator[tuple[str, str]]]] = {
    ("followup_reply", "answers"): answers,
    ("outcome_wheel", "steps"): answers,
    ("closing_nextdecision", "signs"): signs,
}
# Columns that say nothing in words: the place of a line on a form, how a drawing looks, numbers of machines. The data have them.
UNSPOKEN = {("checklist_tried", "place"), ("checklist_trial", "place"), ("checklist_tried", "version"), ("checklist_trial", "version"),
            ("views_note", "shape"), ("views_story", "shape"), ("outcome_wheel", "shape"), ("followup_ask", "version"),
            ("followup_reply", "version"), ("extracts_step", "digest"), ("extracts_copy", "paper_digest"), ("extracts_copy", "data_digest"),
            ("letters_attempt", "provider_id")}  # fmt: skip


def in_words(place: tuple[str, str], value: Any, row: Kept) -> str:
    """What a column keeps as a code, in words; as it stands where no published reference knows it."""
    try:
        return CODED[place](value, row)
    except (LookupError, ValueError, TypeError):
        return str(value)
