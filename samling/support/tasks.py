"""What comes round: when a term is over, what has helped at home is published with the rest."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled


@scheduled("publish-helped-at-home", _("What has helped at home is published when a term is over"), at="04:20")
def publish(house: House) -> None:
    """The night when the adaptations' figures are published; on every other night there is nothing to do."""
    house("publish_at_home")
