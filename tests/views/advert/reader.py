"""The page that reads advertisements under AppTest, as somebody uses it: fields by place, choices by name."""

from __future__ import annotations

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from tests.shipped import shipped_content
from tests.views.pages import open_page, text
from views.advert.given import KEY

WORDS = shipped_content()


class AdvertPage:
    """One visit. ``language``: ja or en."""

    def __init__(self, language: str = "ja", answers: Mapping[str, int | str] | None = None, **query: str) -> None:
        self.language = language
        self.app: AppTest = open_page("advert", answers, lang=language, **query)

    def words(self, key: str, **values: object) -> str:
        return WORDS.words(self.language)(f"advert.{key}", **values)

    def run(self) -> AdvertPage:
        self.app.run()
        assert not self.app.exception, self.app.exception
        return self

    def paste(self, body: str, title: str = "", place: int = 0) -> AdvertPage:
        if title:
            self.app.text_input(key=self._key("title", place)).set_value(title)
        self.app.text_area(key=self._key("text", place)).set_value(body)
        return self.run()

    def drop(self, name: str, data: bytes, place: int = 0) -> AdvertPage:
        held = self.app.session_state[KEY][place]
        self.app.file_uploader(key=f"advert_file_{place}_{held.round}").set_value((name, data, ""))
        return self.run()

    def press(self, key: str) -> AdvertPage:
        self.app.button(key=key).click()
        return self.run()

    def sample(self, name: str) -> AdvertPage:
        return self.press(f"advert_sample_{name}")

    def choose(self, which: str, option: str) -> AdvertPage:
        self.app.segmented_control(key=f"advert_{which}_{self.language}").set_value(option)
        return self.run()

    @property
    def shown(self) -> str:
        return text(self.app)

    @property
    def said(self) -> list[str]:
        """The notices above what was read."""
        begin = '<p class="fit-note" role="status">'
        return [part.partition("</p>")[0] for part in self.shown.split(begin)[1:]]

    def typed(self, place: int = 0) -> str:
        value = self.app.text_area(key=self._key("text", place)).value
        assert value is not None
        return value

    def _key(self, field: str, place: int) -> str:
        held = self.app.session_state[KEY][place]
        return f"advert_{field}_{place}_{self.language}_{held.round}"
