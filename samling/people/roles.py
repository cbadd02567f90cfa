"""What each role may be given: dated reference data, no framework (domain reference 1.3).

A role is not a profession. Nobody reads anything by role alone: a role only says what an assignment,
made by someone else, can give. Only five roles can be assigned a whole unit.
"""

from dataclasses import dataclass
from datetime import date

from samling.kernel.categories import Category as C
from samling.kernel.regime import HOLDS, LEANS_ON, Domain

SINCE = date(2025, 7, 1)

SCHOOLS = (Domain.SCHOOL, Domain.PRIVATE_SCHOOL)

TEACHING = (C.IDENTITY, C.CONTACT, C.CONCERN, C.ATTENDANCE, C.LEARNING, C.ADAPTATIONS, C.SUPPORT, C.RELATIONS)
CLASSROOM = (*TEACHING, C.HOME, C.VOICE, C.CONSENT)
STUDENT_CARE = (*CLASSROOM, C.STUDENT_HEALTH, C.LEISURE, C.NO_CONTACT)
CARE = (C.IDENTITY, C.CONTACT, C.CONCERN, C.MEDICAL, C.HOME, C.VOICE, C.CONSENT, C.NO_CONTACT)
SOCIAL_WORK = (C.IDENTITY, C.CONTACT, C.CONCERN, C.SOCIAL, C.HOME, C.VOICE, C.CONSENT, C.NO_CONTACT)
PRESCHOOL_ROOM = (
    C.IDENTITY,
    C.CONTACT,
    C.CONCERN,
    C.ATTENDANCE,
    C.LEARNING,
    C.ADAPTATIONS,
    C.SUPPORT,
    C.RELATIONS,
    C.PRESCHOOL,
    C.HOME,
    C.VOICE,
    C.CONSENT,
)
LEADING = (*TEACHING, C.LEISURE, C.CONSENT, C.NO_CONTACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """One role: where it can sit, what it can be given, and what it may decide about others."""

    code: str
    sv: str
    en: str
    domains: tuple[Domain, ...]
    categories: tuple[C, ...] = ()  # what an ordinary assignment gives
    by_decision: tuple[C, ...] = ()  # may be added, one child at a time, with a reason
    whole_unit: tuple[C, ...] = ()  # what an assignment to a whole unit gives; empty: never
    may_hold_children: bool = True
    may_approve: bool = False  # may be the second person who approves a capacity
    may_decide_exceptions: bool = False  # may decide a reasoned exception to consent
    may_assign: bool = False  # may give and end assignments in the own unit
    needs_second_approval: bool = True
    from_on: date = SINCE
    to_on: date | None = None  # the first day it no longer holds

    def title(self, language: str) -> str:
        """The role's name in Swedish (`sv`) or, for any other language, in English."""
        return self.sv if language.startswith("sv") else self.en

    def categories_in(self, domain: Domain) -> tuple[C, ...]:
        """What an ordinary assignment gives of the compartment itself, when the role sits in `domain`."""
        return tuple(c for c in self.categories if c in HOLDS[domain] and domain in self.domains)

    def leaning_in(self, domain: Domain) -> tuple[C, ...]:
        """What it also gives of the row that the compartment hangs on: a nurse must know whom she meets."""
        return LEANS_ON.get(domain, ()) if domain in self.domains else ()

    def stands(self, on: date) -> bool:
        """Whether the role can be given on this day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)


def _without_children(code: str, sv: str, en: str, *, needs_second_approval: bool = False) -> RoleRule:
    return RoleRule(
        code=code,
        sv=sv,
        en=en,
        domains=tuple(Domain),
        may_hold_children=False,
        needs_second_approval=needs_second_approval,
    )


# fmt: off
_LEADERS = (
    RoleRule(code="head_teacher", sv="rektor", en="head teacher", domains=SCHOOLS,
             categories=STUDENT_CARE, by_decision=(C.REPORT,), whole_unit=LEADING,
             may_approve=True, may_decide_exceptions=True, may_assign=True),
    RoleRule(code="deputy_head", sv="biträdande rektor", en="deputy head", domains=SCHOOLS,
             categories=STUDENT_CARE, by_decision=(C.REPORT,), whole_unit=LEADING, may_assign=True),
    RoleRule(code="preschool_head", sv="rektor i förskolan", en="preschool head", domains=SCHOOLS,
             categories=(*PRESCHOOL_ROOM, C.NO_CONTACT), by_decision=(C.REPORT,),
             whole_unit=(*TEACHING, C.PRESCHOOL, C.CONSENT, C.NO_CONTACT),
             may_approve=True, may_decide_exceptions=True, may_assign=True),
    RoleRule(code="student_health_head", sv="elevhälsochef", en="head of student health", domains=SCHOOLS,
             categories=STUDENT_CARE, by_decision=(C.REPORT,),
             whole_unit=(*LEADING, C.STUDENT_HEALTH), may_approve=True, may_assign=True),
    RoleRule(code="unit_head", sv="enhetschef", en="head of unit", domains=(Domain.SOCIAL,),
             categories=SOCIAL_WORK,
             whole_unit=(C.IDENTITY, C.CONTACT, C.CONCERN, C.SOCIAL, C.CONSENT, C.NO_CONTACT),
             may_approve=True, may_decide_exceptions=True, may_assign=True),
    RoleRule(code="care_head", sv="verksamhetschef", en="head of care",
             domains=(Domain.HEALTH, Domain.SCHOOL_MEDICAL), categories=CARE,
             may_approve=True, may_decide_exceptions=True, may_assign=True),
)

_AT_SCHOOL = (
    RoleRule(code="mentor", sv="mentor", en="mentor", domains=SCHOOLS, categories=CLASSROOM),
    RoleRule(code="teacher", sv="lärare", en="teacher", domains=SCHOOLS,
             categories=(C.IDENTITY, C.CONCERN, C.LEARNING, C.ADAPTATIONS, C.RELATIONS, C.VOICE),
             by_decision=(C.ATTENDANCE, C.SUPPORT, C.HOME)),
    RoleRule(code="leisure_staff", sv="fritidspersonal", en="after-school staff", domains=SCHOOLS,
             categories=(C.IDENTITY, C.CONCERN, C.LEISURE, C.RELATIONS, C.ADAPTATIONS, C.VOICE),
             by_decision=(C.CONTACT, C.HOME)),
    RoleRule(code="assistant", sv="elevassistent", en="pupil's assistant",
             domains=SCHOOLS, categories=(C.IDENTITY, C.CONCERN, C.ADAPTATIONS, C.VOICE),
             by_decision=(C.SUPPORT, C.RELATIONS)),
    RoleRule(code="career_counsellor", sv="studie- och yrkesvägledare", en="career counsellor",
             domains=SCHOOLS, categories=(C.IDENTITY, C.LEARNING, C.VOICE)),
    RoleRule(code="school_psychologist", sv="skolpsykolog", en="school psychologist", domains=SCHOOLS,
             categories=STUDENT_CARE),
    RoleRule(code="school_counsellor", sv="skolkurator", en="school counsellor", domains=SCHOOLS,
             categories=STUDENT_CARE, by_decision=(C.REPORT,)),
    RoleRule(code="special_educator", sv="specialpedagog", en="special educator", domains=SCHOOLS,
             categories=(*STUDENT_CARE, C.PRESCHOOL)),
    RoleRule(code="preschool_teacher", sv="förskollärare", en="preschool teacher", domains=SCHOOLS,
             categories=PRESCHOOL_ROOM),
)

_AROUND = (
    RoleRule(code="school_nurse", sv="skolsköterska", en="school nurse", domains=(Domain.SCHOOL_MEDICAL,),
             categories=CARE),
    RoleRule(code="school_doctor", sv="skolläkare", en="school doctor", domains=(Domain.SCHOOL_MEDICAL,),
             categories=CARE),
    RoleRule(code="child_health_nurse", sv="BVC-sjuksköterska", en="child health nurse",
             domains=(Domain.HEALTH,), categories=CARE),
    RoleRule(code="camhs", sv="behandlare på BUP", en="child psychiatry therapist", domains=(Domain.HEALTH,),
             categories=CARE),
    RoleRule(code="social_worker", sv="socialsekreterare", en="social worker", domains=(Domain.SOCIAL,),
             categories=SOCIAL_WORK),
    RoleRule(code="family_guide", sv="familjevägledare", en="family guide", domains=(Domain.SOCIAL,),
             categories=SOCIAL_WORK),
    RoleRule(code="tsi_member", sv="medarbetare i TSI-teamet", en="early support team member",
             domains=(*SCHOOLS, Domain.SOCIAL, Domain.HEALTH),
             categories=(*STUDENT_CARE, C.SOCIAL, C.MEDICAL), by_decision=(C.PRESCHOOL,)),
    RoleRule(code="plan_coordinator", sv="fast kontakt", en="plan coordinator",
             domains=(*SCHOOLS, Domain.SOCIAL, Domain.HEALTH),
             categories=(C.IDENTITY, C.CONTACT, C.VOICE, C.CONSENT, C.NO_CONTACT)),
    RoleRule(code="secrecy_officer", sv="beslutsfattare i sekretessfrågor", en="secrecy officer",
             domains=(*SCHOOLS, Domain.SCHOOL_MEDICAL, Domain.SOCIAL, Domain.HEALTH),
             categories=(C.IDENTITY, C.VOICE, C.CONSENT, C.NO_CONTACT), by_decision=(C.CONCERN, C.HOME),
             may_approve=True, may_decide_exceptions=True),
)

_WITHOUT_CHILDREN = (
    _without_children("programme_lead", "projektledare", "programme lead"),
    _without_children("steering_group", "styrgrupp", "steering group"),
    _without_children("records_officer", "registrator", "records officer"),
    _without_children("dpo", "dataskyddsombud", "data protection officer"),
    _without_children("sysadmin", "systemadministratör", "system administrator", needs_second_approval=True),
)
# fmt: on

ROLES: dict[str, RoleRule] = {
    rule.code: rule for rule in (*_LEADERS, *_AT_SCHOOL, *_AROUND, *_WITHOUT_CHILDREN)
}


def standing_roles(on: date) -> list[RoleRule]:
    """The roles that can be given on a day."""
    return [rule for rule in ROLES.values() if rule.stands(on)]


def choices(language: str, on: date) -> list[tuple[str, str]]:
    """Code and title of every role that can be given, for a select field."""
    return [(rule.code, rule.title(language)) for rule in standing_roles(on)]
