"""What comes round for what is told of a child's matter."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled


@scheduled("drafts-forget", _("Private drafts that are too old go"), at="02:50")
def forget_drafts(house: House) -> None:
    """A draft is no record, and is kept no longer than is settled."""
    house("forget_drafts")
