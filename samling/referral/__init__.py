"""Referral and triage: a school asks the early support team, and hears back in time, with a reason.

The question travels once, on the family's yes. What the team may read beside it follows from what has been told.
"""
