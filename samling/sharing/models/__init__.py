"""The joint table around a child: who sits there, what each has been told, and telling one record more."""

from .table import Table

__all__ = ["Table"]
