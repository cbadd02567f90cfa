"""Who knows of a team and its meetings, and who at the table may hear which name."""

from .given import answer, assigned, capacity, consent, yes
from .stage import told


def team(called: str = "team", unit: str = "norrskolan", by: str = "gunilla") -> str:
    return (f"db: insert into team_team (id, unit_id, kind, begun_by_id, begun_at) values (gen_random_uuid(), :{unit}, 'eht',"
            f" :{by}, guard.now()) returning id as {called}")  # fmt: skip


def member(who: str, of: str = "team", starts: str = "- interval '1 day'", until: str = "null") -> str:
    ended = "null" if until == "null" else ":gunilla"
    return (f"db: insert into team_teammember (id, team_id, capacity_id, is_chair, given_by_id, from_at, until_at, until_by_id)"
            f" values (gen_random_uuid(), :{of}, :{who}, false, :gunilla, guard.now() {starts}, {until}, {ended})")  # fmt: skip


def meeting(called: str = "meeting", of: str = "team") -> str:
    return (f"db: insert into team_teammeeting (id, team_id, starts_at, place, called_by_id, called_at) values"
            f" (gen_random_uuid(), :{of}, guard.now() + interval '1 day', 'p', :gunilla, guard.now()) returning id as {called}")


def guest(who: str = "tomas", at: str = "meeting") -> str:
    return (f"db: insert into team_attendee (id, meeting_id, capacity_id, invited_by_id, invited_at) values"
            f" (gen_random_uuid(), :{at}, :{who}, :gunilla, guard.now())")  # fmt: skip


def slot(called: str = "slot", at: str = "meeting") -> str:
    return (f"db: insert into agenda_slot (id, meeting_id, added_at, question) values (gen_random_uuid(), :{at}, guard.now(), '')"
            f" returning id as {called}")  # fmt: skip


def item(child: str = "adam", called: str = "item", at: str = "slot") -> str:
    return (f"db: insert into agenda_teammeetingitem (id, subject_id, wall, written_by_id, written_at, for_guardians,"
            f" for_guardians_because, for_child, slot_id, source) values (gen_random_uuid(), :{child}, 71, :petra, guard.now(),"
            f" 'no', 'staff', false, :{at}, 'hand') returning id as {called}")  # fmt: skip


TEAMS = "select t from guard.my_teams() t"
MEETINGS = "select m.meeting, m.inside from guard.my_meetings() m"
HEARS = "gunilla: select item, capacity, walls from guard.team_hearing(:meeting)"
MAY = "item/tomas/65 67"
AGENDA = "tomas: select slot, given_name from guard.team_agenda(:meeting)"
TO_TOMAS = consent(to_unit_id="null", to_capacity_id=":tomas")
TO_UNIT = consent()
TABLE = (team(), member("gunilla"), meeting())
OTHER = (team("other", "sjobo", "per"), member("per", "other"), meeting("elsewhere", "other"))
SAT = (*TABLE, slot(), item(), guest())
NAMED = (*SAT, TO_TOMAS, *yes())
OVER, AHEAD = "guard.now()", "guard.now() + interval '1 hour'"
UPDATE = "db: update {} set {}"
MARK = "petra: guard.protect(:adam, null, 'marked', array[:gunilla])"
READS = ("db: insert into access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at, until_at) values"
         " (gen_random_uuid(), :{}, :{}, :petra, guard.now() {}, {})")  # fmt: skip

