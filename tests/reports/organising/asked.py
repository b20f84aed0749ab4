"""A campaign as letters speak of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reports.organising.letters import Asked

ROOT = Path(__file__).parents[3]
TOKYO = ZoneInfo("Asia/Tokyo")
LINK = "https://fit.example.co.jp/c#0123456789abcdefghjkmnpqrs"
ASKED = Asked(
    title="2027年春 新卒採用",
    sender="株式会社例 人事部",
    message="説明会へのご参加、ありがとうございました。",
    purpose="面接で、お互いの働き方の希望を話し合うため。",
    contact="人事部 採用係 saiyo@example.co.jp",
    closes=datetime(2026, 12, 10, 18, 0, tzinfo=TOKYO),
    until=datetime(2027, 6, 8, 18, 0, tzinfo=TOKYO),
)
