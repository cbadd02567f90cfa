"""What the tests' process finds around it before Django reads its settings (loaded by `-p`)."""

import os

os.environ.setdefault("SAMLING_CLUSTER", "test")
os.environ.setdefault("SAMLING_AS", "owner,worker,backup,stats")
os.environ.setdefault("SAMLING_DEBUG", "1")
os.environ.setdefault("SAMLING_HTTPS", "0")
