"""A small site that has nothing wrong with it, written into a folder of its own; a test breaks it in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.load import load_assessment, load_catalog, load_content
from catalog.reading.problem import DataProblems

SMALL = {
    "questions/small/assessment.yaml": """\
id: small
version: 1.0.0
title: {ja: 小さな診断, en: A small assessment}
scale:
  points: 3
  labels:
    - {ja: いいえ, en: "No"}
    - {ja: どちらとも, en: Between}
    - {ja: はい, en: "Yes"}
forms:
  full: {minutes: 2}
  quick:
    minutes: 1
    items: [calm_1, calm_2, bold_1, bold_2]
""",
    "questions/small/traits.yaml": """\
- id: calm
  name: {ja: 落ち着き, en: Calm}
  about: {ja: 落ち着いているか。, en: Whether one stays calm.}
  low: {ja: 気持ちがよく動く。, en: Feelings move quickly.}
  high: {ja: いつも静か。, en: Always quiet.}
  norm: {mean: 50, sd: 17, reliability: 0.7, basis: assumed}
- id: bold
  name: {ja: 大胆さ, en: Boldness}
  about: {ja: 大胆か。, en: Whether one dares.}
  low: {ja: 慎重。, en: Careful.}
  high: {ja: 大胆。, en: Daring.}
  norm: {mean: 50, sd: 17, reliability: 0.7, basis: assumed}
""",
    "questions/small/items.yaml": """\
- id: calm_1
  trait: calm
  keyed: "+"
  text: {ja: 私は落ち着いている。, en: I stay calm.}
- id: calm_2
  trait: calm
  keyed: "-"
  text: {ja: 私はすぐあわてる。, en: I am easily flustered.}
- id: bold_1
  trait: bold
  keyed: "+"
  text: {ja: 私は思い切りがよい。, en: I dare things.}
- id: bold_2
  trait: bold
  keyed: "-"
  text: {ja: 私は様子を見る。, en: I wait and see.}
- id: bold_3
  trait: bold
  keyed: "+"
  text: {ja: 私は先に動く。, en: I move first.}
""",
    "questions/small/scenarios.yaml": """\
- id: storm
  text: {ja: 嵐が来た。, en: A storm comes.}
  options:
    - id: a
      text: {ja: 待つ。, en: I wait.}
      shows: {calm: 3, bold: 1}
    - id: b
      text: {ja: 出かける。, en: I go out.}
      shows: {calm: 1, bold: 3}
""",
    "questions/small/roles.yaml": """\
foundation:
  calm:
    weight: 1
    because: {ja: 要るから。, en: It is needed.}
    facts: [F001]
roles:
  - id: sailor
    name: {ja: 船乗り, en: Sailor}
    about: {ja: 海で働く。, en: Works at sea.}
    weights:
      bold:
        weight: 2
        evidence: direct
        because: {ja: 海は荒いから。, en: The sea is rough.}
        facts: [F001, F002]
  - id: keeper
    name: {ja: 灯台守, en: Keeper}
    about: {ja: 灯台で働く。, en: Works in a lighthouse.}
    weights:
      bold:
        weight: -1
        evidence: indirect
        because: {ja: 待つ仕事だから。, en: The work is waiting.}
        facts: []
""",
    "questions/small/guidance.yaml": """\
traits:
  calm:
    high: &no_anchor
      strength: {ja: 静か。, en: Quiet.}
      talk: {ja: 静かに話す。, en: Talk quietly.}
      watch: {ja: 急ぐ。, en: Hurry.}
      elsewhere: {ja: 図書館。, en: Library.}
    low:
      strength: {ja: 熱い。, en: Warm.}
      talk: {ja: 熱く話す。, en: Talk warmly.}
      watch: {ja: 休む。, en: Rest.}
      elsewhere: {ja: 劇場。, en: Theatre.}
    explore: {ja: 一日静かにする。, en: Be quiet for a day.}
  bold:
    high:
      strength: {ja: 強い。, en: Strong.}
      talk: {ja: 挑んだ話。, en: A dare.}
      watch: {ja: 見る。, en: Look.}
      elsewhere: {ja: 山。, en: Mountains.}
    low:
      strength: {ja: 確か。, en: Sure.}
      talk: {ja: 備えた話。, en: A plan.}
      watch: {ja: 動く。, en: Move.}
      elsewhere: {ja: 書庫。, en: Archive.}
    explore: {ja: 一度試す。, en: Try once.}
