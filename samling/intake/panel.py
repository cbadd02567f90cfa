"""What the desk shows of lists that are read in: the way to it, for those who may."""

from django.http import HttpRequest

from .reading_in import may_read_in


def reads_in(request: HttpRequest) -> bool:
    """Whether the acting capacity may read in a list of attendance."""
    return bool(may_read_in(request.capacity))
