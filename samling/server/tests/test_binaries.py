import os

import pytest

from samling.server import binaries, home
from samling.server.trouble import Trouble

ME = home.Account("me", os.geteuid(), os.getegid())


def program(folder, said, code=127):
    (folder / "bin").mkdir(exist_ok=True)
    path = folder / "bin" / "postgres"
    path.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {code}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxml2.so.2", "libxml2"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libnovel.so.7", "libnovel7"),
    ],
)
def test_a_missing_library_is_named_with_its_install_line(tmp_path, library, package):
    program(
        tmp_path, f"error while loading shared libraries: {library}: cannot open shared object file: No …"
    )
    with pytest.raises(Trouble) as trouble:
        binaries.insist_usable(tmp_path, ME)
    assert library in str(trouble.value)
    assert str(trouble.value).endswith(f"\nInstall it: apt-get install {package}")


def test_another_complaint_is_passed_on_in_its_own_words(tmp_path):
    program(tmp_path, "Illegal instruction", code=132)
    with pytest.raises(Trouble, match="does not run on this machine:\nIllegal instruction"):
        binaries.insist_usable(tmp_path, ME)


def test_missing_time_zones_are_named_with_their_install_line(tmp_path, monkeypatch):
    monkeypatch.setattr(binaries, "ZONES", tmp_path / "none")
    with pytest.raises(Trouble, match="apt-get install tzdata"):
        binaries.insist_usable(tmp_path, ME)


def test_unpacking_cut_short_leaves_nothing_that_passes_for_whole(tmp_path, monkeypatch):
    def cut(*arguments, **named):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(binaries.tarfile.TarFile, "extractall", cut)
        with pytest.raises(KeyboardInterrupt):
            binaries.unpacked(tmp_path)
    assert [path.name for path in (tmp_path / "postgresql").iterdir()] == ["lock"]
    assert (binaries.unpacked(tmp_path) / "bin" / "psql").exists()
