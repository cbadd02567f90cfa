"""The words of such lists: what columns may hold, how they are headed, and what is said of a cell to mend.

Headings of Vklass and Learnpoint are as their makers' help pages give them; the others are common words of such
lists and not verified (docs/decisions/0042-attendance.md).
"""

from samling.kernel.words import _

FIELDS = {
    "number": _("Identity number"),
    "name": _("Name"),
    "given": _("Given name"),
    "family": _("Family name"),
    "group": _("Class"),
    "year": _("Year"),
    "week": _("Week"),
    "date": _("Date"),
    "lesson": _("Lesson or subject"),
    "scheduled": _("Scheduled, minutes"),
    "scheduled-h": _("Scheduled, hours"),
    "present": _("In school, minutes"),
    "present-h": _("In school, hours"),
    "absent": _("Absence in all, minutes"),
    "absent-h": _("Absence in all, hours"),
    "valid": _("Valid absence, minutes"),
    "valid-h": _("Valid absence, hours"),
    "invalid": _("Invalid absence, minutes"),
    "invalid-h": _("Invalid absence, hours"),
    "late": _("Late arrivals, times"),
}
MINUTES = ("scheduled", "present", "absent", "valid", "invalid")
WHO, WHEN = ("number", "name", "given", "family"), ("week", "date")

# A heading in plain letters: what it holds. The first that fits the whole heading counts.
HEADINGS: tuple[tuple[str, str], ...] = (
    (r"(elevens )?(person(nummer|nr)|pnr|p nr|personid|person id|elev ?id.*person.*|samordningsnummer)", "number"),
    (r"(elev(ens)?( ?namn)?|namn|efternamn,? f[oö]rnamn|student|name)", "name"),
    (r"(f[oö]rnamn|tilltalsnamn|given ?name)", "given"),
    (r"(efternamn|family ?name)", "family"),
    (r"(klass|avdelning|mentorsgrupp|klass/grupp|class)", "group"),
    (r"([aå]r|kalender[aå]r|year)", "year"),
    (r"(vecka|v|veckonr|veckonummer|[aå]r ?- ?vecka|week)", "week"),
    (r"(datum|dag|lektionsdatum|date)", "date"),
    (r"([aä]mne|kurs|lektion|[aä]mne/kurs|lesson)", "lesson"),
    (r"(sena? ankomst(er)?|antal sena( ankomster)?|sen|f[oö]rsenad)( antal)?", "late"),
)
# A heading about time: the words that make it, and what it holds.
TIMES: tuple[tuple[str, str], ...] = (
    (r"\b(ej|utan|inte|o)? ?(ogiltig|oanm[aä]ld|ej anm[aä]ld|of?g|skolk|olovlig)\b", "invalid"),
    (r"\b(giltig|anm[aä]ld|gf|beviljad|lovlig)\b", "valid"),
    (r"\b(schemalagd?t?|lektionstid|undv|undervisningstid|planerad|totalt? tid|totalt|scheduled)\b", "scheduled"),
    (r"\b(n[aä]rvaro(tid)?|n[aä]rvarande|n)\b", "present"),
    (r"\b(f)\b", "invalid"),  # Vklass: F min is invalid absence, GF min valid
    (r"\b(fr[aå]nvaro(tid)?|fr[aå]nvarande|total fr[aå]nvaro)\b", "absent"),
)

PROBLEMS = {
    "who": _("Say whom the row is about: an identity number, or name and class."),
    "alike": _("Two pupils here have this name. Write the identity number too."),
    "when": _("Write the week like this: 2025-36."),
    "week": _("There is no such week. Write the week like this: 2025-36."),
    "year": _("Write the year with four digits, like 2025."),
    "date": _("Write the date like this: 2025-09-01."),
    "ahead": _("This week has not begun yet. Check the week and the year."),
    "old": _("This is more than five years ago. Check the year."),
    "minutes": _("Write the time with digits, like 120."),
    "percent": _("Here is a share in per cent. Choose a column with minutes or hours."),
    "negative": _("Time is never less than nothing. Check the figure."),
    "much": _("This is more than a week has room for. Does the column hold hours, or a whole term?"),
    "formula": _("Here is a formula. Write the figure itself."),
    "fault": _("Here is an error that the spreadsheet left. Write the figure itself."),
    "more": _("More is missed than was scheduled. Check the minutes of this row."),
    "scheduled": _("Write how much time was scheduled."),
    "late": _("Write how many times with digits, like 2."),
    "long": _("Here is far too much text. Check that the columns have not slipped."),
    "twice": _("The same pupil and week stand on an earlier row too. Keep one of them."),
}  # fmt: skip
