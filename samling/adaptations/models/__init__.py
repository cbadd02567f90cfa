"""What is tried for one child and how it went, decisions about special support, and the published figures."""

from .asked import Evaluation, EvaluationBody
from .figures import CountedChild, HelpedCount, HelpedShare, PublishedTerm
from .support import SpecialSupport, SpecialSupportBody
from .together import Overdue, overdue
from .tried import Adaptation, AdaptationBody

__all__ = [
    "Adaptation",
    "AdaptationBody",
    "CountedChild",
    "Evaluation",
    "EvaluationBody",
    "HelpedCount",
    "HelpedShare",
    "Overdue",
    "PublishedTerm",
    "SpecialSupport",
    "SpecialSupportBody",
    "overdue",
]
