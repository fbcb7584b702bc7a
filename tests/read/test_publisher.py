"""Who published a page: by area, host, stated name or title."""

import pytest

from kg.read.publisher import publisher_of
from tests.read.pages import read_page

URL = "https://www.anyshire.example/news/1"


@pytest.mark.parametrize(
    ("metadata", "url", "site", "id_", "name"),
    [
        ({"area": "Northumbria"}, None, "", "northumbria-police", "Northumbria Police"),
        ({"area": "Kent"}, None, "Kent Police", "kent-police", "Kent Police"),
        (
            {"area": "Avon and Somerset", "og.site.name": "Avon and Somerset Police"},
            None,
            "",
            "avon-and-somerset-constabulary",
            "Avon and Somerset Police",
        ),
        ({}, "https://www.europol.europa.eu/newsroom/1", "", "europol", "Europol"),
        (
            {"collection.source": "DOJ office"},
            "http://web.archive.org/web/2024/https://www.justice.gov/1",
            "",
            "us-department-of-justice",
            "DOJ office",
        ),
        ({"collection.domain": "dea.gov"}, None, "", "dea", "Drug Enforcement Administration"),
        (
            {"publisher": "U.S. Drug Enforcement Administration (DEA)"},
            URL,
            "",
            "dea",
            "U.S. Drug Enforcement Administration (DEA)",
        ),
        ({"source": "UK National Crime Agency"}, URL, "", "nca", "UK National Crime Agency"),
        ({"publisher.name": "Eurojust"}, URL, "", "eurojust", "Eurojust"),
        ({"source": "Europol (https://a.example/1)"}, None, "", "europol", "Europol"),
        ({}, URL, "Kent Police", "kent-police", "Kent Police"),
        ({}, URL, "Anyshire Police", None, "Anyshire Police"),
        ({"publisher": "The Anytown Gazette"}, URL, "", None, "The Anytown Gazette"),
        ({"og.site.name": "GOV.UK", "area": "Anyshire"}, URL, "", None, "Anyshire"),
        ({"og.site.name": "Mynewsdesk", "source": "https://a.example"}, URL, "", None, None),
        ({}, "http://[bad", "", None, None),
    ],
)
def test_publisher_is_found(
    metadata: dict[str, str], url: str | None, site: str, id_: str | None, name: str | None
) -> None:
    assert publisher_of(metadata, url, site) == (id_, name)


def test_newspaper_that_names_a_force_in_its_headline_is_not_the_force() -> None:
    report = read_page(
        "Three were held.",
        title="Kent Police arrest three - Anytown Gazette News",
        url="https://gazette.example/1",
    )
    assert (report.publisher, report.publisher_name) == (None, "Anytown Gazette News")
    assert report.title == "Kent Police arrest three"


def test_address_of_a_source_is_the_address_of_the_report() -> None:
    report = read_page("Three were held.", source="Europol newsroom (https://a.example/1)")
    assert report.url == "https://a.example/1"
