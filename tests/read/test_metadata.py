"""What heads a page: YAML of all kinds, and lines a person wrote."""

import pytest

from kg.read import fenced, front_matter
from kg.read.heading import heading_of
from kg.read.metadata import flatten
from kg.read.yaml_block import metadata_of


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("publish:\n  date: 2 Jul 2020", {"publish.date": "2 Jul 2020"}),
        ("publish_date: 2020-07-02", {"publish.date": "2020-07-02"}),
        ("publishDate: 2020-02-30", {"publish.date": "2020-02-30"}),
        ("time: 14:23\nday: 02", {"time": "14:23", "day": "02"}),
        ("og:\n  title: One\n  title: Two", {"og.title": "Two"}),
        ("tags: [a, b]", {"tags": "a"}),
        ("title: null\nurl: ~\nby: N/A", {}),
        ("a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}", {}),
        ("- a list", {}),
        ("words alone", {}),
    ],
)
def test_yaml_is_read_as_text_under_one_spelling(block: str, found: dict[str, str]) -> None:
    assert metadata_of(block) == found


@pytest.mark.parametrize(
    "block",
    [
        "title: Raid: three held\nurl: https://a.example/b",
        'title: "Raid: three held\nurl: https://a.example/b',
        "title: 'Raid: three held'\nurl: https://a.example/b\nbad: [1,",
        "title: Raid: three held\nurl: https://a.example/b\n\tbad",
    ],
)
def test_yaml_that_does_not_parse_gives_its_plain_lines(block: str) -> None:
    found = metadata_of(block)
    assert (found["title"], found["url"]) == ("Raid: three held", "https://a.example/b")


@pytest.mark.parametrize(
    "block",
    [
        "title: !!python/object/apply:os.system ['touch gone']",
        "title: !!python/name:os.system",
        "!!python/object/new:os.system [touch gone]",
    ],
)
def test_yaml_makes_no_objects(block: str) -> None:
    assert all(isinstance(value, str) for value in metadata_of(block).values())


def test_yaml_with_aliases_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert len(metadata_of("\n".join(lines))) < 10


def test_first_value_of_a_key_stays() -> None:
    assert flatten({"publish_date": "1", "publish": {"date": "2"}}) == {"publish.date": "1"}


@pytest.mark.parametrize(
    "text",
    ["No head at all.", "---\nA rule, and no key.\n---\nText.", "```python\na: 1\n```", "----\n"],
)
def test_text_without_a_head_has_none(text: str) -> None:
    assert front_matter.parse(text) is None
    assert fenced.parse(text) is None


def test_front_matter_ends_where_it_says() -> None:
    page = front_matter.parse("---\ntitle: A\n---\nText.\n\n---\nb: 1\n---\n")
    assert page is not None
    assert page.body == "\nText.\n\n---\nb: 1\n---\n"


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        (
            "Raid in Anytown\n\nSource: Anyshire (https://a.example/b)\nDate: 2 May 2021\n\nA.",
            {"source": "Anyshire (https://a.example/b)", "date": "2 May 2021"},
            "Raid in Anytown\n\nA.",
        ),
        (
            "**Published:** 2 May 2021\n**Publisher:** Anyshire Police\n**Editor:** A\n\n---\nA.",
            {"published": "2 May 2021", "publisher": "Anyshire Police"},
            "A.",
        ),
        ("Date: 2 May 2021\nThe raid went on.", {}, "Date: 2 May 2021\nThe raid went on."),
        (
            "Arrested: three men\nSeized: a car\n\nA.",
            {},
            "Arrested: three men\nSeized: a car\n\nA.",
        ),
        ("Source: one informer.", {}, "Source: one informer."),
    ],
)
def test_lines_that_head_a_plain_text_are_read(text: str, found: dict[str, str], rest: str) -> None:
    assert heading_of(text) == (found, rest)