conditions:
  - id: place
    name: {ja: 場所, en: Place}
    ask_yourself: {ja: どこで。, en: Where.}
    look_for: {ja: 勤務地。, en: The place of work.}
    roles:
      sailor: {text: {ja: 海。, en: Sea.}, facts: [F002]}
limits:
  - {text: {ja: 仮の点です。, en: Provisional.}}
""".replace(" &no_anchor", ""),
    "questions/small/guide.yaml": """\
traits:
  calm:
    experience:
      ask: {ja: 静かに進めた仕事は。, en: What did you do quietly?}
      low: {ja: 勢い。, en: Drive.}
      high: {ja: 静けさ。, en: Quiet.}
      facts: [F001]
    situation:
      ask: {ja: 波が来たら。, en: What if a wave comes?}
      low: {ja: 動く。, en: Moves.}
      high: {ja: 待つ。, en: Waits.}
  bold:
    experience:
      ask: {ja: 何を決めたか。, en: What did you decide?}
      low: {ja: 備え。, en: Care.}
      high: {ja: 思い切り。, en: Daring.}
    situation:
      ask: {ja: 霧が出たら。, en: What if there is fog?}
      low: {ja: 待つ。, en: Waits.}
      high: {ja: 進む。, en: Goes on.}
""",
    "content/site.yaml": """\
languages:
  - {id: ja, name: 日本語}
  - {id: en, name: English}
""",
    "content/facts.yaml": """\
articles:
  - id: S0
    mark: {ja: 記事A, en: Article A}
    title: {ja: 海の仕事, en: Work at sea}
    about: {ja: 海の話。, en: About the sea.}
facts:
  - id: F001
    text: {ja: 海は広い。, en: The sea is wide.}
    articles: [S0]
  - id: F002
    text: {ja: 海は深い。, en: The sea is deep.}
    articles: [S0]
""",
    "content/samples.yaml": """\
- id: aki
  name: {ja: アキ, en: Aki}
  about: {ja: 海が好き。, en: Likes the sea.}
  assessment: small
  form: full
  answers:
    calm_1: 3
    bold_1: 2
    storm: b
""",
    "content/core_questions.yaml": """\
- id: work
  ask: {ja: どんな仕事をしたか。, en: What work have you done?}
  why: {ja: 始めやすいから。, en: It is easy to begin with.}
  low: {ja: 一つのこと。, en: One thing.}
  high: {ja: 多くのこと。, en: Many things.}
""",
    "content/fair_questions.yaml": """\
not_asked:
  ja: [尋ねません]
  en: ["do not ask"]
turns:
  ja: ["が、"]
  en: [but]
matters:
  - id: family
    fourteen: 2
    name: {ja: 家族, en: Family}
    advice: {ja: 仕事のことを。, en: Ask of work.}
    find:
      ja: ["[父/母]は", 家族]
      en: ["your [father/mother]…work"]
    allowed:
      ja: [家族連れ]
  - id: age
    name: {ja: 年齢, en: Age}
    advice: {ja: 経験のことを。, en: Ask of experience.}
    find:
      en: [your age]
""",
    "content/adverts.yaml": """\
kinds:
  - id: shop
    name: {ja: 店, en: Shop}
    about: {ja: 売る。, en: Selling.}
    titles:
      ja: [店員]
      en: [shop assistant]
    title_allowed:
      en: [shop assistant manager]
    facts: [F001]
  - id: sea
    name: {ja: 海, en: Sea}
    about: {ja: 泳ぐ。, en: Swimming.}
    role: captain
    titles:
      ja: [船員]
signals:
  - id: till
    points_to: shop
    against: [sea]
    strength: 3
    find:
      ja: ["レジ[打ち/係]", "客…応対"]
      en: ["the till"]
    allowed:
      ja: [レジ袋]
    why: {ja: 店の仕事。, en: Work of a shop.}
    facts: [F001]
    tasks: [task_sea]
  - id: open
    undecided: true
    strength: 1
    find:
      ja: [未定]
    why: {ja: 決まっていない。, en: It is open.}
