"""What can be wrong with a population file as a whole. Bad rows are no error: `checking` counts them and sets them aside."""

from sala.kernel.bilingual import Text
from sala.kernel.errors import SalaError


class PopulationNotFound(SalaError):
    """There is no population file at this place."""

    code = "population-not-found"
    status = 404
    message = Text(
        th="ไม่พบแฟ้มประชากร “{file}” หรือไม่มีแฟ้ม .parquet ในโฟลเดอร์นี้",
        en='There is no population file "{file}", or no .parquet file in that folder',
    )


class NotAPopulation(SalaError):
    """The file cannot be read as Parquet."""

    code = "not-a-population"
    message = Text(
        th="อ่าน “{file}” เป็นแฟ้ม Parquet ไม่ได้ แฟ้มประชากรเป็น Parquet แถวละหนึ่งคน",
        en='"{file}" cannot be read as Parquet; a population file is Parquet with one row per person',
    )


class ColumnMissing(SalaError):
    """A column that something needs is not in the file; its absence is never read as zero or no."""

    code = "column-missing"
    message = Text(
        th="แฟ้ม “{file}” ไม่มีคอลัมน์ “{column}” ซึ่ง {needed_by} ต้องใช้ คอลัมน์ที่มีคือ {known}",
        en='The file "{file}" has no column "{column}", which {needed_by} needs; it has {known}',
    )


class ColumnHasWrongType(SalaError):
    """A column is not of the type that its fact has."""

    code = "column-has-wrong-type"
    message = Text(
        th="คอลัมน์ “{column}” ของแฟ้ม “{file}” เป็นชนิด {given} แต่ {needed_by} ต้องใช้ชนิด {wanted}",
        en='The column "{column}" of the file "{file}" is {given}, but {needed_by} needs {wanted}',
    )


class PackingNotUnderstood(SalaError):
    """What a file says of its packed facts cannot be followed, so that none of them can be read without a guess."""

    code = "packing-not-understood"
    message = Text(
        th="แฟ้ม “{file}” บอกที่อยู่ของ “{fact}” ไว้ใน sala.packed ไม่ถูกต้อง ({why}) ให้แก้ หรือให้แต่ละข้อเท็จจริงมีคอลัมน์ของตนเอง",
        en='The file "{file}" does not say rightly in sala.packed where "{fact}" stands ({why}); '
        "mend it, or give each fact a column of its own",
    )


class HouseholdTooLarge(SalaError):
    """A household is larger than a member's number can count."""

    code = "household-too-large"
    message = Text(
        th="ครัวเรือน {household} มี {rows} แถว มากกว่า {most} คนที่ครัวเรือนหนึ่งมีได้ ตรวจคอลัมน์ household_id",
        en="The household {household} has {rows} rows, more than the {most} people that one may have; "
        "check the column household_id",
    )


class StorageNotKnown(SalaError):
    """A population is said to lie where nothing here can read."""

    code = "storage-not-known"
    message = Text(
        th="เปิดที่อยู่ “{address}” ไม่ได้ ({why}) ใช้ได้คือ file, s3, gs, abfs, hdfs หรือที่อยู่ซึ่ง fsspec ที่ติดตั้งไว้รู้จัก",
        en='The address "{address}" cannot be opened ({why}); use file, s3, gs, abfs or hdfs, '
        "or one that fsspec knows, where it is installed",
    )
