"""A file far larger than what a build may hold streams through it: what is held stays the same."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MEBIBYTE = 2**20
ALLOWED = (
    48 * MEBIBYTE
)  # that a build of a hundred times as much may take beyond one of a hundredth
# A report of ten thousand characters a line, made as it is read. Annotations are of the text alone:
# what the network takes is its own, and the same for every report.
SCRIPT = """
import io, json, resource, sys
from pathlib import Path
from kg.config import Config
from kg.engines import local
from kg.model import Annotation, Sentence
from kg.pipeline import build

class Lines(io.RawIOBase):
    def __init__(self, size):
        self.left, self.number, self.rest = size, 0, b""
    def readable(self):
        return True
    def readinto(self, buffer):
        if not self.rest and self.left > 0:
            self.number += 1
            said = f"DC Ada Quill of Saltby said case {self.number} went to court. " * 170
            record = {"title": f"Case {self.number}", "text": said}
            self.rest = (json.dumps(record) + "\\n").encode()
            self.left -= len(self.rest)
        piece, self.rest = self.rest[: len(buffer)], self.rest[len(buffer):]
        buffer[: len(piece)] = piece
        return len(piece)

def annotated(reports):
    for report in reports:
        yield Annotation(report, (Sentence(0, len(report.text)),), (), ())

local._annotator = lambda model: annotated
size, folder = int(sys.argv[1]), Path(sys.argv[2])
peaks = {}

def note(stage, done):
    peaks[stage] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

stream = io.BufferedReader(Lines(size))
made = build(["-"], folder, config=Config(workers=1), stdin=stream, progress=note)
note("store", made.reports)
print(json.dumps({"reports": made.reports, **peaks}))
"""


def built(size: int, folder: Path) -> dict[str, int]:
    command = [sys.executable, "-c", SCRIPT, str(size), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_hundred_megabytes_of_json_lines_stream(tmp_path: Path) -> None:
    small = built(MEBIBYTE, tmp_path / "small")
    large = built(100 * MEBIBYTE, tmp_path / "large")
    assert large["reports"] > 95 * small["reports"]
    assert large["annotate"] - small["annotate"] < ALLOWED, (small, large)
    assert large["store"] < 2**30, (small, large)
