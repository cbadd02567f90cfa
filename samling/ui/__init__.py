"""How Samling looks and speaks: the base pages, the vocabulary of parts, the one field template, words for dates.

Knows nothing of children or cases; every chapter builds its pages from here. The pattern page shows it all.
"""
