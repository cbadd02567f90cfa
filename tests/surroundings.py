"""What the tests' process finds around it before Django reads its settings (loaded by `-p`)."""

import atexit
import os
import sys

os.environ.setdefault("SAMLING_CLUSTER", "test")
os.environ.setdefault("SAMLING_AS", "owner,worker,backup,stats")
os.environ.setdefault("SAMLING_DEBUG", "1")
os.environ.setdefault("SAMLING_HTTPS", "0")

from samling.kernel.texts import compile_all
from samling.server.embedded import Cluster
from samling.server.preparation import prepared

# What was compiled is kept for the many processes of a run, whatever is the rule here otherwise.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

_cluster = Cluster(purpose="test")
if not (_cluster.secrets / "app").exists():
    prepared(_cluster)  # the passwords must be there when the settings are read
    atexit.register(_cluster.leave)  # after the workers, which stop it when they found it made
compile_all()  # and the Swedish words when a page is shown
