"""The map of those around a child, as a tag."""

from django import template

from samling.circle.picture import drawn

register = template.Library()


@register.simple_tag
def network(picture, *, width):
    """The map in one width: wide or narrow."""
    return drawn(getattr(picture, width), picture.child, width, picture.title)
