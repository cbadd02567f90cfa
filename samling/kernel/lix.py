"""LIX, the Swedish readability index: how long the sentences are and how many the long words.

A teacher's page stays at 35 or less, a guardian's at 27, a child's at 20 (docs: plain language).
LIX knows nothing of meaning; it only catches what is certainly too heavy.
"""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n")
LONG = 6  # letters; a word with more is long


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return WORD.findall(text)


def lix(text: str) -> float:
    """Words per sentence plus the percentage of long words; 0 for an empty text.

    A new line ends a sentence, so that headings and list items count as one each.
    """
    found = words(text)
    if not found:
        return 0.0
    sentences = [part for part in SENTENCE_END.split(text) if words(part)]
    long = [word for word in found if len(word.replace("-", "")) > LONG]
    return len(found) / len(sentences) + 100 * len(long) / len(found)
