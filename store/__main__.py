"""``python -m store``: what an operator does with the store. Status 0 done, 1 not done (and why), 2 a wrong command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, Says, sentences
from catalog.reading.wording import Said, languages
from catalog.time_zone import UnknownZone
from store.database.schema import HEAD
from store.errors import BadSetting, StoreError
from store.operating.backup import back_up
from store.operating.export import export_finished
from store.operating.purge import purge
from store.operating.restore import restore
from store.operating.stats import stats
from store.organisers.names import FIRST_NAME
from store.organisers.passwords import hash_of_password, new_password
from store.settings import retention
from store.store import Store, open_store

WORDING = Path(__file__).with_name("wording.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    language = command_language(words)
    says = sentences(WORDING, language)
    given = _parser(language, says).parse_args(words)
    command: Callable[[Store, argparse.Namespace, Says], str] = given.run
    try:
        store = open_store()
        try:
            print(command(store, given, says))
        finally:
            store.close()
    except (StoreError, UnknownZone) as error:
        said = error.in_language(language) if isinstance(error, Said) else error
        print(said, file=sys.stderr)
        return 1
    return 0


def _upgrade(store: Store, _: argparse.Namespace, says: Says) -> str:
    store.ready()
    return says("upgraded", revision=HEAD)


def _purge(store: Store, _: argparse.Namespace, says: Says) -> str:
    keep = retention()
    gone = purge(store, keep)
    return says(
        "purged",
        open=gone["open"],
        open_days=keep.open_days,
        finished=gone["finished"],
        finished_days=keep.finished_days,
        tokens=gone["tokens"],
        progress=gone["progress"],
        campaigns=gone["campaigns"],
        workshops=gone["workshops"],
    )


def _backup(store: Store, given: argparse.Namespace, says: Says) -> str:
    return says("backed_up", rows=back_up(store, given.file), file=given.file)


def _restore(store: Store, given: argparse.Namespace, says: Says) -> str:
    rows = restore(store, given.file, replace=given.replace)
    store.wipe()
    return says("restored", rows=rows)


def _export(store: Store, given: argparse.Namespace, says: Says) -> str:
    return says("exported", sheets=export_finished(store, given.file), file=given.file)


def _organiser(store: Store, given: argparse.Namespace, says: Says) -> str:
    if given.list:
        lines = [
            says(f"organiser_{'password' if one.password else 'service'}", name=one.name)
            for one in store.organisers.all()
        ]
        return "\n".join(lines) or says("organiser_none")
    if given.remove is not None:
        removed = store.organisers.remove(given.remove)
        sentence = says(f"organiser_{removed}", name=given.remove)
        if removed != "removed":
            raise BadSetting(sentence)
        return sentence
    password = new_password()
    organiser = store.organisers.put(given.name, hash_of_password(password))
    return says("organiser_made", name=organiser.name, password=password)


def _stats(store: Store, _: argparse.Namespace, says: Says) -> str:
    found = stats(store)
    lines = [
        says("stats_sheets", assessment=assessment, version=version, count=count, state=says(f"state_{state}"))
        for (assessment, version, state), count in found.sheets.items()
    ]
    lines.append(says("stats_respondents", count=found.rows["respondents"]))
    lines.append(says("stats_tokens", count=found.rows["tokens"]))
    lines.append(says("stats_progress", count=found.rows["progress"]))
    lines.append(says("stats_organisers", count=found.rows["organisers"]))
    for name in ("campaigns", "invitations", "shares", "workshops", "seats"):
        lines.append(says(f"stats_{name}", count=found.rows[name]))
    lines.append(says("stats_versions", count=found.rows["assessment_files"]))
    return "\n".join(lines)


def _parser(language: str, says: Says) -> argparse.ArgumentParser:
    parser = CommandParser("store", language=language, description=says("description"))
    commands = parser.add_commands(metavar="COMMAND")
    about: tuple[tuple[str, Callable[[Store, argparse.Namespace, Says], str]], ...] = (
        ("upgrade", _upgrade),
        ("purge", _purge),
        ("backup", _backup),
        ("restore", _restore),
        ("export", _export),
        ("stats", _stats),
        ("organiser", _organiser),
    )
    for name, command in about:
        one = commands.add_parser(name, help=says(name), description=says(name))
        one.set_defaults(run=command)
        if name in ("backup", "restore", "export"):
            one.add_argument("file", type=Path, metavar="FILE", help=says("file"))
        if name == "organiser":
            one.add_argument("name", nargs="?", default=FIRST_NAME, metavar="NAME", help=says("organiser_name"))
            one.add_argument("--list", action="store_true", help=says("organiser_list"))
            one.add_argument("--remove", metavar="NAME", help=says("organiser_remove"))
        if name == "restore":
            one.add_argument("--replace", action="store_true", help=says("replace"))
        one.add_argument("--language", choices=languages(), default=language, help=says("language"))
    return parser


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
