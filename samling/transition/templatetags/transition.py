"""The mark of where a package stands."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samling.kernel.words import _
from samling.ui.html import format_html

from ..models import Package
from ..rules import State

register = template.Library()

SAYS = {
    State.PREPARED: ("calm", _("being prepared")),
    State.GIVEN: ("wait", _("waits for the receiver")),
    State.ACCEPTED: ("go", _("received")),
    State.DECLINED: ("stop", _("not received")),
    State.CAME: ("go", _("came here")),
}


@register.simple_tag
def state_of(package: Package) -> SafeString:
    """Where a package stands, in words."""
    tone, says = SAYS[package.state]
    return format_html('<span class="pill pill--{}">{}</span>', tone, gettext(says))
