"""What `sala run` says, in the language of the terminal."""

import os

import click

from sala.kernel.bilingual import Lang, Text
from sala.kernel.errors import SalaError

SERVER = Text(th="เริ่มฐานข้อมูล", en="Starting the database")
EXTERNAL = Text(th="เตรียมฐานข้อมูลใน DATABASE_URL", en="Preparing the database in DATABASE_URL")
MIGRATE = Text(th="ปรับตารางให้เป็นปัจจุบัน", en="Bringing the tables up to date")
STATIC = Text(th="จัดไฟล์หน้าเว็บ", en="Laying out the assets")
LOAD = Text(th="อ่านบริการและข้อมูลสาธิต", en="Loading the services and the demonstration people")
SERVE = Text(th="เริ่มให้บริการ", en="Starting to serve")
BEGUN = Text(th="{step} ...", en="{step} ...")
DONE = Text(th="{step} เสร็จใน {seconds} วินาที", en="{step}: {seconds} s")
READY = Text(th="ศาลาพร้อมที่ {address} (ใช้เวลา {seconds} วินาที)", en="Sala is ready at {address} (after {seconds} s)")
HOW_TO_STOP = Text(th="กด Ctrl-C เพื่อหยุด บันทึกการทำงานอยู่ใน {logs}", en="Press Ctrl-C to stop. Logs are in {logs}")
SIGN_IN = Text(
    th="เข้าสู่ระบบสาธิตที่ {address} โดยเลือกเป็นบุคคลสมมติต่อไปนี้",
    en="Sign in to the demonstration at {address} as one of these fictional people:",
)
AGAIN = Text(
    th="{part} หยุดเอง (รหัส {code}) จะเริ่มใหม่ใน {seconds} วินาที",
    en="{part} ended by itself (code {code}); it starts again in {seconds} s",
)
DATABASE_AGAIN = Text(th="ฐานข้อมูลหยุดเอง กำลังเริ่มใหม่", en="The database ended by itself; starting it again")
STOPPING = Text(th="กำลังหยุด", en="Stopping")
STOPPED = Text(th="หยุดแล้ว", en="Stopped")


class PartFailed(SalaError):
    """One step of the start ended with an error."""

    code = "part-failed"
    status = 503
    message = Text(th="{part} ทำงานไม่สำเร็จ (รหัส {code}): {last}", en="{part} failed (code {code}): {last}")


class NotHealthy(SalaError):
    """The web server did not become healthy in time."""

    code = "not-healthy"
    status = 503
    message = Text(
        th="ระบบไม่พร้อมภายใน {seconds} วินาที คำตอบล่าสุดของ {address}: {answer}",
        en="Sala was not ready within {seconds} s. The last answer of {address}: {answer}",
    )


class AlreadyRunning(SalaError):
    """Another tree of processes works on the same folder."""

    code = "already-running"
    status = 409
    message = Text(
        th="ศาลากำลังทำงานอยู่แล้วจากโฟลเดอร์ {var} (โปรเซส {pid})",
        en="Sala already runs on the folder {var} (process {pid})",
    )


class PortTaken(SalaError):
    """Another program listens on the port."""

    code = "port-taken"
    status = 409
    message = Text(
        th="พอร์ต {port} มีโปรแกรมอื่นใช้อยู่ เลือกพอร์ตอื่น เช่น PORT={other} make run",
        en="Another program uses port {port}. Choose another one, for example: PORT={other} make run",
    )


def terminal_language() -> Lang:
    """Read the language of the terminal: Thai where its locale is Thai, else English."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "th" if locale.startswith("th") else "en"


def say(sentence: Text, **values: object) -> None:
    """Print one sentence."""
    click.echo(sentence.fill(**values)[terminal_language()])
