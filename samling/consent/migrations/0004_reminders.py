"""Letters that reminded of a question were called “something else” before they had a word of their own.

Such a letter is known by its key alone, which is made of the guardian, the question, who wrote and the day; no text is read.
"""

from typing import Any
from uuid import UUID, uuid5

from django.db import migrations

LETTERS = """select l.id, l.guardian_id, l.written_by_id, l.written_at, c.id
  from letters_letter l join consent_consent c on c.subject_id = l.subject_id and c.written_at <= l.written_at
 where l.kind = 'other'"""


def is_reminder(letter: UUID, guardian: UUID, by: UUID, at: Any, consent: UUID) -> bool:
    """Whether this letter reminded this guardian of that question."""
    return letter == uuid5(guardian, f"{consent} {by} {at:%Y-%m-%d}")


def name_reminders(apps: Any, schema_editor: Any) -> None:
    """Each of them by its own word."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute(LETTERS)
        found = list({row[0] for row in cursor.fetchall() if is_reminder(*row)})
        cursor.execute("update letters_letter set kind = 'asked' where id = any (%s)", [found])
        cursor.execute("reset role")


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_siblings"), ("letters", "0006_asked")]
    operations = [migrations.RunPython(name_reminders, migrations.RunPython.noop)]
