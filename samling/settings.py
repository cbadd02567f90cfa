"""One settings file, read from the environment by three typed readers (docs/running.md lists them)."""

import os
from pathlib import Path

from samling.kernel.story import packages
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
SECRET_KEY_FALLBACKS = secret("SAMLING_SECRET_KEYS_BEFORE").split()
ALLOWED_HOSTS = os.environ.get("SAMLING_HOSTS", "127.0.0.1 localhost [::1]").split()
HTTPS = flag("SAMLING_HTTPS", default=not DEMO)

# Ours come first, in story order: their templates and texts stand before those of the packages below.
WITHOUT_PAGES = {"kernel", "server", "records"}
INSTALLED_APPS = [
    *(f"samling.{name}" for name in packages() if name not in WITHOUT_PAGES),
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samling.people.middleware.NoStore",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samling.ui.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samling.access.middleware.ActingMiddleware",
    "samling.people.middleware.Presence",
    "samling.people.middleware.SecondFactorRequired",
    "samling.access.middleware.DoorMiddleware",
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
            ],
            "builtins": ["samling.ui.templatetags.ways"],
        },
    }
]

DATABASES = databases(os.environ)
DATABASE_ROUTERS = ["samling.people.router.LoginRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
# Packages without pages of their own keep texts too.
LOCALE_PATHS = [HOUSE / name / "locale" for name in ("kernel", "server", "records")]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

FILE_UPLOAD_HANDLERS = ["samling.ui.uploads.InMemory"]

STATIC_URL = "static/"
GUIDES = (HOUSE.parent / "docs" / "guides", HOUSE / "guides" / "told")  # in a checkout, and as installed
STATICFILES_DIRS = [("guides/pictures", one / "pictures") for one in GUIDES if one.is_dir()]
WHITENOISE_USE_FINDERS = True

AUTH_USER_MODEL = "people.Account"

# The worker alone reads what chapters declare in tasks.py (samling.work.schedule), not every process that starts.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None

# ── sign-in ──────────────────────────────────────────────────────
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# scrypt is memory-hard, as OWASP asks, and part of Python (docs/decisions/0010-sign-in.md).
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email"]}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60

SESSION_ENGINE = "samling.people.sessions"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samling.people.continuing.not_received"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CACHES = {"default": {"BACKEND": "samling.people.throttle.TableCache"}}

ACCOUNT_ADAPTER = "samling.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Samling: "
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Wide per machine, since a whole municipality may come from one address; narrow per person.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "100/10m/ip,5/5m/key",
    "reset_password": "60/h/ip,5/h/key",
    "reset_password_from_key": "60/10m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
ACCOUNT_FORMS = {
    "login": "samling.people.signin_forms.SignInForm",
    "reset_password": "samling.people.signin_forms.AskForResetForm",
    "reset_password_from_key": "samling.people.signin_forms.NewPasswordForm",
    "change_password": "samling.people.signin_forms.ChangePasswordForm",
    "reauthenticate": "samling.people.signin_forms.AskAgainForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = number("SAMLING_PROXIES", 0)

MFA_ADAPTER = "samling.people.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TRUST_ENABLED = False
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_FORMS = {
    "authenticate": "samling.people.signin_forms.CodeForm",
    "authenticate_webauthn": "samling.people.signin_forms.PasskeyForm",
    "login_webauthn": "samling.people.signin_forms.PasskeyAloneForm",
    "reauthenticate_webauthn": "samling.people.signin_forms.PasskeyAgainForm",
    "reauthenticate": "samling.people.signin_forms.CodeAgainForm",
    "activate_totp": "samling.people.signin_forms.AddAppForm",
    "add_webauthn": "samling.people.signin_forms.AddPasskeyForm",
    "edit_webauthn": "samling.people.signin_forms.RenamePasskeyForm",
}

# The identity provider. OIDC_STRONG lists the acr or amr values that count as a second factor.
OIDC_SERVER = os.environ.get("SAMLING_OIDC_SERVER", "")
OIDC_STRONG = os.environ.get("SAMLING_OIDC_STRONG", "").split()
OIDC_ORIGINS = os.environ.get("SAMLING_OIDC_ORIGINS", "/".join(OIDC_SERVER.split("/")[:3])).split()
SOCIALACCOUNT_ADAPTER = "samling.people.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "AUTH_PARAMS": {"acr_values": " ".join(OIDC_STRONG)} if OIDC_STRONG else {},
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ.get("SAMLING_OIDC_NAME", "OpenID Connect"),
                "client_id": os.environ.get("SAMLING_OIDC_CLIENT", ""),
                "secret": secret("SAMLING_OIDC_SECRET"),
                "settings": {"server_url": OIDC_SERVER},
            }
        ]
        if OIDC_SERVER
        else [],
    }
}

# ── what a browser may do here ───────────────────────────────────
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("SAMLING_BEHIND_PROXY", HTTPS) else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'", *OIDC_ORIGINS],
}

# ── mail ─────────────────────────────────────────────────────────
# A demo sends no letters: they are shown where it was started.
_MAIL = "django.core.mail.backends.console" if DEMO else "django.core.mail.backends.smtp"
MAILERS = {
    "default": {
        "BACKEND": f"{_MAIL}.EmailBackend",
        "OPTIONS": {}
        if DEMO
        else {
            "host": os.environ.get("SAMLING_MAIL_HOST", "localhost"),
            "port": number("SAMLING_MAIL_PORT", 25),
            "username": os.environ.get("SAMLING_MAIL_USER", ""),
            "password": secret("SAMLING_MAIL_PASSWORD"),
            "use_tls": flag("SAMLING_MAIL_TLS"),
            "timeout": 10,
        },
    }
}
DEFAULT_FROM_EMAIL = os.environ.get("SAMLING_MAIL_FROM", "samling@localhost")

# ── what leaves the house (docs/running.md) ──────────────────────
SMS_URL = os.environ.get("SAMLING_SMS_URL", "")
SMS_TOKEN_URL = os.environ.get("SAMLING_SMS_TOKEN_URL", "")
SMS_CLIENT = os.environ.get("SAMLING_SMS_CLIENT", "")
SMS_SECRET = secret("SAMLING_SMS_SECRET")
SMS_MUNICIPALITY = os.environ.get("SAMLING_SMS_MUNICIPALITY", "")
SMS_SENDER = os.environ.get("SAMLING_SMS_SENDER", "")[:11]
PHRASE_FOLDER = os.environ.get("SAMLING_PHRASES", "")
SMS_FILE = os.environ.get("SAMLING_SMS_FILE", "")
CARRIERS = {
    "sms": "samling.letters.by_messaging.ByMessaging"
    if SMS_URL
    else "samling.letters.by_file.ByFile"
    if DEMO or SMS_FILE
    else "",
    "email": "samling.letters.by_mail.ByMail",
}
