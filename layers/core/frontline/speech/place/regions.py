"""The service regions, India's telecom circles and metros: how we call them, and their postal codes. What customers call them
and the places in them is in the languages' `places.txt`."""

from typing import NamedTuple

_REGIONS = """
delhi; Delhi NCR; दिल्ली एनसीआर; 11 122 121 201
mumbai; Mumbai; मुंबई; 400 401
kolkata; Kolkata; कोलकाता; 700 711
chennai; Chennai; चेन्नई; 600
karnataka; Karnataka; कर्नाटक; 56 57 58 59
andhra_telangana; Andhra Pradesh and Telangana; आंध्र प्रदेश और तेलंगाना; 50 51 52 53
tamil_nadu; Tamil Nadu; तमिलनाडु; 60 61 62 63 64
kerala; Kerala; केरल; 67 68 69
maharashtra; Maharashtra and Goa; महाराष्ट्र और गोवा; 40 41 42 43 44
gujarat; Gujarat; गुजरात; 36 37 38 39
rajasthan; Rajasthan; राजस्थान; 30 31 32 33 34
punjab; Punjab and Chandigarh; पंजाब और चंडीगढ़; 14 15 16
haryana; Haryana; हरियाणा; 12 13
himachal_pradesh; Himachal Pradesh; हिमाचल प्रदेश; 17
jammu_kashmir; Jammu and Kashmir; जम्मू और कश्मीर; 18 19
uttar_pradesh_east; Uttar Pradesh (East); उत्तर प्रदेश (पूर्व); 21 22 23 26 27 284 285 271
uttar_pradesh_west; Uttar Pradesh (West) and Uttarakhand; उत्तर प्रदेश (पश्चिम) और उत्तराखंड; 20 24 25 28 262 263
bihar_jharkhand; Bihar and Jharkhand; बिहार और झारखंड; 80 81 82 83 84 85
madhya_pradesh; Madhya Pradesh and Chhattisgarh; मध्य प्रदेश और छत्तीसगढ़; 45 46 47 48 49
west_bengal; West Bengal and Sikkim; पश्चिम बंगाल और सिक्किम; 70 71 72 73 74
odisha; Odisha; ओडिशा; 75 76 77
assam; Assam; असम; 78
north_east; North East; पूर्वोत्तर; 79
"""
"""Id; English name; Hindi name; what a postal code of it begins with. A city served by a neighbouring circle counts to it."""


class Region(NamedTuple):
    """What a region is called, and the first three, or else two, digits of its postal codes."""

    id: str
    en: str
    hi: str
    pincodes: list[str]


def all_regions() -> list[Region]:
    """Read anew each time; whoever needs it often keeps what it makes of it."""
    rows = ([field.strip() for field in row.split(";")] for row in _REGIONS.strip().splitlines())
    return [Region(called, en, hi, pincodes.split()) for called, en, hi, pincodes in rows]
