"""The language of a report, by its words, its script, or what its page states."""

import pytest

from kg.read.language import language_of


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("The officers of the force went to the house and they found it in the end.", "de", "en"),
        (
            "De politie heeft in de woning van de man een vuurwapen en het geld gevonden.",
            "en",
            "nl",
        ),
        (
            "La policía ha detenido a los dos en la casa de Anytown con el dinero que es de las",
            "en",
            "es",
        ),
        ("경찰은 서울에서 두 명을 체포했다.", "en", "ko"),
        ("警方在香港逮捕了三名男子。", "en", "zh"),
        ("Brève.", "fr-FR", "fr"),
        ("Brief.", "", "en"),
    ],
)
def test_language_is_told(text: str, stated: str, language: str) -> None:
    assert language_of({"language": stated} if stated else {}, text) == language
