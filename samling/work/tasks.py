"""What comes round for the ground floor: what ends, what is late, what passes on, and the log's own watch."""

import secrets

from samling.kernel.words import _

from .kinds import House, scheduled


@scheduled("put-back", _("A task that has lost its place in the queue is put back"), every=30)
def put_back(house: House) -> None:
    """Nothing that was entrusted is lost, whichever workers were killed in whatever order."""
    house("put_back_tasks")


@scheduled("take-over", _("What someone held who has left or is away passes to a holder"), every=60)
def take_over(house: House) -> None:
    """An ending or a leave that came by its date, with nobody there to bring it about."""
    house("take_over_due")


@scheduled("warn-of-endings", _("Those who hold a right or a consent that ends soon are told"), at="05:30")
def warn_of_endings(house: House) -> None:
    """Capacities, assignments, places in joint teams and consents that stand: 30 and 7 days beforehand."""
    house("warn_of_endings")


@scheduled("tell-of-lapsed", _("Those whom a consent that no longer holds concerns are told"), at="05:40")
def tell_of_lapsed(house: House) -> None:
    """By itself it shows nothing from its last moment on: this only says so."""
    house("tell_of_lapsed")


@scheduled("tell-of-overdue", _("Whoever leads a unit is told what has long not been done there"), at="05:50")
def tell_of_overdue(house: House) -> None:
    """The one who was to do it has it on her own page from its day on."""
    house("tell_of_overdue")


@scheduled("spot-checks", _("Looks are drawn at random, to be reviewed"), at="06:00", weekday=0)
def draw_spot_checks(house: House) -> None:
    """Which ones cannot be known beforehand: the seed is made now."""
    house("draw_spot_checks", secrets.token_hex(16))
