"""Which codes are languages: ISO 639-1, with or without a region, and the countries' codes that are taken for them."""

from __future__ import annotations

_WRITTEN = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(_WRITTEN.split())
_COUNTRIES = {"jp": "ja", "jpn": "ja", "jap": "ja", "eng": "en", "us": "en", "gb": "en", "cn": "zh", "kor": "ko"}
"""What is written for a language by whoever thinks of its country, or of its three letters."""


def is_language(code: str) -> bool:
    return code.partition("-")[0] in CODES


def meant_language(code: str) -> str | None:
    """The language that a code which is none is most likely meant as."""
    return _COUNTRIES.get(code.partition("-")[0].lower())
