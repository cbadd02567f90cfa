"""What comes round: when a term is over, what has helped in it is published."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled


@scheduled("publish-helped", _("What has helped is published when a term is over"), at="04:10")
def publish(house: House) -> None:
    """Once for each term and organisation; on every other night there is nothing to do."""
    house("publish_helped")
