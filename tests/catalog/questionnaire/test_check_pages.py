"""pages.yaml and samples.yaml beside an assessment: what is wrong with them is said, what is right is used."""

from __future__ import annotations

from pathlib import Path

from catalog.load import load_assessment, load_catalog
from tests.catalog.small_site import SMALL, SmallSite

PAGES = """\
name: {ja: 海の診断, en: Sea}
headline: {ja: "海{山}", en: "Sea {hill}"}
lead: {ja: 海の話。, en: Of the sea.}
sources: [{ja: 海図, en: A chart}]
ask: {items: {ja: 海辺では？, en: By the sea?}}
forms: {quick: {ja: 急ぐとき。, en: In a hurry.}}
method: {weights: {ja: 聞き取り。, en: Interviews.}, evidence: {direct: {ja: 聞いた, en: told}}}
"""


def test_its_own_words_stand_over_the_sites(site: SmallSite) -> None:
    site.write("questions/small/pages.yaml", PAGES)
    site.remove("content/interface/start.yaml")
    assert site.problems() == []
    catalog = load_catalog(Path("questions"), Path("content"))
    small, content = catalog.assessments["small"], catalog.content
    words = content.words("en", small)
    assert words("start.title") == "Sea {hill}", "braces are letters"
    assert words("assessment.screen.ask") == "By the sea?"
    assert words("method.weights_lead") == "Interviews."
    assert words("method.evidence.direct") == "told"
    assert content.words("en")("start.title") == "Welcome"
    assert content.words("en")("site.name") == content.words("en")("site.shell.title") == "Sea"


def test_what_an_author_wrote_for_the_site_goes_first(site: SmallSite) -> None:
    site.write("questions/small/pages.yaml", PAGES)
    for folder, name in (("shipped", "Theirs"), ("content", "Ours")):
        site.write(f"{folder}/interface/site.yaml", f"name: {{ja: サイト, en: {name}}}\n")
    site.change("content/interface/start.yaml", "en: Welcome", "en: Our welcome")
    catalog = load_catalog(Path("questions"), Path("content"))
    words = catalog.content.words("en", catalog.assessments["small"])
    assert words("start.title") == "Our welcome"
    assert words("site.name") == "Ours"
    assert words("assessment.screen.ask") == "By the sea?"


def test_a_copy_of_the_built_in_words_does_not_go_first(site: SmallSite) -> None:
    site.write("questions/small/pages.yaml", PAGES)
    built_in = (site.folder / "shipped/interface/start.yaml").read_text(encoding="utf-8")
    site.write("content/interface/start.yaml", built_in)
    catalog = load_catalog(Path("questions"), Path("content"))
    assert catalog.content.own == frozenset()
    assert catalog.content.words("en", catalog.assessments["small"])("start.title") == "Sea {hill}"


def test_a_hint_of_a_form_that_is_not_there_is_said(site: SmallSite) -> None:
    site.write("questions/small/pages.yaml", PAGES.replace("forms: {quick", "forms: {quik"))
    assert site.problems() == ["questions/small/pages.yaml:6:9: forms.quik: there is no form quik. Did you mean quick?"]


def test_samples_lie_beside_their_assessment(site: SmallSite) -> None:
    own = SMALL["content/samples.yaml"].replace("  assessment: small\n", "").replace("id: aki", "id: umi")
    site.write("questions/small/samples.yaml", own)
    assert site.problems() == []
    catalog = load_catalog(Path("questions"), Path("content"))
    assert [(one.id, one.assessment) for one in catalog.content.samples] == [("aki", "small"), ("umi", "small")]
    assert [one.id for one in load_assessment(Path("questions/small")).samples] == ["umi"]


def test_samples_beside_an_assessment_are_checked_as_well(site: SmallSite) -> None:
    own = SMALL["content/samples.yaml"].replace("assessment: small", "assessment: smal")
    site.write("questions/small/samples.yaml", own.replace("storm: b", "storm: c"))
    assert site.problems() == [
        "questions/small/samples.yaml:4:15: samples.0.assessment: there is no assessment smal. Did you mean small?",
        "questions/small/samples.yaml:9:12: samples.0.answers.storm: there is no option c. Use one of: a, b.",
    ]


def test_samples_of_the_content_name_their_assessment(site: SmallSite) -> None:
    site.change("content/samples.yaml", "  assessment: small\n", "")
    assert site.problems() == ["content/samples.yaml:1:3: samples.0.assessment: the key assessment is missing. Add it."]
