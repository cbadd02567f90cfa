"""The pages: picture and list say the same, a note by keyboard-ready form alone, who sees before every save, the empty state."""

import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.conf import settings

from samling.access.door import open_walls
from samling.journey.models import Draft
from samling.records.clock import now
from samling.views.models import Analysis, Note, Story
from samling.views.picture import picture

from .around import LONG, child_of, guardian, place, put, set_table, tell_story, third_says, writes_on_the_checklist

SENT = {"kind": "strength", "text": "Jonas ser mig.", "voice": "child", "places": ["child", "school"], "domain": "school.relations",
        "where": "own", "said_on": "2025-11-20", "home": "child"}  # fmt: skip


def html(answer, status=HTTPStatus.OK):
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


def page(cast, more="", key="adam"):
    return f"/children/{cast.world.child[key]}/views/{more}"


def sent(**said):
    return SENT | {"once": uuid4()} | said


def test_the_empty_page_begins_with_a_strength(cast, visitor):
    shown = html(visitor.as_("petra").get(page(cast)))
    assert "Vad tycker Adam om?" in shown and "kind=strength" in shown and "circles__mark" not in shown
    form = html(visitor.as_("petra").get(page(cast, "notes/new/?kind=strength&voice=child&places=child&domain=child.voice")))
    assert re.search(r'value="child-?"?[^>]*name="voice"|name="voice" value="child"[^>]*checked', form)


def test_a_note_is_placed_by_a_form_and_stands_in_picture_and_list(cast, visitor):
    petra = visitor.as_("petra")
    done = petra.post(page(cast, "notes/new/"), sent())
    assert done.status_code == HTTPStatus.FOUND and "#" not in done.url  # a fragment would keep the focus from the button
    shown = html(petra.get(done.url))
    with cast.acting("petra"):
        note = Note.objects.get()
        assert (note.places, note.voice, note.voice_name, note.for_child) == (["child", "school"], "child", "Adam", True)
    assert shown.count(str(note.pk)) >= 3 and f'id="note-{note.pk}"' in shown
    assert 'id="add"' in shown and "autofocus" in shown
    assert "”Jonas ser mig.”" in shown and "också Skolan" in shown


def test_sent_twice_it_is_one_note(cast, visitor):
    once = uuid4()
    for _turn in range(2):
        visitor.as_("petra").post(page(cast, "notes/new/"), sent(once=once))
    with cast.acting("petra"):
        assert Note.objects.count() == 1


def test_the_picture_says_what_it_draws(cast):
    for turn in range(9):
        place(cast, text=f"Lapp {turn}", kind=("worry", "question")[turn % 2])
    place(cast, speaker=guardian(cast, "hodan"), places=["home", "child"], domain="home.routines")
    with cast.acting("petra"):
        open_walls(child_of(cast), "read the three views")
    with cast.acting("petra"):
        notes = list(Note.standing([cast.adam]).select_related("body"))
        drawn = picture(list(enumerate(notes, 1)))
    marks, left_out = len(re.findall(r'data-note="', drawn.drawn)), sum(map(int, re.findall(r'data-more="(\d+)"', drawn.drawn)))
    assert left_out > 0 and marks + left_out == len(notes) == 10
    assert drawn.title.startswith("10 ") and sum(map(int, re.findall(r": (\d+)", drawn.sentence))) == 10


def test_the_list_and_the_picture_hold_the_same(cast, visitor):
    for places, domain in ((["child"], "child.health"), (["school"], "school.learning"), (["child", "school"], "child.friends")):
        place(cast, places=places, domain=domain)
    petra = visitor.as_("petra")
    both, alone = html(petra.get(page(cast))), html(petra.get(page(cast, "?show=list")))
    drawn = set(re.findall(r'<a href="/views/notes/([^/]+)/" class="circles__mark', both))
    listed = re.findall(r'<li id="note-([0-9a-f-]+)"', both)
    assert drawn == set(listed) == set(re.findall(r'<li id="note-([0-9a-f-]+)"', alone)) and len(listed) == 3
    assert "circles__mark" not in alone


@pytest.mark.parametrize(("speaker", "said"), [("child", "own words"), ("through", "as an adult understood it")])
def test_the_child_is_named_in_the_readers_language(cast, visitor, speaker, said):
    note = place(cast, speaker=speaker)
    petra = visitor.as_("petra")
    assert said not in html(petra.get(page(cast)))
    petra.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert f"Adam</bdi>, {said}" in html(petra.get(page(cast)))
    assert said in html(petra.get(f"/views/notes/{note}/"))


