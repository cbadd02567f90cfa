"""`samling first-approval`: the owner of the installation approves the first person who may approve others."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samling.staff.beginning import Begun, approve_first, moment


class Command(BaseCommand):
    """Needs the owner's password. Says no as soon as somebody in the organisation may approve."""

    help = "Approve the first capacity that may approve others: nobody else can."

    def add_arguments(self, parser: CommandParser) -> None:
        """By name."""
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--person", default="", help="given and family name, if several wait")

    def handle(self, **told: Any) -> None:
        """Approve, and say whom."""
        try:
            found = approve_first(told["organisation"], told["person"], at=moment())
        except Begun as because:
            raise CommandError(str(because)) from because
        self.stdout.write(f"{found.person} is now {found.role_title} at {found.unit} and may approve others.")
