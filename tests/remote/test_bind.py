"""Terms for variables in the text of a query: where they go, and where they never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.given import with_given
from kg.model import Value
from kg.query.library import SavedQuery, saved_queries
from kg.remote.bind import bound
from kg.store import Solutions, Store, Term
from kg.vocab import PREFIXES

IRI = "http://a/b"
XSD = PREFIXES["xsd"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x ?y { ?x ?p ?y }", "SELECT  ?y { <http://a/b> ?p ?y }"),
        ("SELECT $x ?y { $x ?p ?xx }", "SELECT  ?y { <http://a/b> ?p ?xx }"),
        ('SELECT ?x ?y { ?y ?p "?x" # ?x\n}', 'SELECT  ?y { ?y ?p "?x" # ?x\n}'),
        ("SELECT ?x ?y { ?y ?p '''a'?x''' }", "SELECT  ?y { ?y ?p '''a'?x''' }"),
        (r'SELECT ?x ?y { ?y ?p "\"?x" }', r'SELECT  ?y { ?y ?p "\"?x" }'),
        ("SELECT ?x ?y { ?y <http://a/?x> 1 }", "SELECT  ?y { ?y <http://a/?x> 1 }"),
        ("SELECT ?x ?y { ?y ex:a\\?x 1 }", "SELECT  ?y { ?y ex:a\\?x 1 }"),
        ("SELECT ?x { ?x ?p ?o }", "SELECT  (1 AS ?kg_nothing) { <http://a/b> ?p ?o }"),
        ("SELECT * { ?x ?p ?o }", "SELECT * { <http://a/b> ?p ?o }"),
        ("ASK { ?x ?p ?o }", "ASK { <http://a/b> ?p ?o }"),
        (
            "SELECT ?x (COUNT(?x) AS ?n) { ?x ?p ?y } GROUP BY ?x",
            "SELECT  (COUNT(<http://a/b>) AS ?n) { <http://a/b> ?p ?y } GROUP BY (<http://a/b>)",
        ),
        (
            "SELECT ?x ?y { ?y ?p ?x } ORDER BY DESC(?x) ?x LIMIT 1",
            "SELECT  ?y { ?y ?p <http://a/b> } ORDER BY DESC(<http://a/b>) (<http://a/b>) LIMIT 1",
        ),
        (
            "SELECT ?x ?y { { SELECT ?x ?y { ?y ?p ?x } } ?y ?q ?x }",
            "SELECT  ?y { { SELECT  ?y { ?y ?p <http://a/b> } } ?y ?q <http://a/b> }",
        ),
        (  # the inner ?x is another one
            "SELECT ?x ?y { { SELECT ?y { ?y ?p ?x } } ?y ?q ?x }",
            "SELECT  ?y { { SELECT ?y { ?y ?p ?x } } ?y ?q <http://a/b> }",
        ),
    ],
)
def test_bound_variable_gives_way_to_its_term(text: str, expected: str) -> None:
    assert bound(text, {"x": IRI}).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?s { ?s a oc:Agency }", f"PREFIX oc: <{PREFIXES['oc']}>\n"),
        ("PREFIX oc: <http://o/> SELECT ?s { ?s a oc:Agency }", ""),
        ('SELECT ?s { ?s ?p "oc:Agency" } # oc:Agency', ""),
        ("SELECT ?s { ?s ex:p _:oc }", ""),
    ],
)
def test_prefixes_that_are_used_and_not_declared_are_declared(text: str, expected: str) -> None:
    assert bound(text, {}).text == expected + text


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("SELECT ?y { ?x ?p ?y }", IRI, r"\?x has a value, but is not among"),
        ("SELECT ?x { ?s ?p ?o BIND(1 AS ?x) }", IRI, r"\?x cannot be given a value"),
        ("SELECT ?x { VALUES ?x { 1 } }", IRI, r"\?x cannot be given a value"),
        ("SELECT ?x { ?x ?p ?o }", "http://a/> } DROP ALL #", "is no IRI"),
        ("SELECT ?x { ?x ?p ?o }", "_:b", "is no IRI"),
        ("SELECT ?x { ?x ?p ?o }", Value("a", "int> 1"), "is no IRI"),
        ("SELECT ?x { ?x ?p ?o }", Value("a", None, "en } #"), "is no language tag"),
    ],
)
def test_value_that_cannot_be_given_is_refused(text: str, value: Term, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        bound(text, {"x": value})


terms = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])).map(Value),
    st.sampled_from(['" } DROP ALL #', "\\", "\\u0022", "\n", "?s", "'''", '"""']).map(Value),
    st.integers().map(lambda n: Value(str(n), f"{XSD}integer")),
    st.sampled_from([Value("raid", None, "en-gb"), IRI]),
)


@given(terms)
def test_term_is_read_back_as_it_was_given(term: Term) -> None:
    text = bound("SELECT ?x ?y { BIND(?x AS ?y) }", {"x": term}).text
    found = Store().query(text)
    assert isinstance(found, Solutions)
    assert list(found.rows) == [(term,)]


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_still_parses_with_every_value_given(saved: SavedQuery) -> None:
    values: dict[str, Term] = {
        f"given_{p.name}": Value("2020-01-01", f"{XSD}date")
        for p in saved.parameters
        if not p.names_something
    }
    query = bound(with_given(saved.text, {p.name: () for p in saved.parameters}), values)
    assert isinstance(Store().query(query.text), Solutions)
    assert query.columns is not None
