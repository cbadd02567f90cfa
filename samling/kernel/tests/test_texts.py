"""Catalogues are compiled when newer, read whole, and checked for what they fill in."""

import gettext
import os

import pytest
from babel.messages.pofile import PoFileError

from samling.kernel import texts

HEAD = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n'
    'Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


@pytest.fixture
def write(tmp_path):
    def write(entries):
        po = tmp_path / "concern" / "locale" / "sv" / "LC_MESSAGES" / "django.po"
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_text(HEAD + entries, "utf-8")
        return po

    return write


def test_a_catalogue_is_compiled_and_says_swedish(tmp_path, write):
    write('msgid "Consent"\nmsgstr "Samtycke"\n')
    (mo,) = texts.compile_all(tmp_path)
    with mo.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Consent") == "Samtycke"


def test_a_compiled_catalogue_is_left_alone_until_it_is_older(tmp_path, write):
    po = write('msgid "Consent"\nmsgstr "Samtycke"\n')
    (mo,) = texts.compile_all(tmp_path)
    assert texts.compile_all(tmp_path) == []
    later = mo.stat().st_mtime + 5
    os.utime(po, (later, later))
    assert texts.compile_all(tmp_path) == [mo]
    assert [file.name for file in sorted(mo.parent.iterdir())] == ["django.mo", "django.po"]


def test_a_guess_is_not_shown_and_not_a_translation(tmp_path, write):
    po = write('#, fuzzy\nmsgid "Consent"\nmsgstr "Samtal"\n')
    assert not any(texts.is_translated(message) for message in texts.catalogue(po) if message.id)
    (mo,) = texts.compile_all(tmp_path)
    with mo.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Consent") == "Consent"


def test_an_absent_catalogue_is_empty(tmp_path):
    assert len(texts.catalogue(tmp_path / "sv" / "LC_MESSAGES" / "django.po")) == 0


def test_a_broken_catalogue_says_so(write):
    with pytest.raises(PoFileError, match="keyword"):
        texts.catalogue(write('msgid "Consent"\nmsgstrr "Samtycke"\n'))


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('msgid "Hello %(name)s"\nmsgstr "Hej %(name)s"\n', []),
        ('msgid "Hello %(name)s"\nmsgstr "Hej %(namn)s"\n', ["Hello %(name)s"]),
        ('msgid "%s of %s"\nmsgstr "%s av många"\n', ["%s of %s"]),
        ('msgid "{n} left"\nmsgstr "kvar"\n', ["{n} left"]),
        ('msgid "100 %% sure"\nmsgstr "helt säker"\n', ["100 %% sure"]),
        ('msgid "\\nA"\nmsgstr "A"\n', ["\nA"]),
        ('msgid "one"\nmsgid_plural "%(n)s"\nmsgstr[0] "en"\nmsgstr[1] "%(n)s"\n', []),
        ('msgid "%(n)s one"\nmsgid_plural "%(n)s"\nmsgstr[0] "en"\nmsgstr[1] "%(n)s"\n', []),
        ('msgid "one"\nmsgid_plural "%(n)s"\nmsgstr[0] "en"\nmsgstr[1] "två"\n', ["one"]),
        ('msgid "one"\nmsgid_plural "%(n)s"\nmsgstr[0] "%(m)s"\nmsgstr[1] "%(n)s"\n', ["one"]),
    ],
)
def test_a_translation_fills_in_what_the_original_does(write, entry, wrong):
    assert list(texts.mismatches(texts.catalogue(write(entry)))) == wrong


def test_the_command_compiles_and_refuses_other_words(capsys):
    assert texts.main(["compile"]) == 0
    assert texts.main([]) == 2
    assert "compile" in capsys.readouterr().out
