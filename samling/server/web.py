"""How gunicorn serves the pages: a request is one transaction in one synchronous worker.

There is no access log: addresses name records, and who opened what is in Samling's own log.
"""

import os
from pathlib import Path

from samling.server.running import end_with_parent, settle

wsgi_app = "samling.wsgi:application"
worker_class = "sync"
workers = int(os.environ.get("SAMLING_WORKERS") or 3)
preload_app = True
timeout = 30
graceful_timeout = 8
max_requests = 5000
max_requests_jitter = 500
loglevel = "warning"
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None


def when_ready(server: object) -> None:
    """Before the workers are made: what they share is not walked, and so not copied, in each of them."""
    settle()


def post_fork(server: object, worker: object) -> None:
    """A worker whose master was killed lets go of the port at once."""
    end_with_parent()
