"""A request for an extract, and all that is done about it."""

from .requests import Choice, Copy, Opening, Request, Step

__all__ = ["Choice", "Copy", "Opening", "Request", "Step"]
