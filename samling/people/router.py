"""Which database role reaches which table."""

LOGIN_APPS = {"account", "auth", "contenttypes", "mfa", "sessions", "socialaccount"}
LOGIN_MODELS = {"account", "session", "throttle"}


def _belongs_to_login(app_label, model_name):
    return app_label in LOGIN_APPS or (app_label == "people" and model_name in LOGIN_MODELS)


class LoginRouter:
    """Sends accounts, second factors and sessions to the role ``login``, all else to ``default``.

    There is one physical database, so relations are never refused here; the database itself
    refuses a role that reaches too far. Only ``owner`` makes tables.
    """

    def db_for_read(self, model, **hints):
        return "login" if _belongs_to_login(model._meta.app_label, model._meta.model_name) else None

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == "owner"
