"""The service regions, India's telecom circles and metros, and their postal codes. What we call them is in the languages'
`texts.txt`, what customers call them and the places in them in `places.txt`."""

from typing import NamedTuple

_REGIONS = """
delhi: 11 122 121 201
mumbai: 400 401
kolkata: 700 711
chennai: 600
karnataka: 56 57 58 59
andhra_telangana: 50 51 52 53
tamil_nadu: 60 61 62 63 64
kerala: 67 68 69
maharashtra: 40 41 42 43 44
gujarat: 36 37 38 39
rajasthan: 30 31 32 33 34
punjab: 14 15 16
haryana: 12 13
himachal_pradesh: 17
jammu_kashmir: 18 19
uttar_pradesh_east: 21 22 23 26 27 284 285 271
uttar_pradesh_west: 20 24 25 28 262 263
bihar_jharkhand: 80 81 82 83 84 85
madhya_pradesh: 45 46 47 48 49
west_bengal: 70 71 72 73 74
odisha: 75 76 77
assam: 78
north_east: 79
"""
"""What a postal code of it begins with. A city served by a neighbouring circle counts to it."""


class Region(NamedTuple):
    """A region, and the first three, or else two, digits of its postal codes."""

    id: str
    pincodes: list[str]


def all_regions() -> list[Region]:
    """Read anew each time; whoever needs it often keeps what it makes of it."""
    rows = (row.split(": ") for row in _REGIONS.strip().splitlines())
    return [Region(called, pincodes.split()) for called, pincodes in rows]
