"""Beginning a journey, taking part in it and leaving it."""

from .given import INVITED, JOINED, assigned, capacity, consent, ground, put, yes
from .stage import done, refused, told

STRANGER = "You do not work with this child."
BEGIN = "guard.begin_journey(:adam) as j"
PARTIES = "db: select child_id, unit_id, how, accepted_by_id from journey_party where journey_id = :j"
JOURNEYS = "db: select count(*) from journey_journey"
AN_INVITATION = "An invitation needs a standing ground that covers the name."
INVITE = "guard.invite_party(:adam, :reception, :ground, 'space', 'why') as party"
WAITING = "db: select id, unit_id, ground_id, how, accepted_at is null from journey_party where unit_id = :reception"
IS_WAITING = "party/reception/ground/space/yes"
CONSENT = (consent(), ground(basis="consent", consents="array[:consent]"))
LEAVE = "guard.end_party(:party)"
LEFT = "db: select unit_id, ended_by_id from journey_party where ended_at is not null"
NOT_PART = "You are not part of this."
COLLEAGUE = capacity("colleague", "hanna", "reception", "social_worker")
BY_COPY = (
    ground(unit="bvc"),
    "petra: guard.invite_party(:adam, :bvc, :ground, 'copy', 'why') as party",
    "birgitta: guard.accept_party(:party, null) as theirs",
)

HEALTH = f"petra: {INVITE.replace('reception', 'bvc')}"
BY_COPY_ALONE = "Health care takes part by copy, if it is not agreed otherwise and the family says yes to a SIP."
IN_SPACE = "db: select unit_id, how from journey_party where ground_id is not null"
SIP = (consent(unit="bvc", kind="'sip'"), ground(basis="consent", consents="array[:consent]", unit="bvc"), *yes())


def with_region(how: str = "space", of: str = "lovsjo_org", other: str = "health", **more: str) -> str:
    """An agreement with the region's health care, arranged past the verb."""
    columns = {"from_at": "guard.now() - interval '1 day'", "until_at": "null", "written_at": "guard.now()"} | more
    return (
        f"db: insert into people_agreement (id, organisation_id, with_branch_id, how, number, written_by_id, {', '.join(columns)}) "
        f"values (gen_random_uuid(), :{of}, :{other}, '{how}', '1', :ingrid, {', '.join(columns.values())})"
    )


AGREED = with_region()

