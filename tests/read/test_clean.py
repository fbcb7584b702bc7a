"""From a page's body to its text: marks, wraps, paragraphs, furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.characters import normal
from kg.read.furniture import Furniture, is_furniture
from kg.rules import load, rules_file
from tests.read.pages import body_of, read_page


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "The **two** men, of _Anytown_ , were **jailed**.",
            "The two men, of Anytown, were jailed.",
        ),
        ("A [link](https://a.example/b_(c)) and ![a picture](x.jpg) here.", "A link and here."),
        ("[![a picture](x.jpg)](y.html)\n\nText.", "Text."),
        (
            "Mail a_b@c.example or see a.example/x_y_z.",
            "Mail a_b@c.example or see a.example/x_y_z.",
        ),
        ("## Raid in Anytown ##\nText follows.", "Raid in Anytown\n\nText follows."),
        ("> “We will go on.\n> And on.”", "“We will go on.\nAnd on.”"),
        ("One.\n\n* * *\n\nTwo.\n\n---\n\nThree.", "One.\n\nTwo.\n\nThree."),
        (
            "Seized:\n\n * a car\n\n * two kilos\n\nAll done.",
            "Seized:\n\n- a car\n- two kilos\n\nAll done.",
        ),
        ("1. Ann Example, 30\n2) Bob Example, 40", "- Ann Example, 30\n- Bob Example, 40"),
        ("• a car\n• a knife", "- a car\n- a knife"),
        ("2. 5 kilos were found.", "2. 5 kilos were found."),
        ("| Name | Age |\n|---|---|\n| Ann | 30 |", "Name | Age\nAnn | 30"),
        ("Five\\* men \\- and \\[one\\] more.", "Five* men - and [one] more."),
        ("He said<br>this.<p>And <b>that</b>.</p><!-- no -->", "He said\nthis.\nAnd that."),
        (
            "Worth &#163;65,000 &amp;amp; more&nbsp;here, B&M; too.",
            "Worth £65,000 & more here, B&M too.",
        ),
        (
            "A zero\u200bwidth, a soft\u00adhyphen\u00a0and a tab\there.",
            "A zerowidth, a softhyphen and a tab here.",
        ),
        ("Line one.\u2028Line two.\r\nLine three.", "Line one.\nLine two.\nLine three."),
    ],
)
def test_marks_are_taken_off(page: str, text: str) -> None:
    assert body_of(page) == text


def test_plain_text_keeps_what_would_be_marks() -> None:
    assert body_of("Grade *A* [sic] _x_", markup="plain") == "Grade *A* [sic] _x_"


WRAPPED = """Officers of Anyshire Police knocked at the door of a house in Anytown
early on Tuesday and seized cocaine, heroin and a large amount of cash,
which they believe to be from crime.

Charged were:
Ann Example, 30
Bob Example, 40, of Anytown
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert body_of(WRAPPED, markup="plain") == (
        "Officers of Anyshire Police knocked at the door of a house in Anytown early on Tuesday "
        "and seized cocaine, heroin and a large amount of cash, which they believe to be from "
        "crime.\n\nCharged were:\nAnn Example, 30\nBob Example, 40, of Anytown"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "Share on Facebook",
        "Tweet",
        "Updated News Post",
        "View | Download (JPG - 14 KB)",
        "Issued: AB, Corporate Communications",
        "Last modified: 9 May 2018 at 10:47am",
        "There are 2 related updates to this story",
        "-Ends-",
        "Here's how you know",
        "This site uses cookies to work.",
    ],
)
def test_lines_of_the_site_are_left_out(line: str) -> None:
    assert body_of(f"{line}\n\nOfficers knocked.\n\n{line}") == "Officers knocked."


@pytest.mark.parametrize(
    "line",
    [
        "Call Crimestoppers on 0800 555 111.",
        "Share what you know with officers.",
        "Anyone with information should call 101.",
        "Ann Example, Corporate Communications",
        "Sentenced:",
        "Facebook",
        "Belfast",
    ],
)
def test_lines_of_the_report_stay(line: str) -> None:
    assert line in body_of(f"Officers knocked.\n\n{line}")


PROSE = "Officers of Anyshire Police knocked at the door of a house in Anytown early on Tuesday. "
MENU = [
    "Home",
    "About us",
    "Most wanted",
    "Field Offices",
    "Press releases",
    "Contact us",
    "Search",
]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_menu_is_left_out_with_the_entries_that_no_rule_knows() -> None:
    assert body_of(page(*MENU, PROSE * 4)) == (PROSE * 4).strip()
    assert body_of(page(PROSE * 4, "Facebook", "X", "Email", PROSE)) == page(
        (PROSE * 4).strip(), PROSE.strip()
    )


def test_list_of_bodies_is_no_menu() -> None:
    bodies = ["Guardia Civil", "Europol", "Anyshire Police", "Eurojust", "Home Office", "Interpol"]
    text = page((PROSE * 4).strip(), *bodies, *bodies)
    assert body_of(text) == text


def test_page_begins_at_its_title_after_a_menu() -> None:
    menu = [f"Department for {name}" for name in ("Apples", "Bees", "Cars", "Dogs", "Eggs", "Figs")]
    whole = page("Raid in Anytown | Anyshire Police", *menu, *MENU, "Raid in Anytown", PROSE * 4)
    assert body_of(whole, title="Raid in Anytown") == (PROSE * 4).strip()


def test_page_ends_where_other_pages_are_shown() -> None:
    whole = page(PROSE * 4, "Related content", "Man jailed in Othertown", PROSE)
    assert body_of(whole) == (PROSE * 4).strip()


def test_heading_near_the_top_ends_nothing() -> None:
    whole = page("Related news", PROSE * 4)
    assert body_of(whole) == page("Related news", (PROSE * 4).strip())


def test_collected_page_begins_with_the_text_that_was_extracted() -> None:
    whole = page(
        "## Summary", PROSE, "## Extracted Text", PROSE * 4, "## Extraction Notes", "- x: 1"
    )
    assert body_of(whole) == (PROSE * 4).strip()
    assert (
        body_of(page("## Summary", PROSE, "## Extracted Text", "Menu"))
        == f"{PROSE.strip()}\n\nMenu"
    )


def test_furniture_rules_are_sorted_and_no_rule_stands_twice() -> None:
    patterns = [row.pattern for row in load(rules_file("furniture"), Furniture)]
    assert patterns == sorted(set(patterns), key=str.casefold)


def test_furniture_is_never_a_sentence() -> None:
    assert not is_furniture("Officers seized two kilos of cocaine.")
    assert not is_furniture("")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_published_text_is_clean_whatever_was_written(words: str) -> None:
    report = read_page(f"Officers knocked.\n\n{words}", title="Raid")
    text = report.text
    assert text.startswith("Raid\n\n")
    assert "\n\n\n" not in text
    assert text == text.strip()
    assert all(line == line.strip() and "\t" not in line for line in text.split("\n"))
    assert text == normal(text) or "&" in text


@given(st.lists(st.sampled_from(["Officers knocked.", "* a car", "* a knife", "", "## Raid"])))
def test_reading_what_was_read_changes_nothing(lines: list[str]) -> None:
    once = body_of("\n".join(["Start.", *lines]))
    assert body_of(once) == once
