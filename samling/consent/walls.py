"""Which policy stands on which of consent's tables."""

from samling.records.migrations import IN_COMPARTMENT, Protect

TAKEN_BACK = "withdrawn_at, withdrawn_by_id"


def walls() -> list[Protect]:
    """Heads behind the consent wall of the authority that asked; texts after a look."""
    return [
        Protect("consent_consent", "head", columns=f"ended_at, ended_by_id, {TAKEN_BACK}", change=IN_COMPARTMENT),
        Protect("consent_consentbody", "body", head="consent_consent"),
        Protect("consent_consentanswer", "head", change=IN_COMPARTMENT,
                columns=f"taken_back_at, taken_back_by_id, taken_back_how, {TAKEN_BACK}"),
        Protect("consent_consentexception", "head", change=IN_COMPARTMENT,
                columns=f"ended_at, ended_by_id, {TAKEN_BACK}"),
        Protect("consent_exceptionbody", "body", head="consent_consentexception"),
        Protect("consent_nocontact", "head", change=IN_COMPARTMENT, columns=f"ended_at, ended_by_id, {TAKEN_BACK}"),
        Protect("consent_nocontactbody", "body", head="consent_nocontact"),
    ]
