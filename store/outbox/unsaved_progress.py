"""What a session has learned and the store has not acknowledged yet."""

from __future__ import annotations

from collections.abc import Mapping

from store.respondents.merge import merge_progress
from store.respondents.values import Entry, Token, entry_rank
from store.store import Store


class UnsavedProgress:
    """Keeps a session's unsaved progress and writes it once the store is there. Plain memory, no thread."""

    def __init__(self, token: Token) -> None:
        self._token = token
        self._entries: dict[str, Entry] = {}

    @property
    def unsaved(self) -> int:
        """How many entries are not on disk yet."""
        return len(self._entries)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The unsaved entries by key, to be shown as done."""
        return dict(self._entries)

    def add(self, entries: Mapping[str, Entry]) -> None:
        """Keep (value, moment in ms) by key; of two for one key the one that the store would keep."""
        self._entries = dict(merge_progress(self._entries, entries).entries)

    def flush(self, store: Store) -> Mapping[str, Entry] | None:
        """Write all of it; the whole progress as it stands in the store, None if there was nothing to write.

        On an error (StoreDown, SheetGone, BadValue) nothing of it is forgotten.
        """
        if not self._entries:
            return None
        sent = dict(self._entries)
        stands = store.progress.save(self._token, sent)
        self._entries = {
            key: entry
            for key, entry in self._entries.items()
            if key not in sent or entry_rank(entry) != entry_rank(sent[key])
        }
        return stands
