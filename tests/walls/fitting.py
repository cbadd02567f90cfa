"""Rows that obey their table's check constraints, as the model says them: what is broken is mended, one of its ways at random."""

import datetime as dt
import operator
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from django.db import models
from django.db.models.expressions import CombinedExpression, F

from .dice import Dice

Row = dict[str, Any]
Term = tuple[str, Any]
ORDER = {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}
SUMS = {"+": operator.add, "-": operator.sub}
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    **ORDER,
    "exact": operator.eq,
    "in": lambda value, listed: value in listed,
    "contained_by": lambda value, listed: set(value) <= set(listed),
}
SEEN_AS: dict[str, Callable[[Any], Any]] = {"len": len, "iso_week_day": lambda day: day.isoweekday()}
TRIES = 60


def fitted(model: type[models.Model], row: Row, dice: Dice, drawn: Callable[[str], Any], fixed: Collection[str]) -> bool:
    """Mend a row until no constraint is broken: False where it cannot obey them all. `drawn` gives a column a new value; the
    `fixed` ones are left as they are.
    """
    checks = _checks(model)
    fitting = _Fitting(model, row, dice, drawn, fixed)
    for _ in range(TRIES):
        broken = [check for check in checks if fitting.holds(check) is False]
        if not broken:
            return True
        fitting.mend(dice.pick(broken))
    return False


@cache
def _checks(model: type[models.Model]) -> list[models.Q]:
    return [one.condition for one in model._meta.constraints if isinstance(one, models.CheckConstraint)]


@cache
def _parts(model: type[models.Model], said: str) -> tuple[str, str, str]:
    """The column, what is looked at in it, and how that is compared."""
    name, *more = said.split("__")
    how = more.pop() if more and (more[-1] in COMPARED or more[-1] == "isnull") else "exact"
    return model._meta.get_field(name).attname, more[0] if more else "", how


class _Fitting:
    """What a constraint says of one row, and ways to make it true."""

    def __init__(self, model: type[models.Model], row: Row, dice: Dice, drawn: Callable[[str], Any], fixed: Collection[str]):
        self.model, self.row, self.dice, self.drawn, self.fixed = model, row, dice, drawn, fixed

    def holds(self, check: models.Q | Term) -> bool | None:
        """As SQL has it: None where a value is unknown."""
        if isinstance(check, tuple):
            return self._true(check)
        found = [self.holds(child) for child in check.children]
        decides = check.connector == models.Q.OR
        whole = decides if decides in found else None if None in found else not decides
        return whole is not True if check.negated else whole

    def _true(self, term: Term) -> bool | None:
        name, seen_as, how = _parts(self.model, term[0])
        value, wanted = self.row[name], self._value(term[1])
        if how == "isnull" or wanted is None:
            return (value is None) == (wanted is None or wanted is True)
        return None if value is None else COMPARED[how](SEEN_AS.get(seen_as, lambda it: it)(value), wanted)

    def _value(self, said: Any) -> Any:
        if isinstance(said, CombinedExpression):
            return SUMS[said.connector](self._value(said.lhs), self._value(said.rhs))
        return self.row[self.model._meta.get_field(said.name).attname] if isinstance(said, F) else said

    def mend(self, check: models.Q | Term) -> None:
        """One step towards its being true."""
        if isinstance(check, tuple):
            self._make_true(check)
        elif check.negated:
            name, *_ = _parts(self.model, self.dice.pick(_terms(check))[0])
            self._put(name, self.drawn(name))
        elif check.connector == models.Q.OR:
            self.mend(self.dice.pick(check.children))
        else:
            for child in check.children:
                if not self.holds(child):
                    self.mend(child)

    def _make_true(self, term: Term) -> None:
        name, seen_as, how = _parts(self.model, term[0])
        wanted = self._value(term[1])
        if how == "isnull" and wanted:
            wanted, how = None, "exact"
        if seen_as == "iso_week_day":
            self._put(name, self.row[name] - dt.timedelta(days=self.row[name].isoweekday() - wanted))
        elif how == "exact" and not seen_as:
            self._put(name, wanted)
        elif how in ("in", "contained_by"):
            self._put(name, self.dice.pick(wanted) if how == "in" else self.dice.random.sample(wanted, self.dice.random.randint(1, len(wanted))))
        else:
            self._put(name, self._beyond(how, wanted) if how in ORDER and wanted else self.drawn(name))

    def _beyond(self, how: str, bound: Any) -> Any:
        """A value on the right side of a bound."""
        step: Any = self.dice.random.randint(1, 3)
        if isinstance(bound, dt.date):
            step = dt.timedelta(days=step)
        return bound + step if how.startswith("g") else bound - step

    def _put(self, name: str, value: Any) -> None:
        if name not in self.fixed:
            self.row[name] = value


def _terms(check: models.Q) -> list[Term]:
    return [term for child in check.children for term in ([child] if isinstance(child, tuple) else _terms(child))]
