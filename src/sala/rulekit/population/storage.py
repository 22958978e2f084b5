"""
Where a population lies: a path of this machine, or an address that every machine of a cluster opens for itself.

Arrow opens file, s3, gs, abfs and hdfs. Any other address is left to fsspec, where it is installed.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path, PurePosixPath

import pyarrow as pa
from pyarrow import fs

from .errors import StorageNotKnown

Where = Path | str


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder: an address of its storage, and the path there. It can be sent to another machine."""

    storage: str
    path: str

    @classmethod
    def of(cls, where: Where) -> "Place":
        """
        Take a path or an address.

        :raises StorageNotKnown: nothing here can open such an address.
        """
        is_address = isinstance(where, str) and "://" in where
        address = str(where) if is_address else Path(where).resolve().as_uri()
        return cls(address, _opened(address)[1])

    @property
    def name(self) -> str:
        """Give the name of the file or folder alone."""
        return PurePosixPath(self.path).name

    def files(self) -> tuple["Place", ...]:
        """List itself, or the Parquet files of a folder by name; nothing where there is nothing."""
        storage = _opened(self.storage)[0]
        found = storage.get_file_info(self.path)
        if found.type is not fs.FileType.Directory:
            return (self,) if found.is_file else ()
        listed = storage.get_file_info(fs.FileSelector(self.path))
        paths = sorted(each.path for each in listed if each.is_file and each.extension == "parquet")
        return tuple(Place(self.storage, path) for path in paths)

    def open(self) -> pa.NativeFile:
        """Open the file to read; a file of this machine is mapped into memory."""
        storage = _opened(self.storage)[0]
        if isinstance(storage, fs.LocalFileSystem):
            return pa.memory_map(self.path)
        return storage.open_input_file(self.path)


@lru_cache(maxsize=16)
def _opened(address: str) -> tuple[fs.FileSystem, str]:
    try:
        storage, path = fs.FileSystem.from_uri(address)
    except pa.ArrowInvalid as problem:
        storage, path = _by_fsspec(address, problem)
    return storage, path


def _by_fsspec(address: str, problem: Exception) -> tuple[fs.FileSystem, str]:
    try:
        found, path = import_module("fsspec.core").url_to_fs(address)
    except (ImportError, ValueError) as unknown:
        raise StorageNotKnown(address=address, why=problem) from unknown
    return fs.PyFileSystem(fs.FSSpecHandler(found)), path