headings:
  - id: duties
    name: {ja: 仕事内容, en: Duties}
    weight: 1
    find:
      ja: [仕事内容]
      en: [duties]
spellings:
  ja:
    - [客, お客さま]
scopes:
  not_so:
    ja: [ありません]
  not_so_before:
    en: ["no"]
  harmless:
    ja: [問題ありません]
  handed_on:
    ja: [別の人が]
  aside:
    ja: [の経験]
  turns:
    ja: ["が、"]
manners:
  negated: {ja: "{kind}ではない。", en: "Not {kind}."}
  handed_on: {ja: "別の人が{kind}。", en: "Others do {kind}."}
  aside: {ja: "軽く。{why}", en: "Little. {why}"}
  title: {ja: "題名は{kind}。", en: "The title says {kind}."}
conditions:
  - id: pay
    name: {ja: 給与, en: Pay}
    ask: {ja: いくら。, en: How much?}
    find:
      ja: ["#円"]
    allowed:
      ja: ["#円玉"]
    signals: [till]
    not_under: [duties]
    under:
      duties:
        ja: ["時給#"]
    guidance: pay
    facts: [F001]
""",
    "content/workshops.yaml": """\
agendas:
  - id: short
    title: {ja: 短い, en: Short}
    minutes: 9
    stages:
      - {kind: lobby, minutes: 2}
      - {kind: discussion, minutes: 4, about: sea}
      - {kind: wrap_up, minutes: 3, about: take}
discussions:
  - id: sea
    trait: calm
    question: {ja: 海は好きか。, en: Do you like the sea?}
    talking_points: [{ja: 波。, en: Waves.}]
    common_answers:
      - {answer: {ja: はい。, en: "Yes."}, say: {ja: なぜ。, en: Why?}}
      - {answer: {ja: いいえ。, en: "No."}, say: {ja: なぜ。, en: Why?}}
    facts: [F001]
polls:
  - id: take
    question: {ja: 何を。, en: What?}
    options: [{id: a, text: {ja: 海, en: Sea}}, {id: b, text: {ja: 岸, en: Shore}}]
stages:
  lobby: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  assessment: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  own_result: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  picture: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  discussion: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  check: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  again: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  change: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
  wrap_up: {talking_points: [{ja: 海。, en: Sea.}], what_to_say: [{ja: さあ。, en: Well.}]}
nicknames:
  ja: {first: [青い, 白い], second: [海, 波, 砂]}
  en: {first: [Blue, White], second: [Sea, Wave, Sand]}
rude:
  ja: [海賊]
  en: ["[pirate/pirates]"]
""",
    "content/interface/start.yaml": """\
title: {ja: ようこそ, en: Welcome}
minutes: {ja: "{minutes}分", en: "{minutes} minutes"}
radar:
  you: {ja: あなた, en: You}
language:
  ja: {ja: 日本語, en: Japanese}
  en: {ja: 英語, en: English}
""",
}


class SmallSite:
    """The files of a small site. Paths are relative to the folder, which is the working directory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in SMALL.items():
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace the first ``old``, which has to be there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} holds no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def break_as(self, entry: dict[str, Any]) -> None:
        """Do what an entry of broken/*.yaml says."""
        if "whole" in entry:
            self.write(entry["file"], entry["whole"])
        else:
            self.change(entry["file"], entry["change"], entry["into"])

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def problems(self) -> list[str]:
        """What ``load_catalog`` says, a line each."""
        return said_by(lambda: load_catalog(Path("questions"), Path("content")))

    def assessment_problems(self) -> list[str]:
        return said_by(lambda: load_assessment(Path("questions/small")))

    def content_problems(self) -> list[str]:
        return said_by(lambda: load_content(Path("content")))


def said_by(load: object) -> list[str]:
    assert callable(load)
    try:
        load()
    except DataProblems as found:
        return [str(problem) for problem in found.problems]
    return []
