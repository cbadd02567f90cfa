"""Marks a text for translation in code that knows no framework."""


def _(text: str) -> str:
    """The text itself; pages translate it when they show it."""
    return text
