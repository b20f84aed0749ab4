from __future__ import annotations

import pytest

from catalog.content.content import Content
from tests.shipped import shipped_content


@pytest.fixture(scope="session")
def content() -> Content:
    return shipped_content()
