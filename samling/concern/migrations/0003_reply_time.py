"""How soon an answer is given becomes a setting like the others (docs/decisions/0046-settings.md)."""

from typing import Any

from django.db import migrations


def carry_over(apps: Any, schema_editor: Any) -> None:
    """Each organisation's own reply times, as dated rows of the setting that takes their place."""
    alias = schema_editor.connection.alias
    setting = apps.get_model("people", "Setting").objects.using(alias)
    for row in apps.get_model("concern", "ReplyTime").objects.using(alias).all():
        known = {"organisation_id": row.organisation_id, "code": "deadline.reply_days", "decision": "–"}
        setting.create(**known, value=str(row.working_days), from_at=row.from_at)
        if row.until_at:
            setting.create(**known, value="", from_at=row.until_at)


class Migration(migrations.Migration):
    dependencies = [("concern", "0002_walls"), ("people", "0003_settings")]
    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="ReplyTime"),
    ]
