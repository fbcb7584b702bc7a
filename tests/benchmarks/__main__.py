"""Run the benchmarks and print their tables: `python -m tests.benchmarks [--write]`."""

import argparse
import os
import platform
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.benchmarks.bench_annotate import bench_annotate, bench_components, bench_stages
from tests.benchmarks.bench_models import bench_models
from tests.benchmarks.bench_start import bench_start
from tests.benchmarks.bench_store import bench_store

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
MARK = "<!-- figures: python -m tests.benchmarks --write -->\n"


def main() -> None:
    options = _options()
    benchmarks: Mapping[str, Callable[[], str]] = {
        "start": bench_start,
        "annotate": partial(bench_annotate, options.reports),
        "components": partial(bench_components, options.reports),
        "stages": partial(bench_stages, options.reports),
        **({"models": partial(bench_models, *options.marked)} if options.marked else {}),
        **{f"store-{n}": partial(bench_store, n) for n in options.triples},
    }
    tables = [f"{_machine()}\n"]
    for name, bench in benchmarks.items():
        if not options.only or name.partition("-")[0] in options.only:
            tables.append(bench())
            print(tables[-1], flush=True)  # noqa: T201
    if options.write:
        head, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        PAGE.write_text(head + MARK + "\n" + "\n".join(tables), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("only", nargs="*", metavar="start|annotate|components|stages|models|store")
    parser.add_argument("--reports", type=Path, default=ROOT / "examples" / "reports")
    parser.add_argument(
        "--marked", type=Path, nargs=2, metavar=("MARKED", "REPORTS"), help="for `models`"
    )
    parser.add_argument("--triples", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    return parser.parse_args()


def _machine() -> str:
    """When, and on what kind of machine."""
    load = os.getloadavg()[0]
    return (
        f"Run on {datetime.now(UTC).date()}: {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.system()}, Python {platform.python_version()}; load at the start {load:.1f}."
    )


if __name__ == "__main__":
    main()
