"""The words that the site ships with stand under an author's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.content import built_in
from catalog.load import load_catalog, load_content
from catalog.reading.problem import DataProblems
from tests.catalog.small_site import SmallSite, said_by
from tests.made_questions import write_assessment, write_least_content

ROOT = Path(__file__).resolve().parents[3]
START = "content/interface/start.yaml"


def test_the_least_content_that_the_guide_asks_for_speaks_every_word_of_the_site(tmp_path: Path) -> None:
    shipped = load_content(ROOT / "content")
    lean = load_content(write_least_content(tmp_path / "content"))
    assert lean.interface == shipped.interface
    assert lean.words("en")("site.shell.title") == "Know Yourself"
    assert lean.learning is None


def test_an_author_s_own_words_stand_above_and_the_others_stay(tmp_path: Path) -> None:
    folder = write_least_content(tmp_path / "content")
    (folder / "interface").mkdir()
    (folder / "interface" / "start.yaml").write_text("title: {ja: ホテル, en: Hotel}\n", encoding="utf-8")
    words = load_content(folder).words("en")
    assert (words("start.title"), words("start.begin"), words("result.again")) == (
        "Hotel",
        "Start",
        "Go back to the answers",
    )


@pytest.mark.parametrize(
    ("languages", "asked", "says"),
    [
        (("ja",), "ja", "診断をはじめる"),
        (("en",), "en", "Start"),
        (("en", "ja"), "ja", "診断をはじめる"),
        (("ko", "en"), "ko", "Start"),
        (("ko", "ja"), "ko", "診断をはじめる"),
        (("de", "ko"), "de", "診断をはじめる"),
    ],
)
def test_words_that_a_site_s_language_lacks_are_said_in_its_next_one(tmp_path: Path, languages, asked, says) -> None:
    content = load_content(write_least_content(tmp_path / "content", languages))
    assert content.language_ids == languages
    assert content.words(asked)("start.begin") == says


def test_the_shipped_folder_is_known_by_any_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(ROOT / "content")
    monkeypatch.chdir(ROOT)
    for path in (Path("content"), ROOT / "content", ROOT / "docs" / ".." / "content", tmp_path / "link"):
        assert built_in.built_in_texts(path) == {}
    assert len(built_in.built_in_texts(tmp_path)) > 500


def test_a_copy_of_the_shipped_content_with_own_questions_has_no_problem(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    write_assessment(tmp_path / "questions", "hotel_work", roles=2)
    assert said_by(lambda: load_catalog(tmp_path / "questions", tmp_path / "content")) == []


@pytest.mark.parametrize(
    ("change", "into", "says"),
    [
        ("title:", "titel:", "1:1: start.titel: the site has no text start.titel. Did you mean start.title?"),
        (
            "  you:",
            "  yuo:",
            "4:3: start.radar.yuo: the site has no text start.radar.yuo. Did you mean start.radar.you?",
        ),
        (
            "radar:",
            "rader:",
            "4:3: start.rader.you: the site has no text start.rader.you. Did you mean start.radar.you?",
        ),
        (
            "title:",
            "zzzzzzzzzzzz:",
            "1:1: start.zzzzzzzzzzzz: the site has no text start.zzzzzzzzzzzz. "
            "Use one of: start.title, start.minutes, start.radar.you, start.language.ja, start.language.en.",
        ),
        (
            '"{minutes}分", en: "{minutes} minutes"',
            '"{mins}分", en: "{mins} minutes"',
            "2:15: start.minutes.ja: nothing is filled in at {mins}. Use one of: {minutes}.|"
            "2:30: start.minutes.en: nothing is filled in at {mins}. Use one of: {minutes}.",
        ),
        (
            '"{minutes}分"',
            '"{minutes:02}分"',
            "2:15: start.minutes.ja: nothing is filled in at {minutes:02}. Use one of: {minutes}.",
        ),
        (
            "ようこそ, en: Welcome",
            '"{who}さん", en: "Dear {who}"',
            "1:13: start.title.ja: nothing is filled in at {who}. Nothing is filled in anywhere in this text.|"
            "1:28: start.title.en: nothing is filled in at {who}. Nothing is filled in anywhere in this text.",
        ),
        ('"{minutes}分", en: "{minutes} minutes"', "数分, en: A few minutes", ""),
    ],
)
def test_a_wrong_key_or_place_is_said_with_what_may_be_meant(
    site: SmallSite, change: str, into: str, says: str
) -> None:
    site.change(START, change, into)
    assert site.problems() == [f"{START}:{line}" for line in says.split("|") if line]


def test_a_text_where_the_site_has_a_group_and_a_file_that_it_does_not_read_are_said(site: SmallSite) -> None:
    site.write(START, "radar: {ja: あなた, en: You}\n")
    site.write("content/interface/strat.yaml", "title: {ja: あ, en: a}\n")
    site.write("content/interface/zzz.yaml", "title: {ja: あ, en: a}\n")
    assert site.problems() == [
        f"{START}:1:1: start.radar: the site has no text start.radar. Did you mean start.radar.you?",
        "content/interface/strat.yaml:1:1: strat: no file here is called strat.yaml. Did you mean start.yaml?",
        "content/interface/zzz.yaml:1:1: zzz: no file here is called zzz.yaml. Use one of: start.yaml.",
    ]


def test_shipped_words_that_are_broken_or_gone_are_said(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("shipped/interface/start.yaml", "title: {ja: ようこそ}\n")
    with pytest.raises(DataProblems, match="the text in en is missing"):
        load_content(Path("content"))
    monkeypatch.setattr(built_in, "SHIPPED", site.folder / "nowhere")
    with pytest.raises(DataProblems, match="the folder does not exist"):
        load_content(Path("content"))
