"""What the sign-in pages need beyond the house's own tags."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(value):
    """The value as JSON text, for a data attribute; the template escapes it."""
    return json.dumps(value, cls=DjangoJSONEncoder)
