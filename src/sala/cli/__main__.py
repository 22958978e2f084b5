"""The `sala` command: one file for each sub-command, read only when it is called."""

from importlib import import_module
from pkgutil import iter_modules

import click

from sala.kernel.errors import SalaError

from . import commands


class OneFileEach(click.Group):
    """Finds a sub-command in `commands/<name>.py`, under the name `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the files."""
        return sorted(module.name for module in iter_modules(commands.__path__) if not module.ispkg)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read one file; None when there is none of this name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return found


@click.group(cls=OneFileEach, help="Sala (ศาลา): run it, check what is declared, look after it.")
def sala() -> None:
    """Choose the sub-command."""


def main() -> None:
    """Run the command line; a refusal is told in both languages and ends with status 1."""
    try:
        sala()
    except SalaError as error:
        raise SystemExit(f"{error.text.th}\n{error.text.en}") from error


if __name__ == "__main__":
    main()
