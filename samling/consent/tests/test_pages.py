"""The pages as the staff meet them."""

from uuid import uuid4

from .asking import answer, ask


def test_the_matrix_opens_for_the_mentor(cast, visitor):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.hodan, words="Ja gärna")
    page = visitor.as_("petra").get(f"/children/{cast.adam}/consents/")
    assert page.status_code == 200
    print(page.content.decode())
    page = visitor.as_("petra").get(f"/consents/{consent}/")
    assert page.status_code == 200
    page = visitor.as_("petra").get(f"/consents/{consent}/answers/new/?giver={cast.ali}")
    assert page.status_code == 200
    for url in (f"/children/{cast.adam}/consents/new/", f"/consents/{consent}/end/", f"/consents/{consent}/exceptions/new/",
                f"/consents/{consent}/receipt/", "/told/"):
        assert visitor.as_("petra").get(url).status_code == 200, url
    answer(cast, "petra", consent, cast.ali)
    assert visitor.as_("petra").get(f"/consents/{consent}/opening/").status_code == 200
