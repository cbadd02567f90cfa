"""`{% piece %}`: the piece of a long list that a page shows."""

from django import template

from samling.ui import pieces

register = template.Library()


@register.simple_tag(takes_context=True)
def piece(context, rows, *, word):
    """The piece that the address asks for: `{% piece rows word="past" as shown %}`, then ui/pieces.html."""
    return pieces.piece(rows, context["request"].GET, word)
