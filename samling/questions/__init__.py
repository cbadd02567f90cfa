"""Versioned question sets and answers, used by several chapters."""
