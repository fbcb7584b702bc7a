import pytest

from kg.resolve.bodies import joint_unit, lends, share_region, whole, work_together

PREFIX = "Agency|agency:"


@pytest.mark.parametrize(
    ("one", "other", "lent", "work"),
    [
        ("ersou", "bedfordshire-police", False, True),
        ("surrey-police", "sussex-police", False, True),
        ("nca", "kent-police", True, False),
        ("kent-police", "dorset-police", False, False),
        ("kent-police", "no-such-body", False, False),
    ],
)
def test_bodies_work_together_or_lend_staff(
    one: str, other: str, *, lent: bool, work: bool
) -> None:
    mine, its = [f"{PREFIX}{one}"], [f"{PREFIX}{other}"]
    assert lends(mine, its) is lends(its, mine) is lent
    assert work_together(mine, its) is work_together(its, mine) is work


def test_forces_of_a_region() -> None:
    assert share_region([f"{PREFIX}essex-police"], [f"{PREFIX}norfolk-constabulary"])
    assert not share_region([f"{PREFIX}essex-police"], [f"{PREFIX}dorset-police"])


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("surrey and sussex road policing unit", "road policing unit"),
        ("bch dog unit", "dog unit"),
        ("cambridgeshire and hertfordshire dog unit", "dog unit"),
        ("devon and cornwall road policing unit", None),
        ("sussex road policing unit", None),
    ],
)
def test_joint_unit_is_told_by_two_forces(name: str, rest: str | None) -> None:
    unit = joint_unit(name)
    assert (unit and unit.rest) == rest


def test_team_of_a_registry_is_part_of_its_body() -> None:
    assert whole(f"{PREFIX}kent-police") == f"{PREFIX}kent-police"
    assert whole("Agency|harbour team|") == "Agency|harbour team|"