def test_who_sees_is_said_before_the_note_is_saved_in_both_cases(cast, visitor):
    set_table(cast)
    petra = visitor.as_("petra")
    own = html(petra.get(page(cast, "notes/new/?places=school&voice=child")))
    assert "Vem ser detta" in own
    part = html(petra.get(page(cast, "notes/new/?where=table"), headers={"HX-Request": "true"}))
    assert "<html" not in part and "Lotsen" in part
    part = html(petra.get(page(cast, "notes/new/?where=own&places=school&voice=staff-1"), headers={"HX-Request": "true"}))
    assert "Lotsen" not in part and "Petra Ek" in part


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"places": ["home"]}, "hör till en annan ring"),
        ({"voice": "other-home"}, "Skriv vems ord det är"),
        ({"said_on": "2031-01-01"}, "Välj en dag som har varit"),
        ({"about": "somebody"}, "Skriv vem den berättar om"),
        ({"about": "somebody", "about_name": "Lillasyster", "where": "table"}, "måste säga ja först"),
        ({"text": ""}, "Skriv ett svar"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_are_kept(cast, visitor, wrong, said):
    shown = html(visitor.as_("petra").post(page(cast, "notes/new/"), sent(**wrong)), HTTPStatus.UNPROCESSABLE_ENTITY)
    assert said in shown
    with cast.acting("petra"):
        assert not Note.objects.exists()


def test_a_brother_is_marked_and_can_never_be_put_on_the_table(cast, visitor):
    set_table(cast)
    petra = visitor.as_("petra")
    more = {"about": "somebody", "about_name": "Mio", "places": ["home"], "domain": "home.relation", "voice": guardian(cast, "hodan")}
    petra.post(page(cast, "notes/new/"), sent(**more))
    with cast.acting("petra"):
        note = Note.objects.get()
        assert note.about_person
    shown = html(petra.get(f"/views/notes/{note.pk}/"))
    assert "Mio" in shown and "inte har sagt ja" in shown and "note-put" not in shown
    assert petra.post(f"/views/notes/{note.pk}/table/").status_code == HTTPStatus.FORBIDDEN


def test_putting_on_the_table_says_what_happens_first(cast, visitor):
    set_table(cast)
    note = place(cast)
    petra = visitor.as_("petra")
    assert "kan läsa" in html(petra.get(f"/views/notes/{note}/table/"))
    with cast.acting("petra"):
        assert not Note.objects.get(pk=note).is_shared
    assert petra.post(f"/views/notes/{note}/table/").status_code == HTTPStatus.FOUND
    assert "Framlagd" in html(petra.get(page(cast)))
    assert "Räknar gärna" in html(visitor.as_("maria").get(f"/views/notes/{note}/"))


def test_the_other_authority_sees_only_what_is_told(cast, visitor):
    _consent, own = set_table(cast)
    put(cast, place(cast, text="Räknar gärna."))
    place(cast, text="Bara för oss.")
    place(cast, text="För alla runt bordet.", at_table=True)
    shown = html(visitor.as_("maria").get(f"/children/{own}/views/"))
    assert "Räknar gärna." in shown and "För alla runt bordet." in shown and "Bara för oss." not in shown
    assert "2 styrkor" in shown


def test_the_silent_are_named_with_a_way_to_hear_them(cast, visitor):
    place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines")
    shown = html(visitor.as_("petra").get(page(cast)))
    assert "Ali Hassan har inte fått säga något än." in shown and "Egna ord från Adam saknas." in shown
    assert f"voice=guardian-{cast.ali}" in shown and f"/children/{cast.adam}/letters/view/" in shown
    to = f"/children/{cast.adam}/letters/view/"
    pages = {visitor.post(to, {"who": cast.ali})["Location"] for _twice in range(2)}
    assert len(pages) == 1 and "hur Adam har det" in html(visitor.get(pages.pop()))
    assert visitor.post(to, {"who": cast.adam}).status_code == 404


def test_differences_are_marked(cast, visitor):
    place(cast, speaker=guardian(cast, "hodan"), places=["home"], domain="home.routines", text="Kvällarna är lugna.")
    place(cast, speaker=guardian(cast, "ali"), places=["home"], domain="home.routines", kind="worry", text="Det är bråk.")
    shown = html(visitor.as_("petra").get(page(cast)))
    assert "Där synen är olika" in shown and shown.count("Olika syn") == 2


@pytest.mark.parametrize("lens", ["wheel", "triangle"])
def test_a_lens_holds_the_same_notes_and_no_number(cast, visitor, lens):
    place(cast, text="Räknar gärna.")
    place(cast, text="Vem gör vad?", kind="question", domain="school.organisation")
    shown = html(visitor.as_("petra").get(page(cast, f"?lens={lens}")))
    part = shown.split('class="lens"', 1)[1].split("Open Government Licence")[0]
    assert "Räknar gärna." in part and "Utanför den här linsen" in part and "Vem gör vad?" in part
    assert not re.search(r"\d", re.sub(r"<[^>]+>", "", part)) and (lens == "triangle" or "Omvårdad" in part)


def test_a_story_is_written_read_shared_and_stopped(cast, visitor):
    _consent, own = set_table(cast)
    petra = visitor.as_("petra")
    form = {"once": uuid4(), "teller": guardian(cast, "hodan"), "text": LONG, "how": "read_back", "said_on": "2025-11-20"}
    done = petra.post(f"/children/{cast.adam}/stories/new/", form)
    assert done.status_code == HTTPStatus.FOUND
    assert LONG.strip()[:60] in html(petra.get(done.url))
    assert "Hodan Hassan bestämmer med vem" in html(petra.get(f"{done.url}sharing/"))
    shared = petra.post(f"{done.url}sharing/", {"units": [str(cast.lotsen_social)], "how": "spoken"})
    assert shared.status_code == HTTPStatus.FOUND and "Kan läsa" in html(petra.get(done.url))
    assert LONG.strip()[:60] in html(visitor.as_("maria").get(done.url))
    assert "Berättelse av Hodan" in html(visitor.as_("maria").get(f"/children/{own}/views/"))
    petra = visitor.as_("petra")
    petra.post(f"{done.url}stop/", {"unit": str(cast.lotsen_social)})
    assert visitor.as_("maria").get(done.url).status_code == HTTPStatus.NOT_FOUND
    with cast.acting("petra"):
        story = Story.objects.get()
    assert f"?after={story.pk}" in html(visitor.as_("petra").get(done.url))
    assert LONG.strip()[:40] in html(visitor.as_("petra").get(f"/children/{cast.adam}/stories/new/?after={story.pk}"))


def test_a_story_taken_back_shows_no_words_to_a_colleague(cast, visitor):
    story = tell_story(cast)
    assert visitor.as_("petra").post(f"/stories/{story}/taking-back/").status_code == HTTPStatus.FOUND
    assert "tagit tillbaka" in html(visitor.as_("petra").get(f"/stories/{story}/"))


def test_a_synthesis_longer_than_the_story_is_refused_kindly(cast, visitor):
    note = place(cast)
    tell_story(cast, text="En kort berättelse.")
    petra, where = visitor.as_("petra"), f"/children/{cast.adam}/needs/new/"
    form = {"once": uuid4(), "text": "Det här är en längre text än berättelsen.", "notes": [str(note)], "where": "own"}
    assert "längre än familjens egen berättelse" in html(petra.post(where, form), HTTPStatus.UNPROCESSABLE_ENTITY)
    done = petra.post(where, form | {"text": "Lugna mornar."})
    assert done.status_code == HTTPStatus.FOUND
    assert "Lugna mornar." in html(petra.get(done.url)) and "Räknar gärna." in html(petra.get(done.url))
    with cast.acting("petra"):
        assert Analysis.objects.get().notes == [note]


def test_at_the_table_a_synthesis_rests_on_open_notes_alone(cast, visitor):
    set_table(cast)
    note = place(cast)
    form = {"once": uuid4(), "text": "Lugna mornar.", "notes": [str(note)], "where": "table"}
    petra, where = visitor.as_("petra"), f"/children/{cast.adam}/needs/new/"
    assert "alla där kan läsa" in html(petra.post(where, form), HTTPStatus.UNPROCESSABLE_ENTITY)
    put(cast, note)
    assert petra.post(where, form).status_code == HTTPStatus.FOUND


def test_what_is_begun_is_kept_and_found_again(cast, visitor):
    petra = visitor.as_("petra")
    petra.post(f"/drafts/view-{cast.adam}/", {"text": "Halvt skriven", "places": ["school"], "kind": "worry"})
    assert "Halvt skriven" in html(petra.get(page(cast, "notes/new/")))
    petra.post(page(cast, "notes/new/"), sent())
    with cast.acting("petra") as acting:
        assert Draft.at_place(f"view-{cast.adam}", by=acting.capacity_id, at=now()) is None


def test_a_no_for_oneself_keeps_a_note_where_it_is(cast, visitor):
    consent, _own = set_table(cast)
    note = place(cast, about_person=cast.hodan, about_name="Hodan", places=["home"], domain="home.parents")
    third_says(cast, consent, cast.hodan, yes=False)
    assert "inte har sagt ja" in html(visitor.as_("petra").get(f"/views/notes/{note}/"))


def test_a_draft_that_came_after_its_note_never_swallows_the_next(cast, visitor):
    petra, first = visitor.as_("petra"), sent()
    petra.post(page(cast, "notes/new/"), first)
    petra.post(f"/drafts/view-{cast.adam}/", first)  # saved by itself, and late
    key = re.search(r'name="once" value="([^"]+)"', html(petra.get(page(cast, "notes/new/"))))[1]
    petra.post(page(cast, "notes/new/"), sent(once=key, text="Hon ser mig med."))
    assert "Hon ser mig med." in html(petra.get(page(cast)))


def test_what_the_child_said_at_the_checklist_is_not_typed_again(cast, visitor):
    writes_on_the_checklist(cast, "q-words", "Det är för mycke folk.")
    petra, asked = visitor.as_("petra"), page(cast, "notes/new/?voice=child")
    assert "Det är för mycke folk.</textarea>" in html(petra.get(asked))
    petra.post(page(cast, "notes/new/"), sent(text="Det är för mycke folk."))
    assert "Det är för mycke folk.</textarea>" not in html(petra.get(asked))
