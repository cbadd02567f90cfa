"""Swedish is first; the reader's own choice wins over it, and the browser's guess does not."""

import pytest
from django.conf import settings


@pytest.mark.parametrize(
    ("chosen", "preferred", "spoken"),
    [("", "en-GB,en", "sv"), ("", "ar", "sv"), ("en", "sv-SE", "en"), ("sv", "en", "sv"), ("xx\0", "en", "sv")],
)
def test_a_page_speaks_swedish_until_another_language_is_chosen(cast, client, chosen, preferred, spoken):
    if chosen:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = chosen
    answer = client.get("/harm/", headers={"accept-language": preferred})
    assert answer.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}"' in answer.content.decode()


def test_what_one_chooses_at_the_foot_of_a_page_lasts(cast, client):
    assert client.post("/language/", {"language": "en", "back": "/harm/"}).url == "/harm/"
    assert '<html lang="en"' in client.get("/harm/").content.decode()
