"""Promises with every word about them, the one-time link, and what one owes and holds."""

from .lists import Held
from .promises import Promise
from .words import PromiseLink, PromiseWord, PromiseWordBody

__all__ = ["Held", "Promise", "PromiseLink", "PromiseWord", "PromiseWordBody"]
