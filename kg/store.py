"""Hold a graph in Oxigraph, in memory or on disk: the only file that knows pyoxigraph and oxrdflib.

Bulk paths stay bulk: thousands of statements pass through `load`, `triple_lines` and `query`,
never one by one. Queries see the union of all named graphs unless they say `GRAPH`.
"""

import gzip
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, Self, cast

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.model import Quad, Value
from kg.total_order import in_total_order
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset

BULK = 200_000  # statements packed at a time: five times as many take 1.5 GiB more, no less time
Term = str | Value  # an IRI (or a blank node, as "_:label"), or a literal
OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal
OxGraph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

FORMATS: Mapping[str, ox.RdfFormat] = {
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
}
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LONGEST_COMPLAINT = 120  # characters; longer ones list character classes
_EVERY_TRIPLE = "SELECT ?s ?p ?o { ?s ?p ?o }"
_SYNTAX_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Triple(NamedTuple):
    subject: str
    predicate: str
    object: Term


@dataclass(frozen=True, slots=True)
class Solutions:
    """What a SELECT finds: rows of terms, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


class Queryable(Protocol):
    """What can be asked as a store can: a store itself, or a graph on a server."""

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None
    ) -> Solutions | Iterator[Triple] | bool: ...


class Store:
    """A graph that can be filled, asked and listed; close it, or use it in a `with`.

    >>> with Store() as store:
    ...     store.load([Quad("http://a/s", "http://a/p", Value("o", None, "en"), "http://a/g")])
    ...     list(store.query("SELECT ?o { ?s ?p ?o }").rows)
    [(Value(value='o', datatype=None, language='en'),)]
    """

    __slots__ = ("_open", "folder", "identity")

    def __init__(self) -> None:
        self._open: ox.Store | None = ox.Store()
        self.folder: Path | None = None
        self.identity = ""  # of a store on disk that no one has opened since, to write to it

    @classmethod
    def _on_disk(cls, folder: Path, open_: Callable[[str], ox.Store]) -> Self:
        store = cls()
        store.folder, store.identity = folder, _identity(folder)
        store._open = open_(str(folder))
        return store

    @property
    def on_disk(self) -> bool:
        """Whether it is where to look up is slow, and to read on is not."""
        return self.folder is not None

    @classmethod
    def create(cls, folder: Path | str) -> Self:
        """An empty store on disk; raises `GraphError` if `folder` holds anything."""
        folder = Path(folder)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise GraphError(f"{folder}: cannot hold a new store: it is there and not empty")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return cls._on_disk(folder, ox.Store)
        except OSError as error:
            raise GraphError(f"{folder}: a store cannot be made there: {error}") from error

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The graph at `path`: a graph folder or a store's folder (both read only), or an RDF file.

        Raises `GraphError` for a missing path, a folder without a store, an unknown suffix, and
        RDF that does not parse (with its line).
        """
        path = Path(path)
        if path.is_dir():
            folder = _store_folder(path)
            try:
                return cls._on_disk(folder, ox.Store.read_only)
            except OSError as error:
                raise GraphError(f"{folder}: the store cannot be opened: {error}") from error
        if not path.exists():
            raise GraphError(f"{path}: there is no such file or folder")
        store = cls()
        store.load_file(path)
        return store

    @property
    def _inner(self) -> ox.Store:
        if self._open is None:
            raise GraphError("the store is closed; open it again")
        return self._open

    def close(self) -> None:
        """Let go of the files; what is asked afterwards raises `GraphError`."""
        self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Count the statements, one in two graphs twice."""
        return len(self._inner)

    def load(self, quads: Iterable[Quad]) -> None:
        """Add statements as they come, without holding them; raises `GraphError` on a bad IRI."""
        rest = map(_to_ox_quad, quads)
        try:
            while (first := next(rest, None)) is not None:
                self._inner.bulk_extend(chain([first], islice(rest, BULK - 1)))
        except (OSError, RuntimeError) as error:  # the last: a store that is open for reading
            raise GraphError(f"the statements cannot be stored: {error}") from error

    def load_file(self, path: Path | str) -> None:
        """Add an RDF file, plain or gzipped; its suffix says the format."""
        path = Path(path)
        format_ = _format_of(path)
        try:
            with _open_binary(path) as file:
                self._inner.bulk_load(file, format_, base_iri=path.resolve().as_uri())
        except SyntaxError as error:
            raise GraphError(f"{path}: is not {format_.name}: {error}") from error
        except (OSError, EOFError, ValueError) as error:
            raise GraphError(f"{path}: cannot be read: {error}") from error

    def flush(self) -> None:
        """Write what is pending to disk and pack it, so that reading is fast from now on."""
        try:
            self._inner.flush()
            self._inner.optimize()
        except OSError as error:
            raise GraphError(f"the statements cannot be stored: {error}") from error

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None
    ) -> Solutions | Iterator[Triple] | bool:
        """What a SPARQL query finds: rows, triples (CONSTRUCT, DESCRIBE) or a yes or no (ASK).

        `bindings` give values to selected variables; nothing is ever formatted into the text. The
        prefixes of the ontology need no declaration. A statement that stands in two graphs matches
        twice: count DISTINCT. Raises `QueryError` with the place at fault.
        """
        found = self._run(text, bindings or {})
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        if isinstance(found, ox.QuerySolutions):
            names = tuple(variable.value for variable in found.variables)
            return Solutions(names, (tuple(map(_from_ox, row)) for row in found))
        return (_from_ox_triple(*triple) for triple in found)

    def _run(
        self, text: str, bindings: Mapping[str, Term]
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        inner = self._inner
        ask = partial(
            inner.query,
            prefixes=dict(PREFIXES),
            use_default_graph_as_union=True,
            substitutions={ox.Variable(n): _to_ox(v) for n, v in bindings.items()},
        )
        try:
            try:
                return ask(in_total_order(text))
            except SyntaxError:
                return ask(text)  # for a complaint that says the place in what was written
        except SyntaxError as error:
            raise QueryError(_point_at(text, str(error))) from error
        except (OSError, ValueError, RuntimeError) as error:  # the last: an unselected binding
            raise QueryError(f"the query cannot be answered: {error}") from error

    def quads(self) -> Iterator[Quad]:
        """Every statement, in the store's own order."""
        for subject, predicate, object_, graph in self._inner:
            name = "" if isinstance(graph, ox.DefaultGraph) else str(_from_ox(graph))
            yield Quad(*_from_ox_triple(subject, predicate, object_), name)

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""
        return sorted(graph.value for graph in self._inner.named_graphs())

    def graph_lines(self, graph: str) -> list[str]:
        """The triples of one named graph as lines of N-Triples without their newlines, sorted."""
        file = io.BytesIO()
        self._inner.dump(file, ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        return sorted(file.getvalue().decode().split("\n")[:-1])

    def triple_lines(self) -> Iterator[str]:
        """Each triple as a line of N-Triples without its newline, graph by graph.

        One that stands in two graphs comes twice: to leave that out takes as long as all the rest.
        """
        return self._lines_of(self._graph_names())

    def triple_rows(self) -> Iterator[str]:
        """Each triple as its three terms in N-Triples with tabs between them, graph by graph.

        One that stands in two graphs comes twice. By SPARQL, since a dump also looks up the name of
        each triple's graph: on disk, that takes a quarter of the time.
        """
        found = cast("ox.QuerySolutions", self._run(_EVERY_TRIPLE, {}))
        rows = _lines(lambda file: found.serialize(file, ox.QueryResultsFormat.TSV))
        next(rows)  # the names of the columns
        return map(_typed, rows)

    def lines_by_graph(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Each graph as N-Quads names it, "" for the default one, with its triples as lines."""
        for graph in self._graph_names():
            name = "" if isinstance(graph, ox.DefaultGraph) else str(graph)
            yield name, self._lines_of([graph])

    def quad_lines(self) -> Iterator[str]:
        """Every statement as a line of N-Quads without its newline, in the store's own order."""
        return _lines(lambda file: self._inner.dump(file, ox.RdfFormat.N_QUADS))

    def _graph_names(self) -> list[OxGraph]:
        return [ox.DefaultGraph(), *self._inner.named_graphs()]

    def _lines_of(self, graphs: Iterable[OxGraph]) -> Iterator[str]:
        def write(file: IO[bytes]) -> None:
            for graph in graphs:
                self._inner.dump(file, ox.RdfFormat.N_TRIPLES, from_graph=graph)

        return _lines(write)

    def rdflib(self) -> "Dataset":
        """A live view for those who know rdflib, over the union of all graphs.

        Pass queries as strings: a prepared query falls back to rdflib's own engine, far slower.
        A plain string comes back as `xsd:string`, which rdflib holds unequal to a bare literal.
        """
        from oxrdflib import OxigraphStore  # noqa: PLC0415  rdflib: half a second to import
        from rdflib import Dataset  # noqa: PLC0415

        view = Dataset(store=OxigraphStore(store=self._inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            view.bind(prefix, namespace)  # prefixes are kept neither in Oxigraph nor on disk
        return view


def read_triples(lines: bytes) -> Iterator[Triple]:
    """The triples of N-Triples, as a server sends them; raises `GraphError` for other text."""
    try:
        for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES):
            yield _from_ox_triple(quad.subject, quad.predicate, quad.object)
    except SyntaxError as error:
        raise GraphError(f"not N-Triples: {error}") from error


def _store_folder(folder: Path) -> Path:
    """The store in a graph folder, or the folder itself if it is one.

    A build that was killed while it put a new store in place may leave the old one beside it.
    """
    places = (folder / "store", folder / "store.old", folder)
    store = next((place for place in places if (place / "CURRENT").is_file()), None)
    if store is None:
        raise GraphError(f"{folder}: holds no graph; make one with `kg build`")
    return store


def _identity(folder: Path) -> str:
    """What RocksDB calls the store, and the list of files that it made when it was last opened."""
    files = [folder / "IDENTITY", folder / "CURRENT"]
    return " ".join(file.read_text("utf-8").strip() for file in files if file.is_file())


def _format_of(path: Path) -> ox.RdfFormat:
    suffix = (path.with_suffix("") if path.suffix == ".gz" else path).suffix
    if suffix not in FORMATS:
        known = " ".join(FORMATS)
        raise GraphError(f"{path}: is no graph folder and not one of {known} (or these with .gz)")
    return FORMATS[suffix]


def _open_binary(path: Path) -> IO[bytes]:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def _lines(write: Callable[[IO[bytes]], object]) -> Iterator[str]:
    """The lines that `write` puts into a file; through a file, since a graph may outgrow memory."""
    with tempfile.TemporaryFile() as file:
        write(file)
        file.seek(0)
        with io.TextIOWrapper(cast("IO[bytes]", file), encoding="utf-8", newline="\n") as text:
            for line in text:
                yield line[:-1]


def _typed(row: str) -> str:
    """A row of terms whose last is in quotes, with its datatype: SPARQL's TSV has 5 for "5"^^…"""
    if row[-1] in '>"' or (last := row[row.rindex("\t") + 1 :])[0] in '"_':
        return row
    return f'{row[: -len(last)]}"{last}"^^<{PREFIXES["xsd"]}{_datatype(last)}>'


def _datatype(bare: str) -> str:
    if bare in {"true", "false"}:
        return "boolean"
    if "e" in bare or "E" in bare:
        return "double"
    return "decimal" if "." in bare else "integer"


@lru_cache(maxsize=1 << 16)
def _node(iri: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(iri[2:]) if iri.startswith("_:") else ox.NamedNode(iri)


def _to_ox(term: Term) -> OxTerm:
    if isinstance(term, str):
        return _node(term)
    if term.language is not None:
        return ox.Literal(term.value, language=term.language)
    datatype = None if term.datatype is None else ox.NamedNode(term.datatype)
    return ox.Literal(term.value, datatype=datatype)


def _to_ox_quad(quad: Quad) -> ox.Quad:
    subject, predicate, object_, graph = quad
    try:
        return ox.Quad(
            _node(subject),
            _node(predicate),  # type: ignore[arg-type]
            _to_ox(object_),
            _node(graph) if graph else ox.DefaultGraph(),
        )
    except (ValueError, TypeError) as error:
        raise GraphError(f"{quad!r} is no statement: {error}") from error


@lru_cache(maxsize=1 << 14)  # rows repeat each other: many then take half the room, and less time
def _from_ox(term: OxTerm | ox.Triple | None) -> Term | None:
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal):
        if term.language is not None:
            return Value(term.value, None, term.language)
        datatype = term.datatype.value
        return Value(term.value, None if datatype == _XSD_STRING else datatype)
    return None if term is None else str(term)


def _from_ox_triple(subject: OxTerm, predicate: OxTerm, object_: OxTerm) -> Triple:
    return Triple(str(_from_ox(subject)), str(_from_ox(predicate)), cast("Term", _from_ox(object_)))


def _point_at(text: str, message: str) -> str:
    """The parser's complaint with the line it is about, as `line 2, column 8: … in '…'`."""
    match = _SYNTAX_ERROR.match(message)
    if match is None:
        return f"the query does not parse: {message}"
    complaint = " ".join(match[3].split()).removesuffix(", [_]")
    if "Prefix not found" in complaint:
        complaint = f"a prefix is not declared and not one of {' '.join(sorted(PREFIXES))}"
    elif len(complaint) > _LONGEST_COMPLAINT or complaint == "expected [_]":
        complaint = "this cannot stand here, or something is missing"
    line = int(match[1])
    shown = "".join(text.splitlines()[line - 1 : line]).strip()
    return f"the query does not parse at line {line}, column {match[2]}: {complaint}; in {shown!r}"
