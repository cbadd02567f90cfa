"""Who may do what with the guard's functions, deed by deed, and what is so afterwards: one file for each theme."""

from importlib import import_module
from pkgutil import iter_modules

BEHIND = ("given", "noticing", "stage")
THEMES = [import_module(f".{module.name}", __name__) for module in iter_modules(__path__) if module.name not in BEHIND]
DEEDS = {f"{theme.__name__.rpartition('.')[2]}: {deed.title}": deed for theme in THEMES for deed in theme.DEEDS}
assert len(DEEDS) == sum(len(theme.DEEDS) for theme in THEMES), "two deeds of one name"
