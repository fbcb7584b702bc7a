"""The rules about people hold together."""

from collections import Counter

import pytest

from kg.annotate.people.offices import PostHeads
from kg.annotate.people.rules import GivenNames, PersonWords, Rank, given_names, person_words
from kg.rules import load, rules_file
from kg.vocab import OC

RANKS = load(rules_file("ranks"), Rank)


@pytest.mark.parametrize("rank", RANKS, ids=lambda rank: rank.id)
def test_ranks_are_concepts_of_the_ontology(rank: Rank) -> None:
    assert rank.id in OC
    assert rank.forms or rank.abbreviations


def test_a_form_stands_in_one_rank_only() -> None:
    forms = Counter(form.lower() for rank in RANKS for form in rank.forms)
    assert [form for form, times in forms.items() if times > 1] == []


def test_rows_and_words_are_sorted() -> None:
    names = [row.names.split() for row in load(rules_file("given_names"), GivenNames)]
    words = [row.words.split() for row in load(rules_file("person_words"), PersonWords)]
    heads = [list(row.heads) for row in load(rules_file("posts"), PostHeads)]
    assert all(row == sorted(set(row)) for row in (*names, *words, *heads))
    assert [rank.id for rank in RANKS] == sorted(rank.id for rank in RANKS)


def test_given_names_are_no_words_that_names_never_hold() -> None:
    assert given_names() & person_words("common") == frozenset()
