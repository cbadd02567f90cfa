"""Five faces from sad to happy: a picture beside the word, never instead of it."""

from django.utils.safestring import SafeString

from samling.ui.html import format_html


def face(step: int) -> SafeString:
    """The face of a step, 1 to 5."""
    return format_html('<svg class="face" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">{}</svg>', features(step))


def features(step: int) -> SafeString:
    """Eyes and a mouth that bends with the step, for a page or for paper."""
    edge, middle = 21 - (step - 3), 21 + (step - 3) * 4
    return format_html(
        '<circle cx="16" cy="16" r="14"/><circle class="face__eye" cx="11" cy="13" r="1.8"/>'
        '<circle class="face__eye" cx="21" cy="13" r="1.8"/>'
        '<path d="M9.5 {}Q16 {} 22.5 {}"/>', edge, middle, edge,
    )  # fmt: skip
