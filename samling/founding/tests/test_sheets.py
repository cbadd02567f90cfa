"""Units, staff and class lists from a sheet: all or nothing, twice changes nothing, and nobody gives herself anything."""

import re
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samling.people.models import Capacity, Person, RosterEntry, Unit

STAFF = [["Namn", "Enhet", "Roll", "Löneklass"], ["Ny, Nils", "Norrskolan", "mentor", "12"], ["Siv Sund", "norrskolan", "Skolkurator", ""]]


def sheet(rows, name="lista.xlsx"):
    if name.endswith(".csv"):
        return SimpleUploadedFile(name, "\n".join(";".join(map(str, row)) for row in rows).encode("cp1252"))
    book, out = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return SimpleUploadedFile(name, out.getvalue())


def send(visitor, kind, rows, **more):
    return visitor.post(reverse(f"founding:import-{kind}"), {"sheet": sheet(rows, **more)})


def carried(page):
    found = re.findall(r'name="(rows|column-\w+|sure)" value="([^"]*)"', page.content.decode())
    return dict(reversed(found))


def read_in(visitor, kind, rows):
    return visitor.post(reverse(f"founding:import-{kind}"), carried(send(visitor, kind, rows)))


def faults(page):
    assert page.status_code == 200
    rows = re.findall(r'<td class="number">(\d+)</td><td>([^<]*)</td><td>([^<]*)</td>', page.content.decode().split("Det som måste rättas", 1)[-1].split("</table>")[0])
    return {(int(row), column): said for row, column, said in rows}


def people():
    return Person.objects.using("owner").count(), Capacity.objects.using("owner").count()


def test_staff_wait_for_a_second_person_and_twice_changes_nothing(cast, visitor):
    before = people()
    assert read_in(visitor.as_("ingrid"), "staff", STAFF).status_code == 302
    assert people() == (before[0] + 2, before[1] + 2)
    made = Capacity.objects.using("owner").filter(person__family_name__in=["Ny", "Sund"])
    assert {(one.role, one.approved_by_id, one.given_by_id) for one in made} == {
        ("mentor", None, cast.ingrid), ("school_counsellor", None, cast.ingrid)}
    assert read_in(visitor, "staff", STAFF).status_code == 302
    assert people() == (before[0] + 2, before[1] + 2)


def test_one_fault_and_nothing_is_read_in(cast, visitor):
    rows = [*STAFF, ["Ada Al", "Nordskolan", "mentor", ""], ["Bo Bo", "Norrskolan", "trollkarl", ""], ["", "Norrskolan", "mentor", ""],
            ["Ingrid Stål", "Norrskolan", "rektor", ""], ["Eva Ek", "Norrskolan", "", ""]]
    before = people()
    page = send(visitor.as_("ingrid"), "staff", rows)
    found = faults(page)
    assert set(found) == {(4, "Enhet"), (5, "Roll"), (6, "Hela namnet"), (7, "Hela namnet"), (8, "Roll")}
    assert "mentor" in found[5, "Roll"] and "Ingen ger sig själv en roll" in found[7, "Hela namnet"]
    assert visitor.post(reverse("founding:import-staff"), carried(page) | {"sure": "yes"}).status_code == 200
    assert people() == before


def test_a_head_gives_roles_in_the_own_branch_and_nowhere_else(cast, visitor):
    page = send(visitor.as_("gunilla"), "staff", [["Namn", "Enhet", "Roll"], ["Ada Al", "Socialtjänstens mottagning", "socialsekreterare"]])
    assert "Din roll får inte ge tjänster här." in faults(page)[2, "Enhet"]
    assert send(visitor.as_("petra"), "staff", STAFF).status_code == 403


def test_units_of_a_branch_that_is_here(cast, visitor):
    rows = [["Skola", "Nämnd", "Typ", "Telefon"], ["Västerskolan", "Barn- och utbildningsnämnden", "skola", "0522-1"],
            ["Blåsippan", "Barn- och utbildningsnämnden", "Förskola", ""]]
    with_fault = [*rows, ["Östra", "Trafiknämnden", "bro", ""]]
    name = Unit.objects.using("owner").get(pk=cast.norrskolan).branch.name
    rows = [[cell if cell != "Barn- och utbildningsnämnden" else name for cell in row] for row in rows]
    assert set(faults(send(visitor.as_("ingrid"), "units", with_fault))) >= {(4, "Verksamhetsgren"), (4, "Sort")}
    for _twice in range(2):
        assert read_in(visitor, "units", rows).status_code == 302
    made = Unit.objects.using("owner").filter(name__in=["Västerskolan", "Blåsippan"])
    assert {(one.name, one.kind, one.municipality_code) for one in made} == {
        ("Västerskolan", "school", "9901"), ("Blåsippan", "preschool", "9901")}
    assert send(visitor.as_("gunilla"), "units", rows).status_code == 403


def test_a_class_list_keeps_the_year_and_never_the_number(cast, visitor):
    rows = [["Förnamn", "Efternamn", "Klass", "Personnummer", "Mentor"], ["Olle", "Ö", "4B", "20150314-2389", "Petra Holm"],
            ["Åsa", "Ek", "4B", 150314, ""]]
    mentor = str(Capacity.objects.using("owner").get(pk=cast.petra).person)
    rows[1][4] = mentor
    page = send(visitor.as_("gunilla"), "pupils", rows)
    assert set(faults(page)) == {(3, "Födelseår")}
    rows[2][3] = 2016
    for _twice in range(2):
        assert read_in(visitor, "pupils", rows).status_code == 302
    olle = RosterEntry.objects.using("owner").get(given_name="Olle", unit=cast.norrskolan)
    assert (olle.birth_year, olle.group, olle.mentor_id) == (2015, "4B", cast.petra)
    rows[1][2] = "5B"
    read_in(visitor, "pupils", rows)
    assert RosterEntry.objects.using("owner").get(given_name="Olle", unit=cast.norrskolan).group == "5B"


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", "؟;؟\n".encode()])
def test_a_troubled_file_gets_a_sentence(cast, visitor, content):
    page = visitor.as_("ingrid").post(reverse("founding:import-staff"), {"sheet": SimpleUploadedFile("x.xlsx", content)})
    assert page.status_code in (200, 422)
    assert "Nothing" not in page.content.decode()


def test_what_is_carried_along_is_ones_own(cast, visitor):
    sent = carried(send(visitor.as_("ingrid"), "staff", STAFF))
    before = people()
    for changed in (sent | {"rows": sent["rows"][:-1] + "x"}, sent):
        assert visitor.as_("gunilla").post(reverse("founding:import-staff"), changed).status_code == 422
    assert people() == before


def test_a_csv_of_the_old_kind_is_read(cast, visitor):
    page = send(visitor.as_("ingrid"), "staff", [["Namn", "Enhet", "Roll"], ["Åke Öst", "Norrskolan", "lärare"]], name="a.csv")
    assert "Åke Öst" in page.content.decode() and "1 nya" in page.content.decode()
