from kg.closest import closest


def test_nearly_the_same_spelling_comes_first() -> None:
    known = ["Harbourshire Police", "Dales Police", "Harbourshire"]
    assert closest("Harborshire police", known)[0] == "Harbourshire Police"


def test_pieces_of_a_name_are_not_close_to_it() -> None:
    assert closest("Jan Holloway", ["Jo", "Way", "Jane Holloway"]) == ["Jane Holloway"]


def test_nothing_is_close_to_what_is_unlike_all() -> None:
    assert closest("Harbourshire", ["Leeds Crown Court"]) == []
