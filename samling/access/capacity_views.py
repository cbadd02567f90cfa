"""'I vilken roll arbetar du?': chosen after sign-in and whenever one changes."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop

from samling.people.continuing import is_local

from .choosing import choices, choose, only_choice
from .door import door


def without_capacity(view):
    """The one page that is open to a person before a capacity is chosen."""
    view.without_capacity = True
    return view


@without_capacity
@door(gettext_noop("choose capacity"), asks=True)
def capacity(request):
    """One capacity is chosen for you; of several you choose, and the choice is on record."""
    found = choices(request.acting.person_id)
    wanted = request.POST.get("capacity") or getattr(only_choice(request, found), "pk", None)
    chosen = next((one for one in found if str(one.pk) == str(wanted)), None)
    if chosen is None:
        context = {"choices": found, "next": request.GET.get("next", "")}
        return render(request, "access/capacity.html", context)
    choose(request, chosen)
    back = request.POST.get("next") or request.GET.get("next", "")
    return redirect(back if is_local(back) else "/")
