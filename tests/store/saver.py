"""A process that answers for many respondents at once and prints each answer once the store has acknowledged it."""

from __future__ import annotations

import sys
import threading
import time

from store import Answer, Token, open_store


def main(url: str, secrets: list[str], first: int) -> None:
    store = open_store(url)
    out = threading.Lock()

    def answer(mine: list[Token]) -> None:
        number = first
        while True:
            for token in mine:
                moment = time.time_ns() // 1_000_000
                given = Answer(f"q{number % 80}", number % 5, moment, number)
                store.sheets.save(token, [given])
                with out:
                    # One write, so that a kill leaves whole lines or none.
                    sys.stdout.write(f"{token.secret} {given.question} {given.code} {given.moment} {given.seq}\n")
                    sys.stdout.flush()
            number += 1

    tokens = [Token(secret) for secret in secrets]
    for start in range(8):
        threading.Thread(target=answer, args=(tokens[start::8],), daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(","), int(sys.argv[3]))
