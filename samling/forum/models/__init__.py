"""The forum and its table, one item per child, what each authority says, what is decided, and referrals to child psychiatry."""

from .decisions import ForumDecision, ForumDecisionBody, ForumReview
from .forums import Forum, ForumMember, ForumRhythm
from .health import HealthAnswer, HealthAnswerBody, HealthReferral, HealthReferralBody
from .items import ForumItem, ForumItemBody, ForumSlot
from .meetings import ForumMeeting
from .words import ForumWords, ForumWordsBody

__all__ = [
    "Forum",
    "ForumDecision",
    "ForumDecisionBody",
    "ForumItem",
    "ForumItemBody",
    "ForumMeeting",
    "ForumMember",
    "ForumReview",
    "ForumRhythm",
    "ForumSlot",
    "ForumWords",
    "ForumWordsBody",
    "HealthAnswer",
    "HealthAnswerBody",
    "HealthReferral",
    "HealthReferralBody",
]
