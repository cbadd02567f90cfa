"""Identity numbers: personal and coordination numbers with their check digit, and the reserve numbers of health care."""

import re

from personnummer import personnummer

from samling.kernel.words import _

MEND = _("Check the number. It has ten or twelve digits: YYYYMMDD-NNNN.")
TEST_ONLY = _("Only the Tax Agency's test numbers may be used here. Nobody real is entered in a demo.")
# Reserve numbers look different in each region; what they share is eight digits and four signs, one a letter.
RESERVE = re.compile(r"\d{8}(?=[0-9]*[A-Z])[0-9A-Z]{4}")
# The Tax Agency's published test numbers have birth numbers that are given to nobody.
TEST_BIRTH_NUMBERS = re.compile(r"\d{8}(98\d|99\d|238|239)\d")


class WrongNumber(ValueError):
    """The number cannot be right; the argument is a msgid that says how to mend it."""


def read_number(written: str, *, real: bool) -> str:
    """A number in any common form as twelve signs; empty for empty. Raises WrongNumber.

    Where no real people are (`real` is False) only official test numbers are taken (folkbokföringslagen 18 §).
    """
    text = re.sub(r"[\s\u2010-\u2015]+", "-", written.strip().upper()).replace("--", "-")
    if not text:
        return ""
    if RESERVE.fullmatch(text.replace("-", "")):
        return text.replace("-", "")
    try:
        number = str(personnummer.parse(text).format(True))
    except (personnummer.PersonnummerException, ValueError):
        raise WrongNumber(MEND) from None
    if not real and not TEST_BIRTH_NUMBERS.fullmatch(number):
        raise WrongNumber(TEST_ONLY)
    return number


def written_out(number: str) -> str:
    """The number as people write it: 20121104-2392."""
    return f"{number[:8]}-{number[8:]}" if len(number) == 12 else number
