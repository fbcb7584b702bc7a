"""Print docs/queries.md, made from the headers of the saved queries."""

from kg.query.library import Parameter, SavedQuery, saved_queries

HEAD = """# Saved queries

Each is a question with parameters: `kg query graph/ NAME --parameter VALUE`, or in Python
`graph.query("name", parameter=value)`. Without a value a parameter that is not required asks for
all. A question of your own is a `.rq` file with the same kind of header
(`kg/query/library/__init__.py` says how), or SPARQL as text.

A name counts in any case, with or without accents, and by any form that reports use: "ERSOU",
"ersou". Where several things have one name (two people, two places) all of them are meant; an IRI
means one. A name that nothing in the graph has is an error that lists the closest ones, so that an
empty answer always means that nothing was reported.

`--limit 50 --offset 100` prints a page of an answer; in Python, `rows[100:150]`. A build of
a thousand reports or more keeps the answers to what can be asked without a parameter; a page of
those is read without the rest, and filters leave out rows of them.

This page is made from the headers of `kg/query/library/*.rq`:
`python .ci/query_docs.py > docs/queries.md`.
"""


def page() -> str:
    return "\n".join([HEAD, *map(_section, saved_queries())])


def _section(saved: SavedQuery) -> str:
    parameters = "".join(map(_row, saved.parameters))
    table = f"\n| parameter | | |\n|---|---|---|\n{parameters}" if parameters else ""
    return (
        f"## {saved.name}\n\n**{saved.title}.** {saved.description}\n{table}\n"
        f"```sh\n{saved.example}\n```\n"
    )


def _row(parameter: Parameter) -> str:
    need = "required" if parameter.required else ""
    return f"| `--{parameter.name.replace('_', '-')}` | {need} | {parameter.description} |\n"


if __name__ == "__main__":
    print(page(), end="")
