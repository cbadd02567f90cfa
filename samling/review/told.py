"""What the impact assessment says that holds for every installation, and what each organisation must answer itself."""

from samling.kernel.words import _

# part: its title, and the sentences that hold everywhere
ABOUT: dict[str, tuple[str, ...]] = {
    "purpose": (
        _("Purpose and legal basis"),
        _("Adults around a child notice early, write down what was tried, ask for consent and act together."),
        _("The basis is public task (GDPR 6.1 e), not consent. Consent here lifts secrecy (OSL 12:2); it is no basis in GDPR."),
        _("Sensitive data are handled by DSL 3:3 and 3:5 and the laws of each activity."),
    ),
    "controllers": (
        _("Who is controller of what"),
        _("Each board or authority is controller of its own branch. The shared space of a child is written by its parties."),
        _("Boards of one municipality share the work by a written split; a municipality and a region by an arrangement (GDPR 26)."),
    ),
    "categories": (
        _("What is held about children"),
        _("Each branch holds its own row about a child. There is no register across branches and no search across them."),
    ),
    "people": (
        _("Who may work in it"),
        _("A role reads nothing by itself. A second person approves every role with children."),
    ),
    "parties": (
        _("Parties and agreements"),
        _("An agreement says how a party takes part. It gives nobody access."),
    ),
    "grounds": (
        _("On which bases something is told"),
        _("Every telling has a basis, a decider and an end, and the family gets a receipt unless a law says otherwise."),
    ),
    "texts": (
        _("What families are asked"),
        _("Both guardians are asked. Yes, no and taking back weigh the same. The child is heard by age and maturity."),
    ),
    "keeping": (
        _("How long records are kept"),
        _("Nothing is disposed of without a list that a records officer has approved."),
    ),
    "outside": (
        _("Where information leaves the house"),
        _("Letters and notices hold no name, school, time or reason. No page loads anything from another server."),
    ),
    "log": (
        _("Protection, log and backup"),
        _("The database itself decides, row by row, who reads what. Every opening of a child is written down before it is shown."),
        _("The log is append-only and sealed; a family sees who has looked. Searches of the log are themselves written down."),
        _("Protected identity hides a child from all but named readers, in lists, counts and searches too."),
    ),
}

# part: what no row in the system knows
BLANKS: dict[str, tuple[str, ...]] = {
    "purpose": (_("the board's decision, and why each kind of information is necessary"),
                _("what the data protection officer has said, and when")),
    "controllers": (_("the written split between the boards, with its number"), _("who runs the servers, and the agreement with them")),
    "people": (_("who teaches new staff, and how often the roles are gone through"),),
    "parties": (_("arrangements that are not noted as agreements here"),),
    "keeping": (_("the board's retention plan, with its number"), _("decisions on legal hold")),
    "outside": (_("suppliers of e-mail and text messages, and where they keep their data"),),
    "log": (_("where the seals and the backups are kept, who can reach them, and when a restore was last tried"),
            _("the risks that you see, how grave and how likely they are, and what you do about each"),
            _("how an incident is told within 72 hours, and by whom")),
}  # fmt: skip
