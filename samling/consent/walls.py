"""Which policy stands on which of consent's tables, and what a colleague must not notice."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect, Statements

TAKEN_BACK = "withdrawn_at, withdrawn_by_id"
ENDED = f"ended_at, ended_by_id, {TAKEN_BACK}"

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_consent.sql")

# A second layer: an exception is an officer's own, where two guardians answer together or the young person alone;
# nobody under fifteen is asked alone; what is told in silence is seen by those who know alone.
ONLY_THOSE = Statements(
    """
    drop policy if exists decided on consent_consentexception;
    create policy decided on consent_consentexception as restrictive for insert to samling_app
      with check ((select guard.may_decide()) and (reason <> 'child_alone' or guard.may_be_alone(subject_id))
        and (reason = 'child_alone' or guard.answers_with_another(subject_id, guardian_id)));
    drop policy if exists fifteen on consent_consent;
    create policy fifteen on consent_consent as restrictive for insert to samling_app
      with check (wall % 64 <> 17 or guard.may_be_alone(subject_id));
    drop policy if exists quiet on access_ground;
    create policy quiet on access_ground as restrictive for select to samling_app
      using (id not in (select guard.quiet_grounds()));
    drop policy if exists quiet on access_disclosure;
    create policy quiet on access_disclosure as restrictive for select to samling_app
      using (ground_id not in (select guard.quiet_grounds()));
    """,
    again=True,
)


def walls() -> list[Protect]:
    """Heads behind the consent wall of the authority that asked; texts after a look."""
    return [
        Protect("consent_consent", "head", columns=ENDED, change=IN_COMPARTMENT),
        Protect("consent_consentbody", "body", head="consent_consent"),
        Protect(
            "consent_consentanswer",
            "head",
            change=IN_COMPARTMENT,
            columns=f"taken_back_at, taken_back_by_id, taken_back_how, {TAKEN_BACK}",
        ),
        Protect("consent_answerbody", "body", head="consent_consentanswer"),
        Protect("consent_consentexception", "head", change=IN_COMPARTMENT, columns=ENDED),
        Protect("consent_exceptionbody", "body", head="consent_consentexception"),
    ]
