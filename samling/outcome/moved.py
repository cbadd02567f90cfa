"""What has changed in somebody's answers, in words: worse said as plainly as better, and how little is known always beside."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from samling.followup.models.replies import Told
from samling.instruments.scoring import Change, Scored, Word, change
from samling.instruments.shape import Item, Kind, Scoring
from samling.kernel.words import _
from samling.ui.figures import Figure, Pair, Scale, dumbbells
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
    pairs: Sequence[Pair]
    steps: Sequence[str]
    numbers: Sequence[str]

    @property
    def tone(self) -> str:
        """The colour beside the word, never alone."""
        return TONES[self.change.word]

    @property
    def word(self) -> str:
        """Better, unchanged, worse, or that too little is known; that the questions are not validated in the same line."""
        said = gettext(SAYS[self.change.word])
        return said if self.change.validated else unvalidated(said)

    @property
    def figures(self) -> str:
        """From what to what, of how many answers."""
        if self.change.difference is None:
            return gettext("%(n)d of %(of)d questions answered.") % {"n": self.change.n, "of": self.change.of}
        fill = {"before": _number(self.change.before), "after": _number(self.change.after), "n": self.change.n, "of": self.change.of}
        return gettext("From %(before)s to %(after)s. %(n)d of %(of)d questions answered.") % fill

    @property
    def figure(self) -> Figure:
        """Question by question in the order in which they are asked; what stands over it says that they are not validated."""
        drawn = dumbbells(self.pairs, Scale(0, len(self.steps) - 1, self.steps[0], self.steps[-1], self.steps))
        return drawn if self.change.validated else drawn._replace(title=unvalidated(drawn.title.rstrip(".")))

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
        if one.scored is not None and one.package.scoring is Scoring.MEAN:
            series.setdefault((one.voice.value, str(one.person or one.who), one.package.code), []).append(one)
    pairs = [(mine[0], mine[-1]) for mine in series.values() if len(mine) > 1]
    return sorted((_moved(*pair) for pair in pairs), key=lambda one: (ORDER.index(one.voice), one.who))


def unvalidated(said: str) -> str:
    """A label of questions that nobody has tested, with that in the same line."""
    return gettext("%(said)s (not validated)") % {"said": said}


def _moved(first: Told, latest: Told) -> Moved:
    package, language = latest.package, (get_language() or "sv").split("-")[0]
    found = change(package, first.scored, latest.scored)
    both = [package.item(code) for code in found.items]
    named = [(one, one.text[language], _figure(first.scored, one), _figure(latest.scored, one)) for one in both]
    pairs = [Pair(text, before, after) for one, text, before, after in named if one.kind is Kind.SCALE]
    numbers = [_counted(text, before, after) for one, text, before, after in named if one.kind is Kind.NUMBER]
    steps = [step.face[language] if latest.young else step.words[language] for step in package.steps]
    days = gettext("%(before)s and %(now)s") % {"before": full_day(first.on), "now": full_day(latest.on)}
    return Moved(latest.who, latest.voice.value, package.title[language], days, found, pairs, steps, numbers)


def _figure(scored: Scored | None, item: Item) -> float | None:
    found = scored.items.get(item.code) if scored else None
    return None if found is None else float(found)


def _counted(text: str, before: float | None, after: float | None) -> str:
    """A number is told and not judged."""
    said = {"text": text.rstrip("."), "before": _whole(before), "after": _whole(after)}
    return gettext("%(text)s: %(before)s before, %(after)s now.") % said


def _whole(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _number(value: Fraction | None) -> str:
    return number_format(round(float(value), 1), 1) if value is not None else "–"
