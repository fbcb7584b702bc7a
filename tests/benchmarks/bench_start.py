"""Time what a user waits for before anything happens."""

import subprocess
import sys
from functools import partial

from tests.benchmarks.measure import medians, said, table

COMMANDS = {
    "nothing": ["-c", "pass"],
    "import kg": ["-c", "import kg"],
    "kg --help": ["-m", "kg", "--help"],
    "kg query --help": ["-m", "kg", "query", "--help"],
    "kg query (a graph of three reports)": [
        *("-m", "kg", "query", "tests/golden/small.trig", "officials"),
    ],
    "import spacy": ["-c", "import spacy"],
}


def bench_start() -> str:
    """A table of the seconds that a new process takes."""
    taken = medians({name: partial(_run, words) for name, words in COMMANDS.items()})
    rows = [
        [f"`{name}`", said(one), f"{one / taken['nothing']:.0f}"] for name, one in taken.items()
    ]
    return table("Starting", ("a new process for", "time", "against nothing"), rows)


def _run(words: list[str]) -> None:
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
