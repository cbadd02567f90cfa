"""The five steps of a goal as they are written down."""

from typing import Any

from django.utils.translation import gettext

from samling.ui.words import signed

from ..reference import MEANINGS
from ..rules import LEVELS
from .goals import SCALE


def steps_of(said: dict[str, Any]) -> list[list[str]]:
    """Each step that has words: its sign, what it means for any goal, and what it is for this one."""
    pairs = zip(LEVELS, SCALE, strict=True)
    return [[signed(level), gettext(MEANINGS[level]), str(said[name])] for level, name in pairs if said.get(name)]
