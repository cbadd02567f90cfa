"""Rounds, whom one asks, what is answered, and what follows from it."""

from .asking import Ask, AskLink, Person, Sheet, asks_of, budgets, key_of, make_link
from .lists import answered, due, has_answers, with_children
from .replies import Reply, ReplyBody, Told, answer_by, asked_by
from .rounds import Round, next_of, of_child
from .solved import in_words, solved_here_confirmed, solved_of

__all__ = [
    "Ask",
    "AskLink",
    "Person",
    "Reply",
    "ReplyBody",
    "Round",
    "Sheet",
    "Told",
    "answer_by",
    "answered",
    "asked_by",
    "asks_of",
    "budgets",
    "due",
    "has_answers",
    "in_words",
    "key_of",
    "make_link",
    "next_of",
    "of_child",
    "solved_here_confirmed",
    "solved_of",
    "with_children",
]