DEEDS = [
    # -- the team ----------------------------------------------------------------------------------------------------
    told("those at the unit know its team", f"petra: {TEAMS}", "team", *TABLE, *OTHER),
    told("a stranger knows of none", f"olof: {TEAMS}", "", *TABLE, *OTHER),
    told("whoever has a place knows the team", f"eva: {TEAMS}", "team", *TABLE, *OTHER, member("eva")),
    told("until the place ends", f"eva: {TEAMS}", "", *TABLE, member("eva", until=OVER)),
    told("also when it will end", f"eva: {TEAMS}", "team", *TABLE, member("eva", until=AHEAD)),
    told("and not before it begins", f"eva: {TEAMS}", "", *TABLE, member("eva", starts="+ interval '1 hour'")),
    # -- its meetings ------------------------------------------------------------------------------------------------
    told("a place in the team opens its meetings", f"gunilla: {MEETINGS}", "meeting/yes", *TABLE, *OTHER),
    told("a place from another branch is not inside", f"eva: {MEETINGS}", "meeting/no", *TABLE, *OTHER, member("eva")),
    told("to work at the unit is no place", f"petra: {MEETINGS}", "", *TABLE, *OTHER, guest()),
    told("a guest sees that meeting alone", f"tomas: {MEETINGS}", "meeting/no", *TABLE, *OTHER, guest()),
    told("until she does not come", f"tomas: {MEETINGS}", "", *TABLE, guest(),
         UPDATE.format("team_attendee", "left_at = guard.now(), left_by_id = :gunilla")),
    told("no meeting when the place has ended", f"eva: {MEETINGS}", "", *TABLE, member("eva", until=OVER)),
    told("still when it will end", f"eva: {MEETINGS}", "meeting/no", *TABLE, member("eva", until=AHEAD)),
    told("none before it begins", f"eva: {MEETINGS}", "", *TABLE, member("eva", starts="+ interval '1 hour'")),
    # -- who may hear the name ---------------------------------------------------------------------------------------
    told("a standing yes names the guest", HEARS, MAY, *NAMED),
    told("a yes to her unit does too", HEARS, MAY, *SAT, TO_UNIT, *yes()),
    told("one to another unit does not", HEARS, "", *SAT, consent(unit="lotsen_social"), *yes()),
    told("one to another person does not", HEARS, "", *SAT, consent(to_unit_id="null", to_capacity_id=":kerstin"), *yes()),
    told("one guardian is not enough", HEARS, "", *SAT, TO_TOMAS, answer("consent", "hodan")),
    told("a yes without the name names nobody", HEARS, "", *SAT, consent(walls="{67}", to_unit_id="null", to_capacity_id=":tomas"),
         *yes(walls="{67}")),
    told("a yes about another child is another's", HEARS, "", *TABLE, slot(), item("noor"), guest(), TO_TOMAS, *yes()),
    told("a yes to something else is no yes", HEARS, "", *SAT, consent(kind="'participation'", to_unit_id="null"), *yes()),
    told("a question the home must not know of names nobody", HEARS, "", *SAT,
         consent(wall=81, to_unit_id="null", to_capacity_id=":tomas"), *yes()),
    told("an item that was withdrawn is none", HEARS, "", *NAMED,
         UPDATE.format("agenda_teammeetingitem", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    told("nor one that was moved away", HEARS, "", *NAMED,
         UPDATE.format("agenda_slot", "dropped_at = guard.now(), dropped_by_id = :gunilla")),
    told("a guest who does not come hears nothing", HEARS, "", *NAMED,
         UPDATE.format("team_attendee", "left_at = guard.now(), left_by_id = :gunilla")),
    told("a capacity that has ended hears nothing", HEARS, "", *NAMED,
         UPDATE.format("people_capacity", "until_at = guard.now() where id = :tomas")),
    told("one that will end still does", HEARS, MAY, *NAMED,
         UPDATE.format("people_capacity", "until_at = guard.now() + interval '1 day' where id = :tomas")),
    told("one to come does not yet", HEARS, "", *NAMED,
         UPDATE.format("people_capacity", "from_at = guard.now() + interval '1 hour' where id = :tomas")),
    told("a member from another house is named alike", HEARS, MAY, *TABLE, slot(), item(), member("tomas"), TO_TOMAS, *yes()),
    told("while the place stands", HEARS, MAY, *TABLE, slot(), item(), member("tomas", until=AHEAD), TO_TOMAS, *yes()),
    told("and not after", HEARS, "", *TABLE, slot(), item(), member("tomas", until=OVER), TO_TOMAS, *yes()),
    told("nor before", HEARS, "", *TABLE, slot(), item(), member("tomas", starts="+ interval '1 hour'"), TO_TOMAS, *yes()),
    told("a place in another team is none here", HEARS, "", *TABLE, *OTHER, slot(), item(), member("tomas", "other"), TO_TOMAS,
         *yes()),
    told("each meeting has its own guests", HEARS, "", *TABLE, slot(), item(), *OTHER, guest(at="elsewhere"), TO_TOMAS, *yes()),
    told("each meeting has its own items", HEARS, "", *TABLE, guest(), *OTHER, slot(at="elsewhere"), item(), guest(at="elsewhere"),
         TO_TOMAS, *yes()),
    told("each item has its own place", HEARS, MAY, *NAMED, slot("second"), item("noor", "noors", "second")),
    told("a protected child is named to no guest", HEARS, "", *NAMED, MARK),
    told("but to a named reader", HEARS, MAY, *NAMED, MARK, READS.format("adam", "tomas", "- interval '1 hour'", "null")),
    told("while she is one", HEARS, MAY, *NAMED, MARK, READS.format("adam", "tomas", "- interval '1 hour'", AHEAD)),
    told("not when she has been", HEARS, "", *NAMED, MARK, READS.format("adam", "tomas", "- interval '1 hour'", OVER)),
    told("nor when she will be", HEARS, "", *NAMED, MARK, READS.format("adam", "tomas", "+ interval '1 hour'", "null")),
    told("nor of another child", HEARS, "", *NAMED, MARK, READS.format("noor", "tomas", "- interval '1 hour'", "null")),
    told("another child's protection changes nothing", HEARS, MAY, *NAMED, "petra: guard.protect(:noor, null, 'marked', '{}')"),
    # -- who is told of it -------------------------------------------------------------------------------------------
    told("whoever works with the child is told", HEARS.replace("gunilla", "petra"), MAY, *NAMED),
    told("a colleague who does not is told nothing", HEARS.replace("gunilla", "maja"), "", *NAMED),
    told("nor one who reads other things about her", HEARS.replace("gunilla", "jonas"), "", *NAMED, assigned("adam", "jonas")),
    told("one who was told the item is", HEARS.replace("gunilla", "sofia"), MAY, *NAMED,
         "petra: guard.give_ground(:adam, '{71}', null, :sofia, 'need_to_know', 'OSL', 'why', null, '{}') as ground",
         "petra: guard.disclose(:ground, 71, :item, null)"),
    told("and not one who was told another", HEARS.replace("gunilla", "sofia"), "", *NAMED, slot("second"),
         item("adam", "other_item", "second"),
         UPDATE.format("agenda_teammeetingitem", "withdrawn_at = guard.now(), withdrawn_by_id = :petra where id = :other_item"),
         "petra: guard.give_ground(:adam, '{71}', null, :sofia, 'need_to_know', 'OSL', 'why', null, '{}') as ground",
         "petra: guard.disclose(:ground, 71, :other_item, null)"),
    told("the guest sees the name", AGENDA, "slot/Adam", *NAMED, slot("second"), item("noor", "noors", "second")),
    told("another guest does not", AGENDA.replace("tomas", "kerstin"), "", *NAMED, guest("kerstin")),
    told("nobody sees it after the meeting", AGENDA, "", *NAMED, *OTHER,
         UPDATE.format("team_teammeeting", "ended_at = guard.now(), ended_by_id = :gunilla where id = :meeting")),
    told("another meeting's end changes nothing", AGENDA, "slot/Adam", *NAMED, *OTHER,
         UPDATE.format("team_teammeeting", "ended_at = guard.now(), ended_by_id = :gunilla where id = :elsewhere")),
    told("each in the capacity that was invited", AGENDA.replace("tomas", "tomas_2"), "", *NAMED,
         capacity("tomas_2", "tomas", "lotsen_social", "social_worker")),
]
