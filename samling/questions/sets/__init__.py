"""The published question sets, one file for each stage and year."""

from samling.questions.rules.shape import QuestionSet

from .preschool_2026 import PRESCHOOL_2026_1
from .school_2026 import SCHOOL_2026_1

PUBLISHED: tuple[QuestionSet, ...] = (SCHOOL_2026_1, PRESCHOOL_2026_1)
