"""Read reports: files, folders or standard input in, `Report`s out, offsets fixed from here on."""

from kg.read.files import read, read_file

__all__ = ["read", "read_file"]
