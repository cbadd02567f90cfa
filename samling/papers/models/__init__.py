"""Published versions of a plan, who has read them, and the copies that were sent."""

from .versions import Acknowledgement, PlanVersion, PlanVersionBody, SentCopy

__all__ = ["Acknowledgement", "PlanVersion", "PlanVersionBody", "SentCopy"]
