"""The desk's pages: my children, one child and its story, search, and how accessible this is."""

from django.http import HttpRequest, HttpResponse

from samling.access.door import door, public, shown
from samling.adaptations.panel import adaptations
from samling.agenda.panel import team_meetings
from samling.attendance.panel import attendance, beside, sparks
from samling.circle.panel import circle
from samling.clocks.stage_rules import MARKS
from samling.closing.panel import closing
from samling.concern.panel import concerns
from samling.consent.panel import consents
from samling.day.asked import queued
from samling.day.places import holds_children
from samling.followup.panel import followup
from samling.forum.panel import forum
from samling.gathering.panel import joint_meetings
from samling.intake.panel import reads_in
from samling.journey.models import by_day, meets, shared_space
from samling.journey.panel import story, whole_story
from samling.letters.panel import letters
from samling.outcome.panel import wheels
from samling.people.models import Child
from samling.promises.panel import plan
from samling.records.clock import now
from samling.records.clock import today as the_day
from samling.referral.panel import referral
from samling.sharing.panel import told
from samling.support.panel import supports
from samling.ui.respond import respond
from samling.views.panel import views
from samling.welcome.panel import welcome

from . import child as one_child
from . import children as many
from . import search as searching
from .together import Way


@door("list my children")
def children(request: HttpRequest) -> HttpResponse:
    """*Barn*: where each stands, the longest silent first."""
    asked = request.GET
    page = many.page(now(), sort=asked.get("sort", ""), number=many.number(asked.get("page")),
                     stage=asked.get("stage", ""), group=asked.get("group", ""))  # fmt: skip
    shown(request, "list my children", page.rows)
    holds = holds_children(request.capacity)
    return respond(
        request, "desk/children.html", page=page, today=the_day(), holds=holds, reads_in=reads_in(request),
        sparks=sparks([row.pk for row in page.rows]), queue=queued(request.capacity),
    )  # fmt: skip


@door("open a child", opens=Child, also=shared_space, usual=True)
def child(request: HttpRequest, child: Child) -> HttpResponse:
    """Understand this child in twenty seconds, and see the one thing to do next."""
    tale, asked, question = story(request, child, MARKS), consents(request, child), referral(request, child)
    near, joint, team = circle(request, child), joint_meetings(request, child), team_meetings(request, child)
    met, seen = welcome(request, child, question["found"]), views(request, child)
    agreed, asks = plan(request, child), followup(request, child)
    way = Way(child, met, joint, seen, agreed, asks, question["found"])
    head = one_child.page_of(child, request.capacity, tale, asked, home=near["home"], referral=question, way=way,
                             closing=closing(request, child))  # fmt: skip
    return respond(
        request,
        "desk/child.html",
        child=child,
        today=tale["today"],
        story=tale,
        consents=asked,
        concerns=concerns(request, child),
        adaptations=adaptations(request, child),
        told=told(request, child),
        letters=letters(request, child),
        attendance=attendance(request, child),
        team=team,
        referral=question,
        welcome=met,
        gathering=joint,
        next=one_child.next_meeting(now(), joint=joint["next"], item=team["item"], info=met and met["meeting"]),
        forum=forum(request, child),
        views=seen,
        wheels=wheels(request, child),
        circle=near,
        plan=agreed,
        followup=asks,
        supports=supports(request, child),
        tier=many.tiers_of([child.pk]).get(child.pk),
        **head,
    )


@door("read the story", opens=Child, also=shared_space)
def timeline(request: HttpRequest, child: Child) -> HttpResponse:
    """What happened, newest first, of one kind or one side when asked, with attendance in the margin."""
    told = whole_story(request, child)
    ribbon = beside(child, told["thread"].lines, told["filters"].before)
    return respond(request, "desk/timeline.html", child=child, today=the_day(), ribbon=ribbon, **told)


@door("see the meetings to come")
def meetings(request: HttpRequest) -> HttpResponse:
    """*Möten*: every meeting to come, day by day, mine first."""
    found = meets(request.capacity, now())
    only = request.GET.get("show") == "mine"
    rows = [one for one in found if one.mine] if only else found
    shown(request, "see the meetings to come", [one.child for one in rows if one.child])
    return respond(request, "desk/meetings.html", days=by_day(rows), only=only, some=bool(found), today=the_day())


@door("search among my children")
def search(request: HttpRequest) -> HttpResponse:
    """Names, an identity number, titles of notes: only among my children, and on record."""
    asked = request.GET.get("q", "")
    hits = searching.found(asked, request.capacity, now())
    shown(request, "search among my children", searching.shown_of(hits), kind="search")
    return respond(request, "desk/search.html", asked=asked, hits=hits, today=the_day())


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible Samling is, and whom to tell when something does not work."""
    return respond(request, "desk/accessibility.html")
