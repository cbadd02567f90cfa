"""The pictures of the guides can be taken: somebody walks there, and what is written is small enough to show."""

import struct

import pytest
from playwright.sync_api import Error

from .pictures import SHOTS, Shot, take


def test_pictures_are_taken_where_they_say(house, tmp_path):
    shots = {shot.name: shot for shot in SHOTS}
    page = house.tab("petra")
    for shot in (shots["today"], shots["tell"]):
        picture = take(page, shot, tmp_path).read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (shot.width, shot.height)
        assert 10_000 < len(picture) < 150_000, shot.name

    page.context.set_default_timeout(500)
    with pytest.raises((Error, AssertionError)):
        take(page, Shot("nowhere", "Petra Ek", "/", "Petra", ("Ingen sådan länk",)), tmp_path)
    assert len(list(tmp_path.iterdir())) == len(("today", "tell"))
