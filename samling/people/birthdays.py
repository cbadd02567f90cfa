"""What a birthday changes in who is asked and who reads, said kindly beforehand and while it holds."""

import datetime as dt

from django.utils.translation import gettext

from samling.kernel.ages import OF_AGE, age_on, turns_on
from samling.kernel.words import _
from samling.ui.words import full_day

from .models import Child

AHEAD = dt.timedelta(days=92)
ALONE = 15
# Said until the day comes, with the name and the day.
COMING = {
    ALONE: _("%(child)s turns 15 on %(day)s. From then on social services see the young person as a party. "
             "If nothing may go home, the young person can be asked alone."),
    OF_AGE: _("%(child)s turns 18 on %(day)s. From then on only the young person says yes or no. What the guardians have said yes to "
              "ends that day, and they no longer read or get letters. Ask in good time, and tell the guardians kindly."),
}  # fmt: skip
HOLDS = _("%(child)s is of age. Only the young person says yes or no. Guardians are not asked, get no letters and do not read. "
          "They may be welcome all the same: ask.")  # fmt: skip
UNKNOWN = _("Note the day of birth. %(child)s turns 18 soon, and it decides when only the young person says yes or no.")


def birthday_of(child: Child, today: dt.date) -> str:
    """What to know of it now; empty when no such birthday is near."""
    name, born, year = str(child), child.born_on, child.birth_year
    if age_on(today, born, year) >= OF_AGE:
        return gettext(HOLDS) % {"child": name}
    if born is None and today.year - year >= OF_AGE:
        return gettext(UNKNOWN) % {"child": name}
    for age, says in COMING.items():
        on = turns_on(age, born, year)
        if born and today < on <= today + AHEAD:
            return gettext(says) % {"child": name, "day": full_day(on)}
    return ""
