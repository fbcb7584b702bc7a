"""Every error that `kg` raises on purpose, each also a builtin that a caller would catch."""


class KGError(Exception):
    """The root: catch it to catch whatever `kg` says was wrong."""


class ReportError(KGError, ValueError):
    """A report that cannot be read: it is set aside, with the reason, and the build goes on."""

    def __init__(self, reason: str, *, offset: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class InputError(KGError, FileNotFoundError):
    """A path that names no report: missing, empty of reports, or of a format that is not read."""


class RuleError(KGError, ValueError):
    """A rules file that does not say what a rules file must; the message carries file and line."""


class ConfigError(KGError, ValueError):
    """An option, a `kg.yml` or a model name that cannot be used."""


class VocabularyError(KGError, KeyError):
    """A term that the ontology does not define."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class GraphError(KGError, ValueError):
    """A graph folder or RDF file that cannot be opened, or is not a graph of ours."""


class QueryError(KGError, ValueError):
    """A query that does not parse, does not exist by that name, or lacks a parameter."""


class ExportError(KGError, ValueError):
    """A format that is not written, or an output that cannot be."""


class EngineError(KGError, RuntimeError):
    """A process that annotates died, or an engine cannot be reached."""


class ServerError(KGError, ConnectionError):
    """A SPARQL server that cannot be reached, refuses, or answers what is no answer."""
