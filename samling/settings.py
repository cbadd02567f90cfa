"""One settings file, read from the environment by three typed readers (docs/running.md lists them)."""

import os
from pathlib import Path

from samling.server.addresses import databases

HOUSE = Path(__file__).parent


def flag(name: str, default: bool = False) -> bool:
    """An environment variable as yes or no."""
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "yes", "true", "on"}


def number(name: str, default: int) -> int:
    """An environment variable as a whole number."""
    return int(os.environ.get(name, default))


def secret(name: str, default: str = "") -> str:
    """An environment variable, or the contents of the file that NAME_FILE points at."""
    file = os.environ.get(f"{name}_FILE")
    return Path(file).read_text().strip() if file else os.environ.get(name, default)


DEMO = flag("SAMLING_DEMO")
DEBUG = flag("SAMLING_DEBUG")
SECRET_KEY = secret("SAMLING_SECRET_KEY") or ("only-for-the-demo-on-this-machine" if DEMO or DEBUG else "")
ALLOWED_HOSTS = os.environ.get("SAMLING_HOSTS", "127.0.0.1 localhost [::1]").split()
HTTPS = flag("SAMLING_HTTPS", default=not DEMO)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "samling.ui",
    "samling.people",
    "samling.access",
    "samling.journey",
    "samling.questions",
    "samling.concern",
    "samling.checklist",
    "samling.consent",
    "samling.desk",
    "samling.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "samling.urls"
WSGI_APPLICATION = "samling.wsgi.application"
FORM_RENDERER = "samling.ui.forms.House"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.messages.context_processors.messages",
                "samling.ui.context.page",
            ]
        },
    }
]

DATABASES = databases(os.environ)
DATABASE_ROUTERS = ["samling.people.router.LoginRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOUSE / "static-collected"
WHITENOISE_USE_FINDERS = True

AUTH_USER_MODEL = "people.Account"

# ── sign-in ──────────────────────────────────────────────────────
