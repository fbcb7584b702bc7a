"""Start real SPARQL servers, on this machine alone, each in a folder of its own."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60  # seconds until a server has to answer
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


@contextmanager
def oxigraph() -> Iterator[str]:
    """An empty Oxigraph in memory; its address."""
    port = free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    with _served([program, "serve", "--bind", f"127.0.0.1:{port}"], port, Path.cwd()):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """An empty Virtuoso; its address. Its user and its password are both `dba`."""
    port = free_port()
    settings = VIRTUOSO.format(http=port, sql=free_port())
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    with _served(["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"], port, folder):
        yield f"http://127.0.0.1:{port}"


def has_virtuoso() -> bool:
    return shutil.which("virtuoso-t") is not None


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _served(command: Sequence[str], port: int, folder: Path) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as server:
        try:
            _await(server, port)
            yield
        finally:
            server.kill()


def _await(server: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{server.args!r} does not answer at port {port}")
