"""*Mätningar*: what is asked to see whether it helped, as packages with licence, version, languages and a way to score.

A package is data: one file for each version under `packages/`, and a published version never changes. What may not be
given away stands here by name and range alone, and opens when an administrator has recorded the agreement.
"""
