"""Installations as they stood, kept as dumps, and brought up to date by the product's own `migrate`.

`kept/` has one file for each state that is kept: its tables and walls, with the furnished house of that day in them
(`tests.house.rooms`; people of the cast, nobody real). One more is kept by

    .venv/bin/python -m tests.upgrades.keep 2027-01-31

run where that state is checked out. Keep one before each release and when the walls have changed much.
"""
