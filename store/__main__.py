"""``python -m store``: what an operator does with the store. Status 0 done, 1 not done (and why), 2 a wrong command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from catalog.command.language import command_language
from catalog.reading.wording import Said
from catalog.time_zone import UnknownZone
from store.database.schema import HEAD
from store.errors import StoreError
from store.operating.backup import back_up
from store.operating.export import export_finished
from store.operating.purge import purge
from store.operating.restore import restore
from store.operating.stats import stats
from store.settings import retention
from store.store import Store, open_store


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    command: Callable[[Store, argparse.Namespace], str] = given.command
    try:
        store = open_store()
        try:
            print(command(store, given))
        finally:
            store.close()
    except (StoreError, UnknownZone) as error:
        said = error.in_language(command_language(())) if isinstance(error, Said) else error
        print(said, file=sys.stderr)
        return 1
    return 0


def _upgrade(store: Store, _: argparse.Namespace) -> str:
    store.ready()
    return f"The store is at revision {HEAD}."


def _purge(store: Store, _: argparse.Namespace) -> str:
    keep = retention()
    gone = purge(store, keep)
    return (
        f"Deleted: {gone['open']} unfinished sheets older than {keep.open_days} days, "
        f"{gone['finished']} finished ones older than {keep.finished_days} days, {gone['tokens']} tokens, "
        f"{gone['progress']} respondents' learning progress unchanged for {keep.finished_days} days."
    )


def _backup(store: Store, given: argparse.Namespace) -> str:
    return f"{back_up(store, given.file)} rows are in {given.file}."


def _restore(store: Store, given: argparse.Namespace) -> str:
    rows = restore(store, given.file, replace=given.replace)
    store.wipe()
    return f"{rows} rows were restored. Sheets deleted after the backup was made are back: delete or purge them again."


def _export(store: Store, given: argparse.Namespace) -> str:
    return f"{export_finished(store, given.file)} finished sheets are in {given.file}."


def _stats(store: Store, _: argparse.Namespace) -> str:
    found = stats(store)
    lines = [f"{assessment} {version}: {count} {state}" for (assessment, version, state), count in found.sheets.items()]
    lines.append(f"respondents: {found.rows['respondents']}")
    lines.append(f"tokens of devices and links: {found.rows['tokens']}")
    lines.append(f"respondents with learning progress: {found.rows['progress']}")
    lines.append(f"versions of files kept: {found.rows['assessment_files']}")
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m store", description="The store of answers, at DATABASE_URL.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    about: tuple[tuple[str, Callable[[Store, argparse.Namespace], str], str], ...] = (
        ("upgrade", _upgrade, "bring the schema up to date (every start does it too)"),
        ("purge", _purge, "delete what is older than FIT_KEEP_OPEN_DAYS and FIT_KEEP_FINISHED_DAYS"),
        ("backup", _backup, "copy everything to a new file while the site runs on"),
        ("restore", _restore, "fill an empty store from a backup of SQLite or PostgreSQL"),
        ("export", _export, "write the finished sheets without tokens to a new .csv or .jsonl file"),
        ("stats", _stats, "count what is there"),
    )
    for name, command, text in about:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(command=command)
        if name in ("backup", "restore", "export"):
            one.add_argument("file", type=Path)
        if name == "restore":
            one.add_argument("--replace", action="store_true", help="delete what the store holds first")
    return parser


if __name__ == "__main__":
    sys.exit(main())
