"""`samling first-account`: an organisation and its system administrator, who can then invite the others."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samling.people.codes import counties, municipalities
from samling.staff.beginning import Begun, begin, moment, password_path


class Command(BaseCommand):
    """Needs the owner's password. Prints the address on which the first password is chosen."""

    help = "Create an organisation and its system administrator. That account can hold no child."

    def add_arguments(self, parser: CommandParser) -> None:
        """Everything by name, so that a command in a history says what it did."""
        parser.add_argument("--organisation", required=True, help="its name, for example “Exempelby kommun”")
        parser.add_argument("--kind", choices=["municipality", "region", "private"], default="municipality")
        parser.add_argument("--municipality", default="", help="code with four digits, empty for a region")
        parser.add_argument("--county", required=True, help="code with two digits")
        parser.add_argument("--given", required=True, help="given name of the administrator")
        parser.add_argument("--family", required=True, help="family name of the administrator")
        parser.add_argument("--email", required=True)
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where Samling is reached")

    def handle(self, **told: Any) -> None:
        """Create, and say how to go on."""
        if told["municipality"] and told["municipality"] not in municipalities(fictional=True):
            raise CommandError(f"There is no municipality with the code {told['municipality']}.")
        if told["county"] not in counties(fictional=True):
            raise CommandError(f"There is no county with the code {told['county']}.")
        try:
            account = begin(told, at=moment())
        except Begun as because:
            raise CommandError(str(because)) from because
        self.stdout.write("Choose a password here, within an hour:")
        self.stdout.write(told["address"].rstrip("/") + password_path(account))
