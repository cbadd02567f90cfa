"""LIX by hand and by machine agree."""

import pytest

from samling.kernel.lix import lix, words


def test_an_empty_text_weighs_nothing():
    assert lix("") == lix(" … ") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hej.", 1),
        ("Vi ses i morgon.", 4),
        # 6 words, 2 sentences, 1 long (klassrummet): 3 + 16.67
        ("Vi ses i klassrummet. Kom gärna!", 3 + 100 / 6),
        # A heading without a full stop is a sentence of its own.
        ("Närvaro\nHur går det?", 4 / 2 + 100 / 4),
        ("Samverkansöverenskommelse", 101),
    ],
)
def test_lix_is_sentence_length_plus_share_of_long_words(text, expected):
    assert lix(text) == pytest.approx(expected)


def test_a_decimal_or_a_time_is_no_end_of_sentence():
    assert lix("Vi ses 14.30 i dag") == 6


def test_a_hyphen_holds_a_word_together():
    assert words("BVC-sköterskan kom") == ["BVC-sköterskan", "kom"]
