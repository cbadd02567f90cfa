"""What an invited unit is told before it accepts, and accepting."""

from .given import INVITED, JOINED, answer, capacity, consent, ground, put, yes
from .stage import done, refused, told

LIST = "select id, given_name, how, question, from_unit, invited_by from guard.invitations()"
ADAM = "party/Adam/space/can you help/norrskolan/petra"
STANDS_NOT = "The invitation does not stand."
INVITE = "petra: guard.invite_party(:adam, :reception, :ground, 'space', 'can you help') as party"
ON_CONSENT = (consent(), ground(basis="consent", consents="array[:consent]"), *yes(), INVITE)
NO_MORE = "db: update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = :petra where guardian_id = :ali"
ACCEPT = "guard.accept_party(:party, null) as theirs"
WITH = "guard.accept_party(:party, :own) as theirs"
OPENED = "tomas: guard.open_child(:reception, null, 'Bo', 'Ek', 'ek', null, 2015, '', '') as own"
THERE = "db: select id, child_id, accepted_by_id from journey_party where accepted_at is not null and ground_id is not null"
NAME = (
    "db: select given_name, family_name, unit_id, opened_by_id, sort_key = (select x.sort_key from people_child x where"
    " x.subject_id = :adam) from people_child where subject_id = :theirs"
)
NOORS = (
    ground(child="noor", called="noors"),
    "petra: guard.invite_party(:noor, :reception, :noors, 'space', 'and noor') as noors_party",
)
GROUND = "db: update access_ground set {} where id = :ground"

DEEDS = [
    told("the invited unit reads the name and the question", f"tomas: {LIST}", ADAM, *INVITED),
    told("as does whoever works there", f"kerstin: {LIST}", ADAM, *INVITED),
    told("another unit does not", f"karin: {LIST}", "", *INVITED),
    told("nor one there whose role holds no children", f"lead: {LIST}", "", *INVITED,
         capacity("lead", "henrik", "reception", "programme_lead")),
    told("nor nobody", f"nobody: {LIST}", "", *INVITED),
    told("what is accepted is no invitation", f"tomas: {LIST}", "", *JOINED),
    told("nor what is declined", f"tomas: {LIST}", "", *INVITED, "kerstin: guard.end_party(:party)"),
    told("nor what rests on a ground that has ended", f"tomas: {LIST}", "", *INVITED, "petra: guard.end_ground(:ground)"),
    told("nor on one to come", f"tomas: {LIST}", "", *INVITED, GROUND.format("from_at = guard.now() + interval '1 day'")),
    told("one that will end stands", f"tomas: {LIST}", ADAM, *INVITED,
         GROUND.format("until_at = guard.now() + interval '1 day'")),
    told("nor is a protected child's name told", f"tomas: {LIST}", "", *INVITED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("each invitation has its own child", f"tomas: {LIST}", f"noors_party/Noor/space/and noor/norrskolan/petra, {ADAM}",
         *INVITED, *NOORS),
    told("on consent while it stands", f"tomas: {LIST}", ADAM, *ON_CONSENT),
    told("not when it is taken back", f"tomas: {LIST}", "", *ON_CONSENT, NO_MORE),
    told("nor when it no longer covers the name", f"tomas: {LIST}", "", *ON_CONSENT,
         "db: update consent_consentanswer set walls = '{67}'"),
    told("another ground's consent is of no matter", f"tomas: {LIST}", ADAM, consent("other"),
         ground(basis="consent", consents="array[:other]", called="elsewhere"), *ON_CONSENT),
    told("nor is one noted with another basis", f"tomas: {LIST}", ADAM, consent(), *INVITED,
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :ground,"
         " :adam, :consent)"),
    # -- accepting ---------------------------------------------------------------------------------------------------
    done("accepting opens a row of one's own", f"tomas: {ACCEPT}", THERE, "party/theirs/tomas", *INVITED),
    done("with the name that was told", f"tomas: {ACCEPT}", NAME, "Adam/Hassan/reception/tomas/yes", *NOORS, *INVITED),
    done("and the one who is meant", "tomas: guard.accept_party(:noors_party, null) as theirs",
         "db: select given_name, sort_key = (select x.sort_key from people_child x where x.subject_id = :noor)"
         " from people_child where subject_id = :theirs", "Noor/yes", *INVITED, *NOORS),
    done("a row that one works with is taken", f"tomas: {WITH}", THERE, "party/own/tomas", OPENED, *INVITED),
    done("and nothing else is", f"tomas: {WITH}", "db: select count(*) from people_child where unit_id = :reception", "1",
         OPENED, *INVITED),
    refused("not a row of a colleague", "colleague: guard.accept_party(:party, :own)", "You do not work with this child.",
            OPENED, capacity("colleague", "hanna", "reception", "social_worker"), *INVITED),
    refused("not a row of another authority", "tomas: guard.accept_party(:party, :noor)",
            "That child row belongs to another authority.", OPENED, put("noor", "tomas", "{257}"), *INVITED),
    refused("another unit does not accept", f"karin: {ACCEPT}", STANDS_NOT, *INVITED),
    refused("what does not stand is not accepted", f"tomas: {ACCEPT}", STANDS_NOT, *INVITED,
            "petra: guard.end_ground(:ground)"),
    refused("what is none is not accepted", "tomas: guard.accept_party(:adam, null)", STANDS_NOT, *INVITED),
    refused("what is accepted is not accepted again", f"kerstin: {ACCEPT}", STANDS_NOT, *JOINED),
    # -- what follows ------------------------------------------------------------------------------------------------
    told("in the space both read it", "tomas: select count(*) from journey_journey", "1", *JOINED),
    told("until the ground ends", "tomas: select count(*) from journey_journey", "0", *JOINED,
         "petra: guard.end_ground(:ground)"),
    told("or the consent that it rests on runs out", "tomas: select count(*) from journey_journey", "0", *ON_CONSENT,
         f"tomas: {ACCEPT}", "db: update consent_consent set valid_until = guard.now()"),
    told("or is taken back", "tomas: select count(*) from journey_journey", "0", *ON_CONSENT, f"tomas: {ACCEPT}", NO_MORE),
    told("and those who were there stay", "petra: select count(*) from journey_journey", "1", *ON_CONSENT,
         f"tomas: {ACCEPT}", NO_MORE),
    told("the space is open again with a new yes", "tomas: select count(*) from journey_journey", "1", *ON_CONSENT,
         f"tomas: {ACCEPT}", NO_MORE, answer(guardian="ali", answered_at="guard.now() + interval '1 second'")),
]  # fmt: skip
