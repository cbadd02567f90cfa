"""The steps from an empty house to the first checklist, in their order."""

from typing import NamedTuple

from samling.kernel.words import _


class Told(NamedTuple):
    """What a step says: what to do, why, the button, and where it is done (empty where a page of the day does it)."""

    code: str
    title: str
    what: str
    why: str
    button: str
    route: str


STEPS = (
    Told(
        "organisation",
        _("The organisation"),
        _("Its name and its municipality. They were given when Samling was installed."),
        _("Everything else belongs to it: people, rights and records."),
        _("See who works where"),
        "staff:staff",
    ),
    Told(
        "branches",
        _("Branches"),
        _("One branch for each authority and activity: schools, school health, concern reports, social services."),
        _("The branch decides where secrecy runs. It cannot be changed once children are there."),
        _("New branch"),
        "staff:branch-new",
    ),
    Told(
        "units",
        _("Units"),
        _("Each school, preschool and team, with the number that families ring. You can read them from a sheet."),
        _("People work at a unit, and a child belongs to one."),
        _("New unit"),
        "staff:unit-new",
    ),
    Told(
        "second",
        _("A second person"),
        _("Give somebody else a role that may approve, such as head teacher. The first one is approved by whoever installed Samling."),
        _("Nobody gives themselves access. Two people stand behind every role with children."),
        _("Give a capacity"),
        "staff:staff",
    ),
    Told(
        "roles",
        _("Those who work with children"),
        _("Give each person a role, one by one or from a sheet, and let the second person approve."),
        _("A role reads nothing by itself. It says what a person may be given about one child."),
        _("Read staff from a sheet"),
        "founding:import-staff",
    ),
    Told(
        "reports",
        _("Where concern reports are received"),
        _("The number by day and by night."),
        _("Every page has a way out to it. It must be right the first time somebody needs it."),
        _("Write the numbers"),
        "founding:reports",
    ),
    Told(
        "settings",
        _("What you settle for yourselves"),
        _("Deadlines, ages, the ladder of absence and the names of the tiers. What you leave is as shipped."),
        _("So that Samling speaks and counts as you do."),
        _("See the settings"),
        "office:front",
    ),
    Told(
        "texts",
        _("Texts and consent"),
        _("Read what a family is asked before anybody asks it."),
        _("The words are what a family says yes or no to."),
        _("Read the texts"),
        "office:texts",
    ),
    Told(
        "mail",
        _("Letters"),
        _("Send a test letter to yourself, and see that it comes."),
        _("Invitations and notices go by e-mail. There is no child in them."),
        _("Send a test letter"),
        "founding:test-letter",
    ),
    Told(
        "pupils",
        _("Class lists"),
        _("The head of each school reads in names, class and mentor."),
        _("A mentor finds the pupil there. The list tells of no matter."),
        _("Read a class list"),
        "founding:import-pupils",
    ),
    Told(
        "child",
        _("The first child"),
        _("A mentor opens a pupil of the class and writes what was seen."),
        _("A child is here when somebody has a reason, and never before."),
        "",
        "",
    ),
    Told(
        "checklist",
        _("The first checklist"),
        _("The school fills it in together, and asks the guardians if others may help."),
        _("Then the organisation is on its way."),
        "",
        "",
    ),
)
