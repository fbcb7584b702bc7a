"""The ways between two, found outward from both ends."""

from collections.abc import Collection, Iterator

from kg.analyse.between import Pair, ways_between

STAR = {("hub", f"n{number}") for number in range(50)}


def ways(
    ties: Collection[Pair], start: str, end: str, left_out: Collection[str] = ()
) -> tuple[set[Pair], set[str]]:
    """The pairs found, and the entities whose ties were asked for."""
    asked: set[str] = set()

    def tied(some: Collection[str]) -> Iterator[tuple[Pair, Collection[str]]]:
        asked.update(some)
        return ((pair, {"one.md"}) for pair in ties if set(pair) & set(some))

    found = ways_between(
        start,
        end,
        tied=tied,
        size=lambda some: sum(len(set(pair) & set(some)) for pair in ties),
        left_out=lambda some: set(some) & set(left_out),
    )
    return set(found), asked


def test_all_shortest_ways_are_found() -> None:
    square = {("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")}
    assert ways(square | {("d", "e")}, "a", "d")[0] >= square


def test_the_side_of_fewer_statements_goes_on_first() -> None:
    """What many are tied to is not read where the other end has a way."""
    found, asked = ways({*STAR, ("a", "hub"), ("a", "b")}, "hub", "b")
    assert {("a", "hub"), ("a", "b")} <= found
    assert "hub" not in asked


def test_no_way_leads_through_what_is_left_out_but_from_it() -> None:
    line = {("a", "b"), ("b", "c")}
    assert ways(line, "a", "c", ["b"])[0] == set()
    assert ways(line, "a", "c", ["a", "c"])[0] == line


def test_the_untied_have_no_way_and_little_is_read() -> None:
    found, asked = ways({*STAR, ("a", "b")}, "a", "hub")
    assert (found, "hub" in asked) == (set(), False)
