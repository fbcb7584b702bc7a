"""Read the YAML that heads a page: as text only, so that no value is guessed and nothing runs."""

import re

import yaml

from kg.read.metadata import flatten

LINE = re.compile(r"^(\w[\w .:-]*?):[ \t]+(.+)$", re.MULTILINE)


def metadata_of(block: str) -> dict[str, str]:
    """What a YAML block says; of one that does not parse, its plain `key: value` lines.

    Tags are read over and values stay as written: `!!python/object` makes no object, `14:23` is
    not a number of minutes, and a date that does not exist is still words.
    """
    try:
        content = yaml.load(block, Loader=yaml.CBaseLoader)  # noqa: S506  strings, lists, mappings
    except (yaml.YAMLError, RecursionError):
        content = {key: value.strip("'\"") for key, value in LINE.findall(block)}
    return flatten(content) if isinstance(content, dict) else {}
