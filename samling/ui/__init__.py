"""How Samling looks and speaks: base pages, a vocabulary of parts, one field template, words for dates.

Knows nothing of children or cases; every chapter builds its pages from here. The pattern page shows it all.
"""
