"""`sala mailbox`: the demonstration's mail server. It takes every message and delivers none."""

import os
import signal

import click


@click.command(help="Receive every e-mail of the demonstration into a Maildir under var/mail.")
def command() -> None:
    """Listen on this machine only, where the settings send mail, until told to stop."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Mailbox

    from sala.infra import modes

    installation = modes.from_environment(os.environ)
    folder = installation.var / "mail"
    installation.var.mkdir(parents=True, exist_ok=True)
    stop = (signal.SIGTERM, signal.SIGINT)
    signal.pthread_sigmask(signal.SIG_BLOCK, stop)
    controller = Controller(Mailbox(folder), hostname="127.0.0.1", port=installation.smtp_port)
    controller.start()
    click.echo(f"SMTP 127.0.0.1:{installation.smtp_port} -> {folder}")
    signal.sigwait(stop)
    controller.stop()
