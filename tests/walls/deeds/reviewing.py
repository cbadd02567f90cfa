"""The log searched for a reason, who reads of it, and on which grounds something stands told."""

from .consents import QUIET
from .given import capacity, consent, ground
from .looking import looked
from .stage import done, refused, told

MAY_NOT = "Your role may not search the log."
SAY_WHY = "Say why you search the log."
NAMELESS = "Your role searches the log by kind and time alone."
SEARCHES = "db: select organisation_id, because, person_id, record_id, kind, found, written_by_id from review_logsearch"
READ = "select because from review_logsearch"
BASES = "select basis, n from guard.bases_used()"
LIST = looked(kind="'list'", subject_id="null", walls="{}", shown="array[:adam, :noor]")
NOT_LEADING = "db: update people_roleright set whole_unit = '{1,3,16}' where role = 'head_teacher'"
WITHOUT_CHILDREN = "db: update people_roleright set may_hold_children = false where role = 'head_teacher'"
MARKED = "petra: guard.protect(:adam, null, 'marked', array[:petra])"
SILENT = (*QUIET, looked("sofia", ground_ids="array[:ground]"))
ALOUD_BESIDE = (
    *QUIET,
    consent("open"),
    ground(basis="consent", consents="array[:open]", called="loud"),
    looked("sofia", ground_ids="array[:loud]"),
)
AT_GRANBY = "gun: guard.open_child(:granbyskolan, :alva_pupil, '', '', '', null, null, '', '') as alva"
FIVE = tuple(ground(called=f"ground_{n}") for n in range(5))


def search(who: str, because: str = "why", person: str = "null", child: str = "null", kind: str = "''",
           since: str = "guard.now() - interval '1 hour'", until: str = "guard.now() + interval '1 hour'") -> str:  # fmt: skip
    return (
        f"{who}: select capacity, unit, subject, walls, shown from guard.search_looks('{because}', {person}, {child}, {kind},"
        f" {since}, {until}) where errand = 'now'"
    )


AMIRS = "amir/norrskolan/adam/67/0"

DEEDS = [
    told("a secrecy officer finds looks of the whole organisation", search("ingrid_2"), f"{AMIRS}, ulf/soderskolan/elsa/67/0",
         looked(), looked("ulf", "elsa")),
    told("and of no other", search("ingrid_2"), "", looked("gun")),
    told("a head of her own unit", search("gunilla"), AMIRS, looked(), looked("ulf", "elsa")),
    told("a data protection officer without names and children", search("ylva"), "-/norrskolan/-//0", looked()),
    refused("a mentor searches nothing", search("petra"), MAY_NOT),
    refused("nor does the system administrator", search("ingrid"), MAY_NOT),
    refused("nor nobody", search("nobody"), MAY_NOT),
    refused("nor one who leads without children", search("lead"), MAY_NOT, capacity("lead", "henrik", "norrskolan", "head_teacher"),
            WITHOUT_CHILDREN),
    refused("nor does a counsellor who holds children", search("amir"), MAY_NOT),
    refused("one says why", search("ingrid_2", " "), SAY_WHY),
    refused("without names one asks for no person", search("ylva", person=":amir_person"), NAMELESS),
    refused("and for no child", search("ylva", child=":adam"), NAMELESS),
    done("every search is kept", search("ingrid_2", " why ", ":amir_person", ":adam", "'open'"), SEARCHES,
         "lovsjo_org/why/amir_person/adam/open/1/ingrid_2", looked(), looked("sofia")),
    # -- what is asked for -----------------------------------------------------------------------------------------------
    told("what has been since", search("ingrid_2"), "", looked(at="guard.now() - interval '2 hours'")),
    told("until then", search("ingrid_2", until="guard.now()"), "", looked(at="guard.now() + interval '1 minute'")),
    told("by one person", search("ingrid_2", person=":amir_person"), AMIRS, looked(), looked("sofia")),
    told("at one child", search("ingrid_2", child=":adam"), AMIRS, looked(), looked(child="noor")),
    told("also in lists", search("ingrid_2", child=":noor"), "amir/norrskolan/-//2", looked(), LIST),
    told("of one kind", search("ingrid_2", kind="'list'"), "amir/norrskolan/-//2", looked(), LIST),
    told("or of any", search("ingrid_2", kind="null"), f"amir/norrskolan/-//2, {AMIRS}", looked(), LIST),
    # -- what stays hidden ---------------------------------------------------------------------------------------------
    told("no look at a protected child", search("ingrid_2"), "", looked(), MARKED),
    told("nor is she counted in a list", search("ingrid_2"), "amir/norrskolan/-//1", LIST, MARKED),
    told("nor found there by her name", search("ingrid_2", child=":adam"), "", LIST, MARKED),
    told("nor that the home is not to be reached", search("ingrid_2"), AMIRS, looked(walls="{67,81,82}"), looked(walls="{81,82}")),
    told("nor what was told in silence, to one who works with no child", search("ingrid_2"), AMIRS, *SILENT, looked()),
    told("what was told aloud on a consent is found", search("ingrid_2"), "sofia/norrskolan/adam/67/0", *ALOUD_BESIDE),
    told("nor to a head who may not read of it", search("gunilla"), "", *SILENT, NOT_LEADING),
    told("a head who may finds it", search("gunilla"), "sofia/norrskolan/adam/67/0", *SILENT),
    # -- who reads of the searches ---------------------------------------------------------------------------------------
    told("one's own searches are read", f"gunilla: {READ}", "hers", search("gunilla", "hers"), search("ingrid_2", "all")),
    told("those of the organisation by its officers", f"ylva: {READ}", "all, hers", search("gunilla", "hers"), search("ingrid_2", "all")),
    told("and by nobody else there", f"petra: {READ}", "", search("gunilla", "hers")),
    told("nor by those of another", f"sten: {READ}", "", search("gunilla", "hers")),
    # -- bases -----------------------------------------------------------------------------------------------------------
    told("few are said as few", f"ylva: {BASES}", "harm_test/-1", ground()),
    told("more by their number", f"ylva: {BASES}", "harm_test/5", *FIVE),
    told("by the system administrator too", f"ingrid: {BASES}", "harm_test/-1", ground()),
    told("and those who lead", f"gunilla: {BASES}", "harm_test/-1", ground()),
    told("and nobody else", f"petra: {BASES}", "", ground()),
    told("nor by nobody", f"nobody: {BASES}", "", ground()),
    told("not another organisation's", f"ylva: {BASES}", "", AT_GRANBY, ground("{513}", child="alva", by="gun")),
    told("what has begun", f"ylva: {BASES}", "", ground(), "db: update access_ground set from_at = guard.now() + interval '1 day'"),
    told("and not ended", f"ylva: {BASES}", "", ground(), "petra: guard.end_ground(:ground)"),
    told("also when it will end", f"ylva: {BASES}", "harm_test/-1", ground(), "db: update access_ground set until_at = guard.now() + interval '1 day'"),
    told("no protected child is in a number", f"ylva: {BASES}", "", ground(), MARKED),
    told("nor what was told in silence", f"ylva: {BASES}", "", *QUIET),
    told("what was told aloud beside it is", f"ylva: {BASES}", "harm_test/-1", *QUIET, ground(called="loud")),
]  # fmt: skip
