"""Read reports from files: folder, file or stdin in, `Report`s out, offsets fixed for ever after."""

from kg.read.files import read_file

__all__ = ["read_file"]
