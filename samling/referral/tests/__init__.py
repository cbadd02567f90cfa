"""Tests of referral and triage."""
