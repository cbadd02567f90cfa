"""The disclosure matrix: every pair has its default, and the asymmetry never breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.access import secrecy
from samling.access.telling import QUESTIONS, Question, facts_of, next_question, walked
from samling.access.verdict import Basis, End, Matter, Recipient, Verdict
from samling.kernel.regime import Regime as R

SCHOOL = {R.SCHOOL_OTHER, R.SCHOOL_SUPPORT, R.SCHOOL_HEALTH, R.LEISURE}
EDUCATION = SCHOOL | {R.PRESCHOOL}
SCHOOL_SIDE = EDUCATION | {R.SCHOOL_MEDICAL, R.PRIVATE_SCHOOL}
CARE = {R.HEALTH, R.SCHOOL_MEDICAL}
PLACES = [place for place in R if place != R.REPORT]
PEOPLE = list(Recipient)

# Domain reference 6.2 with nothing known: what the page says before anyone has weighed anything.
# y yes · a ask for consent · n no. Columns: SO SS SH LE PR SM PS SOC HEALTH · guardian child outsider crime
COLUMNS = [R.SCHOOL_OTHER, R.SCHOOL_SUPPORT, R.SCHOOL_HEALTH, R.LEISURE, R.PRESCHOOL, R.SCHOOL_MEDICAL,
           R.PRIVATE_SCHOOL, R.SOCIAL, R.HEALTH, *PEOPLE]  # fmt: skip
DEFAULTS = {
    R.SCHOOL_OTHER: "aaaaaaaaa yyan",
    R.SCHOOL_SUPPORT: "aaaaaaaaa yyan",
    R.SCHOOL_HEALTH: "aaaaaaaaa yyan",
    R.LEISURE: "aaaaaaaaa yyan",
    R.PRESCHOOL: "aaaaaaaaa ynan",
    R.SCHOOL_MEDICAL: "aaaaaaaaa ynan",
    R.PRIVATE_SCHOOL: "aaaaaaaaa yyan",
    R.SOCIAL: "aaaaaaaaa ynan",
    R.HEALTH: "aaaaaaaaa ynan",
    R.REPORT: "nnnnnnnnn nnnn",
}
# The same pairs when it is needed for the support of a child of 9, but no consent and no weighing is there.
# i inside, need to know · 2 OSL 25:12 · 3 OSL 25:13 a · 9 OSL 26:9 · g general clause
NEEDED_SAME = {
    R.SCHOOL_OTHER: "iiiiagaaa",
    R.SCHOOL_SUPPORT: "iiiiagaaa",
    R.SCHOOL_HEALTH: "aiiaagaaa",
    R.LEISURE: "iiiiagaaa",
    R.PRESCHOOL: "aaaaigaaa",
    R.SCHOOL_MEDICAL: "a33aaia22",
    R.PRIVATE_SCHOOL: "aaaaaaiaa",
    R.SOCIAL: "aaaaaaai9",
    R.HEALTH: "aaaaaaa2i",
}
NEEDED_APART = {
    **{school: "aaaaaaaaa" for school in (*EDUCATION, R.PRIVATE_SCHOOL)},
    R.SCHOOL_MEDICAL: "aaaaaaa22",
    R.SOCIAL: "aaaaaaa99",
    R.HEALTH: "aaaaaaa22",
}
SIGNS = {
    Basis.NEED_TO_KNOW: "i",
    Basis.OSL_25_12: "2",
    Basis.OSL_25_13A: "3",
    Basis.OSL_26_9: "9",
    Basis.GENERAL_CLAUSE: "g",
}


def may_tell(source, to, matter=Matter.CHILD, *, child_age=9, **known):
    return secrecy.may_tell(source, to, matter, child_age=child_age, **known)


def sign(verdict: Verdict) -> str:
    return {End.YES: SIGNS.get(verdict.basis, "y"), End.ASK: "a", End.NO: "n"}[verdict.end]


@pytest.mark.parametrize("source", list(R))
def test_every_pair_has_its_default(source):
    told = "".join("y" if (v := may_tell(source, to)) else sign(v) for to in COLUMNS)
    assert told == DEFAULTS[source].replace(" ", "")


@pytest.mark.parametrize("source", PLACES)
def test_what_is_needed_for_support_opens_only_the_roads_the_law_built(source):
    known = {"child_age": 9, "needed_for_support": True}
    same = "".join(sign(may_tell(source, to, same_authority=True, **known)) for to in COLUMNS[:9])
    apart = "".join(sign(may_tell(source, to, **known)) for to in COLUMNS[:9])
    assert same == NEEDED_SAME[source]
    assert apart == NEEDED_APART[source]


@pytest.mark.parametrize("source", sorted(EDUCATION))
@pytest.mark.parametrize("to", [R.SOCIAL, R.HEALTH])
def test_school_may_tell_after_a_clean_harm_test_or_in_a_clear_case(source, to):
    assert may_tell(source, to, harm_tested=True).basis == Basis.HARM_TEST
    assert may_tell(source, to, clearly_outweighs=True).basis == Basis.GENERAL_CLAUSE
    assert may_tell(source, to, clearly_outweighs=True).paragraph == "OSL 10:27"


@pytest.mark.parametrize("source", sorted(EDUCATION))
def test_a_no_closes_the_harm_test_but_not_the_single_clear_case(source):
    refused = {"consent_refused": True, "harm_tested": True}
    assert may_tell(source, R.SOCIAL, **refused).end == End.NO
    assert may_tell(source, R.SOCIAL, clearly_outweighs=True, **refused).basis == Basis.GENERAL_CLAUSE


def test_the_general_clause_reaches_no_independent_school():
    assert not may_tell(R.SCHOOL_SUPPORT, R.PRIVATE_SCHOOL, clearly_outweighs=True)
    assert not may_tell(R.PRIVATE_SCHOOL, R.SOCIAL, clearly_outweighs=True, harm_tested=True)
    assert may_tell(R.PRIVATE_SCHOOL, R.SOCIAL, consent_standing=True).paragraph == "Skollagen 29:14"


def test_someone_who_is_grown_up_is_outside_the_roads_for_children():
    known = {"needed_for_support": True, "child_age": 18}
    assert not may_tell(R.HEALTH, R.SOCIAL, **known)
    assert not may_tell(R.SOCIAL, R.HEALTH, **known)


def test_a_decision_about_support_is_not_secret_but_only_for_authorities_here():
    assert may_tell(R.SCHOOL_SUPPORT, R.SOCIAL, Matter.DECISION)
    assert not may_tell(R.SCHOOL_SUPPORT, Recipient.OUTSIDER, Matter.DECISION)
    assert not may_tell(R.SOCIAL, R.SCHOOL_SUPPORT, Matter.DECISION)


def test_guardians_read_unless_the_home_is_closed_harm_follows_or_the_child_decides():
    told = {"child_age": 16}
    for source in PLACES:
        assert may_tell(source, Recipient.GUARDIAN, **told)
        assert may_tell(source, Recipient.GUARDIAN, no_contact=True, **told).end == End.NO
        assert may_tell(source, Recipient.GUARDIAN, significant_harm=True, **told).end == End.NO
        assert may_tell(source, Recipient.GUARDIAN, child_decides=True, **told).end == End.ASK
    assert may_tell(R.SCHOOL_HEALTH, Recipient.GUARDIAN, child_age=11, child_decides=True)


def test_a_child_is_party_from_15_and_told_by_maturity_before():
    assert may_tell(R.SOCIAL, Recipient.CHILD, child_age=15).paragraph.startswith("SoL 3:4")
    assert may_tell(R.SOCIAL, Recipient.CHILD, child_age=14).end == End.NO
    assert may_tell(R.SOCIAL, Recipient.CHILD, child_age=14, mature=True)


def test_who_spoke_is_told_unless_someone_could_be_hurt():
    assert may_tell(R.SOCIAL, Recipient.GUARDIAN, Matter.INFORMANT, violence_risk=False)
    assert may_tell(R.SOCIAL, Recipient.GUARDIAN, Matter.INFORMANT).end == End.NO
    assert may_tell(R.SOCIAL, R.SCHOOL_SUPPORT, Matter.INFORMANT, violence_risk=False).end == End.ASK


FLAGS = sorted(secrecy.DEFAULTS)
KNOWN = st.fixed_dictionaries(
    {"child_age": st.integers(0, 20)} | {flag: st.none() | st.booleans() for flag in FLAGS}
)
SOURCES, TO, MATTERS = st.sampled_from(R), st.sampled_from(COLUMNS), st.sampled_from(Matter)


@settings(max_examples=400)
@given(
    source=st.sampled_from([R.SOCIAL, R.HEALTH]),
    to=st.sampled_from(sorted(SCHOOL_SIDE)),
    matter=MATTERS,
    known=KNOWN,
)
def test_social_services_and_care_never_tell_school_without_consent(source, to, matter, known):
    verdict = may_tell(source, to, matter, **known)
    assert verdict.basis == Basis.CONSENT if verdict else verdict.end in {End.ASK, End.NO}


@settings(max_examples=300)
@given(source=SOURCES, matter=MATTERS, known=KNOWN)
def test_a_report_is_always_possible(source, matter, known):
    verdict = may_tell(source, R.SOCIAL, matter, **{**known, "duty": True})
    assert verdict.basis == Basis.DUTY
    assert may_tell(source, R.SOCIAL, matter, **{**known, "inquiry_asks": True}).basis == Basis.DUTY


@settings(max_examples=300)
@given(source=st.sampled_from(sorted({R.SOCIAL} | CARE)), to=TO, matter=MATTERS, known=KNOWN)
def test_neither_harm_test_nor_general_clause_opens_chapters_25_and_26(source, to, matter, known):
    assert may_tell(source, to, matter, **known).basis not in {Basis.HARM_TEST, Basis.GENERAL_CLAUSE}


@settings(max_examples=300)
@given(source=SOURCES, to=TO, matter=MATTERS, known=KNOWN)
def test_every_verdict_says_why_and_names_its_paragraph(source, to, matter, known):
    verdict = may_tell(source, to, matter, **known)
    assert verdict.because and verdict.paragraph
    assert (verdict.basis is not None) == bool(verdict)
    assert verdict.basis != Basis.BREAK_GLASS


@settings(max_examples=300)
@given(source=SOURCES, matter=MATTERS, known=KNOWN)
def test_hunting_for_crime_is_never_a_road_here(source, matter, known):
    assert may_tell(source, Recipient.CRIME, matter, **known).end == End.NO


@settings(max_examples=300)
@given(source=SOURCES, to=TO, known=KNOWN)
def test_another_persons_matter_needs_that_persons_yes_or_a_duty(source, to, known):
    verdict = may_tell(source, to, Matter.OTHER_PERSON, **known)
    assert not verdict or verdict.basis in {Basis.CONSENT, Basis.DUTY}


@settings(max_examples=300)
@given(data=st.data())
def test_the_walk_always_ends_and_never_asks_twice(data):
    answers: dict[str, str] = {}
    step = next_question(answers)
    while isinstance(step, Question):
        assert step.key not in answers
        values = [str(value) for value, _label in step.choices] or ["0", "12", "17", "19"]
        answers[step.key] = data.draw(st.sampled_from(values))
        step = next_question(answers)
    assert step.because
    assert [question.key for question, _answer in walked(answers)] == list(answers)


@settings(max_examples=200)
@given(answers=st.dictionaries(st.sampled_from([*QUESTIONS, "something_else"]), st.text(max_size=6)))
def test_an_answer_without_sense_is_asked_again(answers):
    step = next_question({**answers, "source": "nowhere"})
    assert isinstance(step, Question) and step.key == "source"
    facts_of(answers)


def test_the_walk_asks_only_what_decides():
    asked = [question.key for question, _ in walked({"source": "social", "recipient": "school_support",
             "matter": "about_child", "consent": "yes", "violence_risk": "yes"})]  # fmt: skip
    assert asked == ["source", "recipient", "matter", "consent"]


def test_what_is_to_be_told_is_asked_before_why():
    assert next_question({"source": "school_other", "recipient": "social"}).key == "matter"
    assert (
        next_question({"source": "school_other", "recipient": "social", "matter": "about_child"}).key
        == "duty"
    )
