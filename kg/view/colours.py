"""The colours of things, the same in every picture."""

from kg.model import EntityType

# Okabe and Ito's palette, told apart by people who are colour blind (jfly.uni-koeln.de/color)
COLOURS: dict[EntityType, str] = {
    "Agency": "#56b4e9",
    "Official": "#0072b2",
    "Person": "#e69f00",
    "Operation": "#009e73",
    "Place": "#f0e442",
    "CriminalGroup": "#d55e00",
    "Platform": "#cc79a7",
    "Organisation": "#bbbbbb",
}
DARK = frozenset[EntityType](["Official"])  # white words are read on these, black on the others
