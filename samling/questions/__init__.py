"""Versioned question sets as data: what the checklist asks, page by page and card by card, in plain words.

A published version never changes; answers name the version they answer. Beside the sets stand the
adaptations one can try and the dated reference data (tiers, ladders, deadlines, kinds of support).
"""
