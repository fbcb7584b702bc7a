"""Which names of a report are one person's."""

import pytest

from tests.annotate.people.persons import report_of


def people_of(text: str, *, title: str = "") -> list[tuple[str, str, list[str]]]:
    """Each person's name, type and surfaces."""
    draft = report_of(text, title=title)
    return [
        (entity.name, entity.type, [draft.surface(m) for m in draft.mentions if m.entity == index])
        for index, entity in enumerate(draft.entities)
        if entity.type in ("Official", "Person")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DI Anna Berg spoke. DI Berg left.", [("Anna Berg", "Official", ["Anna Berg", "Berg"])]),
        ("Teodor Vasik, 34, ran. Mr Vasik fell.",
         [("Teodor Vasik", "Person", ["Teodor Vasik", "Vasik"])]),
        ("Rosa Q. Delgado, 34, ran. Rosa Delgado fell.",
         [("Rosa Q. Delgado", "Person", ["Rosa Q. Delgado", "Rosa Delgado"])]),
        ("Anna Berg, 34, spoke. DI Berg left.",
         [("Anna Berg", "Person", ["Anna Berg"]), ("Berg", "Official", ["Berg"])]),
        ("Lucy Reed, 34, and Paul Reed, 20, ran. Reed fell.",
         [("Lucy Reed", "Person", ["Lucy Reed"]), ("Paul Reed", "Person", ["Paul Reed", "Reed"])]),
        ("Paul Reed, 54, and his son Paul Reed, 20, ran.",
         [("Paul Reed", "Person", ["Paul Reed"]), ("Paul Reed", "Person", ["Paul Reed"])]),
        ("Teodor Vasik, aka Foxy, ran.", [("Teodor Vasik", "Person", ["Teodor Vasik", "Foxy"])]),
    ],
)  # fmt: skip
def test_names_are_joined(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert people_of(text) == expected


def test_the_name_is_not_the_one_in_capitals() -> None:
    found = people_of("Teodor Vasik, 34, ran.", title="TEODOR VASIK HELD")
    assert [name for name, _, _ in found] == ["Teodor Vasik"]


def test_a_surname_goes_to_the_defendant_rather_than_the_officer() -> None:
    text = "Teodor Reed, 34, ran. DI Anna Reed spoke. Reed was jailed."
    assert ("Teodor Reed", "Person", ["Teodor Reed", "Reed"]) in people_of(text)
