"""
The `sala` command. Every file in `commands/` is one sub-command, named after its file.

A file is imported only when its command runs, so that `sala check` starts without Django; the list of commands is made
from the first line of each file's docstring, unread otherwise.
"""

import ast
import importlib
from pathlib import Path

import click

from sala.kernel.errors import SalaError

COMMANDS = Path(__file__).parent / "commands"


class CommandsFromFiles(click.Group):
    """A group whose commands are found as files and imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in alphabetical order."""
        return sorted(path.stem.replace("_", "-") for path in COMMANDS.glob("*.py") if path.stem != "__init__")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where no file has its name."""
        module = cmd_name.replace("-", "_")
        if not module.isidentifier() or not (COMMANDS / f"{module}.py").is_file():
            return None
        command: click.Command = importlib.import_module(f"sala.cli.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_line(name)) for name in self.list_commands(ctx)])


@click.command(cls=CommandsFromFiles, context_settings={"help_option_names": ["-h", "--help"]})
def sala() -> None:
    """Sala (ศาลา): run it, check what is declared, look after it."""


def _first_line(name: str) -> str:
    """Read what a command does from the first line of its file: "`sala check`: find ..." without its own name."""
    source = (COMMANDS / f"{name.replace('-', '_')}.py").read_text("utf-8")
    first = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    return first.partition(": ")[2] or first


def main() -> None:
    """Run the command line; a refusal is told in both languages and ends with status 1."""
    try:
        sala(prog_name="sala")
    except SalaError as refusal:
        raise SystemExit(f"{refusal.text.th}\n{refusal.text.en}") from refusal


if __name__ == "__main__":
    main()
