"""A process that sends what is due until it is killed: `python -m samling.letters.tests.sender <database>`."""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()
    import psycopg

    from samling.letters.by_mail import ByMail
    from samling.letters.sending import Outbox, send_due
    from samling.server.embedded import Cluster

    with psycopg.connect(**Cluster(purpose="test").dsn("worker", sys.argv[1]), autocommit=True) as connection:
        while True:
            send_due(Outbox(connection), {"email": ByMail()})
            time.sleep(0.02)
