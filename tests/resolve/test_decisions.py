from datetime import date
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.model import Entity, Resolution
from kg.resolve.decisions import Decision, append_decision, decide, read_decisions

BASE = "https://example.org/id/"
FALCON, FALCONS, MAY = (
    f"{BASE}{path}" for path in ("operation/falcon", "operation/falcons", "place/may")
)
FIRST, SECOND = "a" * 64, "b" * 64


def resolution() -> Resolution:
    return Resolution(
        entities={
            FALCON: Entity(FALCON, "Operation", "Operation Falcon", ("Op Falcon",)),
            FALCONS: Entity(FALCONS, "Operation", "Operation Falcons"),
            MAY: Entity(MAY, "Place", "May"),
        },
        links={FIRST: (FALCON, MAY), SECOND: (FALCON, FALCONS)},
        publishers={},
    )


def decided(**decision: object) -> Resolution:
    return decide(resolution(), [Decision(**decision)], base_iri=BASE)  # type: ignore[arg-type]


def test_merge_keeps_the_first_with_all_names() -> None:
    after = decided(merge=("operation/falcon", "operation/falcons"))
    assert after.links == {FIRST: (FALCON, MAY), SECOND: (FALCON, FALCON)}
    assert after.entities[FALCON].alternatives == ("Op Falcon", "Operation Falcons")
    assert FALCONS not in after.entities


def test_split_gives_the_chosen_reports_a_node_of_their_own() -> None:
    after = decided(split="operation/falcon", reports=("bbbbbbbb",))
    assert after.links == {FIRST: (FALCON, MAY), SECOND: (f"{FALCON}-bbbbbbbb", FALCONS)}
    assert after.entities[f"{FALCON}-bbbbbbbb"].label == "Operation Falcon"


def test_rename_keeps_the_old_label_as_another_name() -> None:
    after = decided(rename=FALCON, to="Operation Peregrine").entities[FALCON]
    assert (after.label, after.alternatives) == (
        "Operation Peregrine",
        ("Op Falcon", "Operation Falcon"),
    )


@pytest.mark.parametrize(
    ("to", "expected"),
    [("Organisation", ("Organisation", None)), ("PoliceForce", ("Agency", "PoliceForce"))],
)
def test_retype_takes_types_and_kinds_of_agency(to: str, expected: tuple[str, str | None]) -> None:
    after = decided(retype="place/may", to=to).entities[MAY]
    assert (after.type, after.subtype) == expected


def test_suppress_leaves_no_node() -> None:
    after = decided(suppress="place/may")
    assert after.links[FIRST] == (FALCON, "")
    assert MAY not in after.entities


@pytest.mark.parametrize(
    "decision",
    [
        {"merge": ("operation/falcon", "operation/hawk")},
        {"split": "operation/falcon", "reports": ("cccccccc",)},
        {"rename": "operation/hawk", "to": "Hawk"},
        {"suppress": "place/june"},
    ],
)
def test_decision_that_matches_nothing_is_reported(decision: dict[str, object]) -> None:
    after = decided(**decision)
    assert len(after.unmatched_decisions) == 1
    assert after.links == resolution().links


def test_decisions_are_read_in_order(tmp_path: Path) -> None:
    file = tmp_path / "decisions.yml"
    file.write_text("decisions:\n - suppress: place/may\n - rename: a\n   to: b\n   because: c\n")
    first, second = read_decisions(file)
    assert (first.suppress, second.rename, second.to) == ("place/may", "a", "b")


def test_no_decisions_are_read_from_no_file_or_an_empty_one(tmp_path: Path) -> None:
    empty = tmp_path / "decisions.yml"
    empty.write_text("# nothing decided yet\n")
    assert read_decisions(tmp_path / "absent.yml") == read_decisions(empty) == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("unify: [a, b]", "unify"),
        ("because: so", "exactly one|found 0"),
        ("merge: [a, a]", "two entities"),
        ("rename: a", "`to`"),
        ("split: a", "`reports`"),
        ("{split: a, reports: [abc]}", "8 digits"),
        ("{retype: a, to: Robot}", "no type"),
        ("{suppress: a, rename: b, to: c}", "found 2"),
    ],
)
def test_what_is_no_decision_is_refused(tmp_path: Path, line: str, complaint: str) -> None:
    file = tmp_path / "decisions.yml"
    file.write_text(f"decisions:\n  - {line}\n")
    with pytest.raises(RuleError, match=complaint):
        read_decisions(file)


@pytest.mark.parametrize(
    "decision",
    [
        Decision(
            distinct=("operation/falcon", "operation/falcons"), because="ours: 'falcon'", by="A"
        ),
        Decision(merge=("operation/falcon", "operation/falcons"), decided=date(2026, 5, 1)),
        Decision(split="operation/falcon", reports=("0123456789", "11111111")),
        Decision(rename="place/may", to="#May: the town"),
    ],
)
def test_decision_that_is_added_reads_back(tmp_path: Path, decision: Decision) -> None:
    path = tmp_path / "decisions.yml"
    append_decision(path, decision)
    append_decision(path, decision)
    assert read_decisions(path) == (decision, decision)


def test_decision_is_added_below_what_people_wrote(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    written = "# ours\ndecisions:\n  - suppress: place/may  # no place\n"
    path.write_text(written, encoding="utf-8")
    append_decision(path, Decision(suppress="place/june"))
    assert path.read_text(encoding="utf-8") == f"{written}  - suppress: place/june\n"


def test_file_that_cannot_be_added_to_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    path.write_text("decisions: [{suppress: place/may}]\n", encoding="utf-8")
    with pytest.raises(RuleError):
        append_decision(path, Decision(suppress="place/june"))
    assert path.read_text(encoding="utf-8") == "decisions: [{suppress: place/may}]\n"
