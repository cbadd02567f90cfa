"""Clusters of their own, in folders with a space and a Swedish letter, thrown away afterwards."""

import shutil
import tempfile
from pathlib import Path

import pytest

from samling.server.embedded import Cluster
from samling.server.preparation import prepared


@pytest.fixture(scope="session")
def ground():
    # Not pytest's own folder: PostgreSQL runs as another account and must be able to walk there.
    folder = Path(tempfile.mkdtemp(prefix="två kloner ", dir="/var/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def cluster(ground):
    """A running cluster, as safe as a real one, with the roles and the empty database."""
    ours = prepared(Cluster(place=ground / "ett hus"))
    yield ours
    ours.stop()
    shutil.rmtree(ours.socket)
