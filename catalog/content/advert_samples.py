"""The typed shape of ``content/advert_samples.yaml``: made-up advertisements to try the page with."""

from __future__ import annotations

from catalog.reading.ids import Id, Shape
from catalog.reading.text import Text


class AdvertSample(Shape):
    """``name``: what it is an example of; ``title`` and ``text`` as an employer would write them."""

    id: Id
    name: Text
    title: Text
    text: Text
