"""Where the rules of the page on fair hiring were read: addresses, by the keys of ``fair.source``."""

from __future__ import annotations

from typing import Final

ADDRESSES: Final = {
    "methods": "https://kouseisaiyou.mhlw.go.jp/methods.html",
    "questions": "https://kouseisaiyou.mhlw.go.jp/question.html",
    "fourteen": "https://jsite.mhlw.go.jp/tokyo-hellowork/list/kiba/jigyounushi/fair-recruitment.html",
    "notes": "https://jsite.mhlw.go.jp/shizuoka-roudoukyoku/roudoukyoku/syokuan/"
    "20150119syokugyoutaisakuka/_120537_00002.html",
    "reasons": "http://www.pref.osaka.lg.jp/nokai/kouseisaiyou/honbun.html",
    "equal": "https://fukusaki.or.jp/?p=5702",
    "interviews": "https://www.cambridge.org/core/product/A20984B138319E3D432E643978BF026D/core-reader",
    "article": "https://iuris.jp/職業安定法-第五条の五-求職者等の個人情報の取扱い/jpn/a/74455",
    "leaflet": "http://www.alps.or.jp/eventalps/?p=5640",
    "purposes": "https://myhoumu.jp/roumu185",
    "guideline": "https://ja.wikibooks.org/wiki/職業安定法第5条の4",
    "act": "https://www.kannosrfp.com/hourei/doku.php?id=個人情報保護法4_2",
    "erasure": "https://bengoshi-sakao.com/column/不採用者に履歴書を返却すべき？履歴書に関する/",
    "review": "https://nippon-sourin.co.jp/?p=16044",
    "provider": "https://ailaw.co.jp/blog/post16796",
    "annex": "https://aiact.annotated.nl/en/aiact/annex/iii/4/",
    "employment_ai": "https://www.aiactblog.nl/en/posts/high-risk-ai-employment",
    "draft": "https://www.mccannfitzgerald.com/knowledge/technology/"
    "employment-spotlight-eu-ai-act-draft-guidelines-on-high-risk-ai-classification",
    "council": "https://www.decisionfocus.com/articles/eu-ai-act-blog",
    "dispute": "https://docs.modulos.ai/frameworks/eu-ai-act/commission-guidance/high-risk-examples",
    "scores": "https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_105_Part_2.djvu/123",
    "fifths": "http://www.law.cornell.edu/cfr/text/29/1607.4",
    "clarified": "https://www.eeoc.gov/laws/guidance/"
    "questions-and-answers-clarify-and-provide-common-interpretation-uniform-guidelines",
    "rescission": "https://www.reginfo.gov/public/do/eAgendaViewRule?pubId=202510&RIN=3046-AB43",
    "rules": "https://nacmiaslaw.com/resources/legal-codes/16989",
    "adoption": "https://www.bsk.com/new-york-labor-and-employment-law-report/"
    "notice-of-adoption-for-nyc-automated-employment-decision-tools-law-and-deferred-enforcement-date",
    "audit": "https://aicompliancevendors.com/faqs/nyc-local-law-144-bias-audit",
    "automated": "https://www.insidetechlaw.com/blog/2025/07/"
    "californias-anti-employment-discrimination-regulations-now-include-ai-expand-retention-requirements",
    "records": "https://hrnetworkinc.com/hr-alerts/"
    "hr-alert-new-california-regulations-on-employers-use-of-ai-to-make-decisions-go-into-effect-oct-1-2025",
    "illinois": "https://laborandemployment.btlaw.com/post/102m1fu/"
    "several-state-ai-laws-set-to-go-into-effect-in-2026-despite-federal-governments",
    "colorado": "https://coag.gov/resources/ai/",
}
