"""A process that reads a file in until it is killed: `python -m samling.intake.tests.reader <task>`."""

import sys
from uuid import UUID

import django

if __name__ == "__main__":
    django.setup()
    from samling.work.running import carry_out

    print("ready", flush=True)
    carry_out(UUID(sys.argv[1]), tries=0)
