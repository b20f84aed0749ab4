"""What a small site teaches, with nothing wrong in it: the files that small_site.py leaves out."""

from __future__ import annotations

LESSON_JA = """\
---
id: sea
order: 1
title: 海を知る
aim: この課を読むと、海の広さが分かります。
roles: [sailor, keeper]
minutes: 3
---
海へ出る前に、
少しだけ読みましょう。

## 広さ
海は**とても広い**所です。{F001} 深くもあります。{F002}

- 広い。{F001}
- 深い。
  底は見えません。{F001 F002}

| 面 | 海 |
|---|:--|
| 広さ | 広い {F001} |
| 深さ | — |

:::picture journey
次のように分かれます。
:::contradiction C01

### もっと知る
:::note
海の話は、人によって違います。

- 広い海 {F001}
:::
どこへ行きますか。[岸](lesson:shore)か[診断](page:assessment)へどうぞ。
"""
LESSON_EN = """\
---
id: sea
order: 1
title: Knowing the sea
aim: After this lesson you know how wide the sea is.
roles: [sailor, keeper]
minutes: 3
---
Before you go to sea,
read a little.

## Width
The sea is **very wide**. {F001} It is deep, too. {F002}

- Wide. {F001}
- Deep.
  The ground cannot be seen. {F001 F002}

| Side | Sea |
|---|:--|
| Width | Wide {F001} |
| Depth | — |

:::picture journey
It is told like this.
:::contradiction C01

### More
:::note
People talk of the sea differently.

- A wide sea {F001}
:::
Where do you go? To the [shore](lesson:shore) or the [questionnaire](page:assessment).
"""
SHORE = """\
---
id: shore
order: 2
title: {title}
aim: {aim}
roles: [keeper]
minutes: 3
---
## {title}
{words} {{F002}}
"""
CHECK = """\
lesson: sea
questions:
  - id: sea_q1
    kind: single
    ask: {ja: 海はどんな所ですか。, en: What is the sea like?}
    options:
      - {id: a, text: {ja: 広い, en: Wide}, right: true, why: {ja: はい。, en: Yes.}}
      - {id: b, text: {ja: 狭い, en: Narrow}, why: {ja: いいえ。, en: No.}}
      - {id: c, text: {ja: 高い, en: High}, why: {ja: いいえ。, en: No.}}
    facts: [F001]
  - id: sea_q2
    kind: several
    ask: {ja: 当てはまるものは。, en: Which hold?}
    options:
      - {id: a, text: {ja: 深い, en: Deep}, right: true, why: {ja: はい。, en: Yes.}}
      - {id: b, text: {ja: 浅い, en: Shallow}, why: {ja: いいえ。, en: No.}}
      - {id: c, text: {ja: 広い, en: Wide}, right: true, why: {ja: はい。, en: Yes.}}
    facts: [F001, F002]
  - id: sea_q3
    kind: order
    ask: {ja: 浅い順に。, en: From shallow to deep.}
    options:
      - {id: a, text: {ja: 岸, en: Shore}}
      - {id: b, text: {ja: 沖, en: Offing}}
    why: {ja: 沖は深いから。, en: The offing is deep.}
    facts: [F002]
  - id: sea_q4
    kind: match
    ask: {ja: どちらですか。, en: Which is it?}
    targets:
      - {id: sea, text: {ja: 海, en: Sea}}
      - {id: land, text: {ja: 陸, en: Land}}
    options:
      - {id: a, text: {ja: 船, en: Ship}, target: sea}
      - {id: b, text: {ja: 車, en: Car}, target: land}
    why: {ja: 船は浮くから。, en: A ship floats.}
    facts: [F001]
  - id: sea_q5
    kind: role
    ask: {ja: 海に出るのは誰ですか。, en: Who goes to sea?}
    options:
      - {id: keeper, text: {ja: 灯台守, en: Keeper}, why: {ja: 岸にいます。, en: Stays ashore.}}
      - {id: sailor, text: {ja: 船乗り, en: Sailor}, right: true, why: {ja: はい。, en: Yes.}}
      - {id: pilot, text: {ja: 水先人, en: Pilot}, why: {ja: 港にいます。, en: Stays in port.}}
    facts: [F001]
guide:
  minutes: 10
  aim: {ja: 海を語る。, en: Talk of the sea.}
  questions:
    - ask: {ja: 一問目。, en: One.}
      answers:
        - {text: {ja: 広い。, en: Wide.}, reply: {ja: どれほど。, en: How wide?}}
        - {text: {ja: 深い。, en: Deep.}, reply: {ja: どれほど。, en: How deep?}}
    - ask: {ja: 二問目。, en: Two.}
      answers:
        - {text: {ja: 広い。, en: Wide.}, reply: {ja: どれほど。, en: How wide?}}
        - {text: {ja: 深い。, en: Deep.}, reply: {ja: どれほど。, en: How deep?}}
    - ask: {ja: 三問目。, en: Three.}
      answers:
        - {text: {ja: 広い。, en: Wide.}, reply: {ja: どれほど。, en: How wide?}}
        - {text: {ja: 深い。, en: Deep.}, reply: {ja: どれほど。, en: How deep?}}
"""
LEARNING = {
    "content/lessons/ja/sea.md": LESSON_JA,
    "content/lessons/en/sea.md": LESSON_EN,
    "content/lessons/ja/shore.md": SHORE.format(title="岸", aim="岸が分かります。", words="岸から海は深くなります。"),
    "content/lessons/en/shore.md": SHORE.format(title="Shore", aim="You know the shore.", words="It gets deeper."),
    "content/checks/sea.yaml": CHECK,
    "content/checks/shore.yaml": CHECK.replace("lesson: sea", "lesson: shore").replace("sea_q", "shore_q"),
    "content/contradictions.yaml": """\
- id: C01
  title: {ja: 海は広いのか, en: Is the sea wide?}
  positions:
    - {article: S0, says: {ja: 広いとします。, en: Says wide.}, facts: [F001]}
    - {article: S0, says: {ja: 深いとします。, en: Says deep.}, facts: [F002]}
  reading: {ja: どちらもです。, en: Both.}
""",
    "content/confusions.yaml": """\
- id: small_sea
  belief: {ja: 海は狭い, en: The sea is small}
  answer: {ja: 広い所です。, en: It is wide.}
  facts: [F001]
  lesson: sea
""",
    "content/comparison.yaml": """\
roles:
  - id: sailor
    name: {ja: 船乗り, en: Sailor}
    short: {ja: 船, en: Sea}
    place: {reactive_to_proactive: 80, short_to_long: 20.5, facts: [F001]}
  - id: keeper
    name: {ja: 灯台守, en: Keeper}
  - id: pilot
    name: {ja: 水先人, en: Pilot}
dimensions:
  - id: purpose
    name: {ja: 目的, en: Purpose}
    about: {ja: 何のためか。, en: What for.}
cells:
  purpose:
    sailor:
      - {text: {ja: 海を渡る。, en: Crosses the sea.}, facts: [F001]}
tools:
  columns: [sailor, keeper]
  rows:
    - id: lamp
      name: {ja: 明かり, en: Lamp}
      cells: {sailor: "no", keeper: "yes"}
      facts: [F002]
journey:
  - id: leaving
    name: {ja: 出る, en: Leaving}
    about: {ja: 港を出ます。, en: Leaves port.}
    roles:
      sailor: {text: {ja: 帆を張る。, en: Sets sail.}, facts: [F001]}
""",
    "content/glossary.yaml": """\
- id: offing
  term: {ja: 沖, en: Offing}
  reading: おき
  also: {ja: [沖合], en: [open sea]}
  text: {ja: 岸から遠い海。, en: The sea far from the shore.}
  facts: [F002]
""",
    "content/practice.yaml": """\
- id: fog
  roles: [sailor]
  situation: {ja: 霧が出ました。, en: Fog comes.}
  steps:
    - ask: {ja: どうしますか。, en: What do you do?}
      options:
        - {id: a, text: {ja: 止まる。, en: Stop.}, comment: {ja: 確かです。, en: Safe.}, good: true}
        - {id: b, text: {ja: 鳴らす。, en: Sound the horn.}, comment: {ja: よい。, en: Good.}, good: true}
        - {id: c, text: {ja: 急ぐ。, en: Hurry.}, comment: {ja: 危ない。, en: Risky.}, good: false}
  facts: [F001]
""",
    "content/interview.yaml": """\
roles:
  sailor:
    questions:
      - {ask: {ja: 海は。, en: The sea?}, listen_for: {ja: 広さ。, en: Width.}, facts: [F001]}
    advert_words:
      - {word: {ja: 遠洋, en: Deep sea}, means: {ja: 長い旅。, en: Long trips.}, facts: [F002]}
""",
}
