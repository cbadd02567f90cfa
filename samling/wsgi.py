"""The door for the web server: synchronous workers only (docs/decisions/0002-acting.md)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samling.settings")
application = get_wsgi_application()
