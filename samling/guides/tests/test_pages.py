"""Every guide is a page in both languages, with its pictures, and nothing of how it was written shows."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.utils.html import strip_tags

from samling.guides.shelf import FILES, guides, place

MARKS = re.compile(r"\*\*|`|\]\(|^\s*[|#]", re.MULTILINE)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_guide_is_a_page(client, database, language):
    for name in FILES:
        page = client.get(f"/help/{name}/", HTTP_COOKIE=f"django_language={language}").content.decode()
        main = page.split("<main")[1].split("</main>")[0]
        assert not MARKS.search(strip_tags(main)), name
        pictures = re.findall(r'<img src="[^"]*?(guides/pictures/\w+\.png)" alt="[^"]{20,}"', main)
        assert len(pictures) == main.count("<img") > 0 and all(finders.find(one) for one in pictures)
        assert main.count("<h2>") > 5 and main.count("<b>") > 15


def test_the_shelf_holds_all_that_is_written_and_is_found_from_every_page(client, database):
    written = {file.name for file in place().glob("*.md")} - {"README.md"}
    assert written == {file for files in FILES.values() for file in files}
    page = client.get("/help/").content.decode()
    assert all(one.title in page for one in guides("sv")) and "För dig som" in page
    assert 'href="/help/"' in client.get("/accessibility/").content.decode()
    assert client.get("/help/nobody/").status_code == 404