DEEDS = [
    # -- beginning ---------------------------------------------------------------------------------------------------
    done("a journey begins with the one who begins it", f"petra: {BEGIN}", PARTIES, "adam/norrskolan/space/petra"),
    done("a child has one", f"petra: {BEGIN}", JOURNEYS, "1", f"gunilla: {BEGIN}"),
    done("another child another", f"petra: {BEGIN}", JOURNEYS, "2", "petra: guard.begin_journey(:noor)"),
    done("one that it has left is its no more", f"petra: {BEGIN}", JOURNEYS, "2", f"petra: {BEGIN}",
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra"),
    done("nor is one that it has not come into", f"petra: {BEGIN}", JOURNEYS, "2", f"petra: {BEGIN}",
         "db: update journey_party set accepted_at = null, accepted_by_id = null"),
    refused("a stranger begins none", f"maja: {BEGIN}", STRANGER),
    refused("nor does nobody", f"nobody: {BEGIN}", STRANGER),
    refused("a journey has no journey", "petra: guard.begin_journey(:j)", STRANGER, f"petra: {BEGIN}"),
    # -- inviting ----------------------------------------------------------------------------------------------------
    done("a unit is invited on a ground", f"petra: {INVITE}", WAITING, IS_WAITING, ground()),
    done("on one that will end", f"petra: {INVITE}", WAITING, IS_WAITING, ground(),
         "db: update access_ground set until_at = guard.now() + interval '1 day'"),
    done("on consent that stands", f"petra: {INVITE}", WAITING, IS_WAITING, *CONSENT, *yes()),
    done("another ground's consent is of no matter to it", f"petra: {INVITE}", WAITING, IS_WAITING, consent("other"),
         ground(basis="consent", consents="array[:other]", called="elsewhere"), *CONSENT, *yes()),
    done("nor is one noted with another basis", f"petra: {INVITE}", WAITING, IS_WAITING, consent(), ground(),
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :ground,"
         " :adam, :consent)"),
    refused("not on consent that nobody has given", f"petra: {INVITE}", AN_INVITATION, *CONSENT),
    refused("not on a yes to other than the name", f"petra: {INVITE}", AN_INVITATION, *CONSENT, *yes(walls="{67}")),
    refused("not on a ground without the name", f"petra: {INVITE}", AN_INVITATION, ground("{67}")),
    refused("not on one about another child", f"petra: {INVITE}", AN_INVITATION, ground(child="noor")),
    refused("not on one to another unit", f"petra: {INVITE}", AN_INVITATION, ground(unit="lotsen_social")),
    refused("not on one to somebody there", f"petra: {INVITE}", AN_INVITATION, ground(capacity="tomas")),
    refused("not on one that has ended", f"petra: {INVITE}", AN_INVITATION, ground(), "petra: guard.end_ground(:ground)"),
    refused("not on one to come", f"petra: {INVITE}", AN_INVITATION, ground(),
            "db: update access_ground set from_at = guard.now() + interval '1 day'"),
    refused("not on none", f"petra: {INVITE.replace(':ground', ':adam')}", AN_INVITATION, ground()),
    refused("a stranger invites nobody", f"maja: {INVITE}", STRANGER, ground()),
    refused("nor learns whether a ground stands", f"maja: {INVITE}", STRANGER, ground("{67}")),
    refused("health care does not come into the space", HEALTH, BY_COPY_ALONE, ground(unit="bvc")),
    done("for a SIP it does, where that is agreed", HEALTH, IN_SPACE, "bvc/space", *SIP, AGREED),
    done("by an agreement with a last day to come", HEALTH, IN_SPACE, "bvc/space", *SIP, with_region(until_at="guard.now() + interval '1 day'")),
    done("whatever was agreed before", HEALTH, IN_SPACE, "bvc/space", *SIP,
         with_region("copy", from_at="guard.now() - interval '2 days'"), AGREED),
    done("the later written counts where they begin together", HEALTH, IN_SPACE, "bvc/space", *SIP,
         with_region("copy", written_at="guard.now() - interval '2 days'"), AGREED),
    refused("not where they have agreed on copies since", HEALTH, BY_COPY_ALONE, *SIP, AGREED,
            with_region("copy", from_at="guard.now() - interval '1 hour'")),
    refused("not without an agreement", HEALTH, BY_COPY_ALONE, *SIP),
    refused("not by one that is over", HEALTH, BY_COPY_ALONE, *SIP, with_region(until_at="guard.now()")),
    refused("not by one to come", HEALTH, BY_COPY_ALONE, *SIP, with_region(from_at="guard.now() + interval '1 hour'")),
    refused("not by another organisation's", HEALTH, BY_COPY_ALONE, *SIP, with_region(of="granby_org")),
    refused("not by one with somebody else", HEALTH, BY_COPY_ALONE, *SIP, with_region(other="granby_social")),
    refused("not on a yes to something else", HEALTH, BY_COPY_ALONE, consent(unit="bvc"), *SIP[1:], AGREED),
    refused("not on another ground with a SIP noted beside it", HEALTH, BY_COPY_ALONE, consent(unit="bvc", kind="'sip'"), AGREED,
            ground(unit="bvc"), "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values"
            " (gen_random_uuid(), :ground, :adam, :consent)"),
    refused("not on another ground's SIP", HEALTH, BY_COPY_ALONE, *SIP, AGREED, consent("other", unit="bvc"), *yes("other"),
            ground(basis="consent", consents="array[:other]", unit="bvc")),
    told("who works with the child is told beforehand", "petra: select guard.may_share_space(:bvc, :ground)", "yes", *SIP, AGREED),
    told("nobody else is", "maja: select guard.may_share_space(:bvc, :ground)", "no", *SIP, AGREED),
    told("others need no agreement", "petra: select guard.may_share_space(:reception, :ground)", "yes", *SIP),
    done("but by copy", f"petra: {INVITE.replace('reception', 'bvc').replace('space', 'copy')}",
         "db: select unit_id, how from journey_party where ground_id is not null", "bvc/copy", ground(unit="bvc")),
    # -- leaving -----------------------------------------------------------------------------------------------------
    done("who came in leaves", f"tomas: {LEAVE}", LEFT, "reception/tomas", *JOINED),
    done("who leads there leaves", f"kerstin: {LEAVE}", LEFT, "reception/kerstin", *JOINED),
    done("who began lets them leave", f"petra: {LEAVE}", LEFT, "reception/petra", *JOINED),
    done("who is invited declines", f"tomas: {LEAVE}", LEFT, "reception/tomas", *INVITED),
    done("as may anyone who works there", f"colleague: {LEAVE}", LEFT, "reception/colleague", *INVITED, COLLEAGUE),
    done("an invitation is taken back", f"petra: {LEAVE}", LEFT, "reception/petra", *INVITED),
    done("who takes part by copy leaves", f"birgitta: {LEAVE}", LEFT, "bvc/birgitta", *BY_COPY),
    refused("a colleague who does not know the child does not leave for another", f"colleague: {LEAVE}", NOT_PART, *JOINED,
            COLLEAGUE),
    refused("nor does one at the unit whose role holds no children", f"lead: {LEAVE}", NOT_PART, *INVITED,
            capacity("lead", "henrik", "reception", "programme_lead")),
    refused("another unit declines nothing", f"karin: {LEAVE}", NOT_PART, *INVITED),
    refused("nor does a stranger", f"maja: {LEAVE}", NOT_PART, *INVITED, COLLEAGUE),
    refused("who may only write lets nobody leave by copy", "jonas: guard.end_party(:party)", NOT_PART,
            *BY_COPY, put("adam", "jonas", "{65}", "writer"),
            "db: select id as party from journey_party where child_id = :adam"),
    refused("a stranger lets nobody leave", f"maja: {LEAVE}", NOT_PART, *JOINED),
    refused("nor does one who works with the child and is not in it", f"jonas: {LEAVE}", NOT_PART, *JOINED,
            put("adam", "jonas", "{65}", "writer")),
    refused("nor another unit that is invited", f"birgitta: {LEAVE}", NOT_PART, *JOINED),
    refused("who has left does not leave again", f"tomas: {LEAVE}", NOT_PART, *JOINED, f"tomas: {LEAVE}"),
    refused("who was never there does not", "tomas: guard.end_party(:adam)", NOT_PART, *JOINED),
    refused("nor nobody", f"nobody: {LEAVE}", NOT_PART, *JOINED),
    refused("who leads a school where the child is protected from her does not", f"gunilla: {LEAVE}", NOT_PART, *JOINED,
            "petra: guard.protect(:adam, null, 'marked', '{}')"),
    refused("nor one that the unit assigned to another child", f"colleague: {LEAVE}", NOT_PART, *JOINED, COLLEAGUE,
            "colleague: guard.open_child(:reception, null, 'Bo', 'Ek', 'ek', null, 2015, '', '')"),
    done("the nurse of the school's child may too", f"eva: {LEAVE}", LEFT, "reception/eva", *JOINED, assigned("adam", "eva")),
]  # fmt: skip
