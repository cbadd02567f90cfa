"""Rounds, whom one asks, what is answered, and what follows from it."""

from .asking import Ask, AskLink, Person, Sheet, asks_of, budgets, key_of, make_link
from .lists import answered, due, has_answers, solved_here, solved_here_confirmed, with_children
from .replies import Reply, ReplyBody, Told, answer_by, asked_by
from .rounds import Round, after_closing, next_of, of_child

__all__ = [
    "Ask",
    "AskLink",
    "Person",
    "Reply",
    "ReplyBody",
    "Round",
    "Sheet",
    "Told",
    "after_closing",
    "answer_by",
    "answered",
    "asked_by",
    "asks_of",
    "budgets",
    "due",
    "has_answers",
    "key_of",
    "make_link",
    "next_of",
    "of_child",
    "solved_here",
    "solved_here_confirmed",
    "with_children",
]
