"""Build a graph of the example reports, ask it who seized what, and export it.

    python examples/script/seizures_by_operation.py [REPORTS] [OUT]

writes into OUT a graph folder, a table of seizures (seizures.csv) and the whole graph as Turtle.
"""

import csv
import sys
from itertools import groupby
from pathlib import Path

import kg

REPORTS = Path(__file__).parents[1] / "reports"
AGENCIES_OF_OPERATIONS = """
SELECT DISTINCT ?operation ?agency WHERE {
  ?body oc:tookPartIn ?named ; skos:prefLabel ?agency .
  ?named skos:prefLabel ?operation .
} ORDER BY ?operation ?agency
"""
COLUMNS = ("comparator", "quantity", "unit", "item", "issued", "report", "sentence")


def main(reports: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with kg.build(reports, out / "graph") as graph:
        print_operations(graph)
        write_seizures(graph, out / "seizures.csv")
        graph.export(out / "graph.ttl")


def print_operations(graph: kg.Graph) -> None:
    """Say which agencies took part in which operation."""
    rows = graph.query(AGENCIES_OF_OPERATIONS)
    for operation, agencies in groupby(rows, key=lambda row: row.operation):
        print(f"{operation}: {', '.join(row.agency for row in agencies)}")


def write_seizures(graph: kg.Graph, path: Path) -> None:
    """Write one row for each seizure, with the sentence that states it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for row in graph.query("seizures"):
            table.writerow([getattr(row, column) for column in COLUMNS])


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*(given + [REPORTS, Path("seizures-example")][len(given) :]))
