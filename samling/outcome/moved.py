"""What has changed in somebody's answers, in words: worse said as plainly as better, and how little is known always beside."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from samling.followup.models.replies import Told
from samling.instruments.scoring import Change, Word, change
from samling.kernel.words import _
from samling.ui.words import full_day

ORDER = ("child", "home", "school")
SAYS = {
    Word.BETTER: _("Better"),
    Word.UNCHANGED: _("Unchanged"),
    Word.WORSE: _("Worse"),
    Word.UNSAID: _("Too few answers to say"),
}
TONES = {Word.BETTER: "go", Word.UNCHANGED: "calm", Word.WORSE: "stop", Word.UNSAID: "wait"}


class Moved(NamedTuple):
    """One person's answers to one set of questions, the first and the latest time."""

    who: str
    voice: str
    title: str
    days: str
    change: Change
    parts: Sequence[tuple[Word, str]]

    @property
    def tone(self) -> str:
        """The colour beside the word, never alone."""
        return TONES[self.change.word]

    @property
    def word(self) -> str:
        """Better, unchanged, worse, or that too little is known; that the questions are not validated in the same line."""
        said = gettext(SAYS[self.change.word])
        return said if self.change.validated else gettext("%(said)s (not validated)") % {"said": said}

    @property
    def figures(self) -> str:
        """From what to what, of how many answers."""
        if self.change.difference is None:
            return gettext("%(n)d of %(of)d questions answered.") % {"n": self.change.n, "of": self.change.of}
        fill = {"before": _number(self.change.before), "after": _number(self.change.after), "n": self.change.n, "of": self.change.of}
        return gettext("From %(before)s to %(after)s. %(n)d of %(of)d questions answered.") % fill

    @property
    def groups(self) -> list[tuple[str, list[str]]]:
        """What has become worse first, then what has become better; nothing is left out that moved."""
        found = [(gettext(SAYS[word]), [text for said, text in self.parts if said is word]) for word in (Word.WORSE, Word.BETTER)]
        return [(said, texts) for said, texts in found if texts]

    @property
    def reliable(self) -> str:
        """Where spread and reliability are published with a source: how much a change must be to count."""
        known = self.change.reliable
        if known is None:
            return ""
        count = ngettext("A change of %(n)d step or more counts.", "A change of %(n)d steps or more counts.", known.needed_whole)
        return count % {"n": known.needed_whole}


def moved(answers: Iterable[Told]) -> list[Moved]:
    """Each person by himself: the first and the latest time that the same questions were answered. Nobody is averaged with anybody."""
    series: dict[tuple[str, str, str], list[Told]] = {}
    for one in answers:
        if one.scored is not None:
            series.setdefault((one.voice.value, str(one.person or one.who), one.package.code), []).append(one)
    pairs = [(mine[0], mine[-1]) for mine in series.values() if len(mine) > 1]
    return sorted((_moved(*pair) for pair in pairs), key=lambda one: (ORDER.index(one.voice), one.who))


def _moved(first: Told, latest: Told) -> Moved:
    package, language = latest.package, (get_language() or "sv").split("-")[0]
    found = change(package, first.scored, latest.scored)
    parts = [(word, package.item(code).text[language]) for code, (word, _difference) in found.items.items()]
    days = gettext("%(before)s and %(now)s") % {"before": full_day(first.on), "now": full_day(latest.on)}
    return Moved(latest.who, latest.voice.value, package.title[language], days, found, parts)


def _number(value: Fraction | None) -> str:
    return number_format(round(float(value), 1), 1) if value is not None else "–"
