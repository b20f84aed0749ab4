"""Runs work in durable transactions: one by one on a server, together on a SQLite file.

On a file, saves that arrive together share one transaction and one wait for the disk. Threads that each held a
connection would queue on SQLite's lock and wait for the disk one after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection, Engine

from store.errors import StoreDown, StoreError, database_errors

T = TypeVar("T")
MOST_TOGETHER = 256


class Writer(Protocol):
    def run(self, work: Callable[[Connection], T]) -> T:
        """The value of ``work(connection)``, durable. Raises what ``work`` raised, StoreDown."""

    def close(self) -> None:
        """Write what is waiting, then take no more."""


class DirectWriter:
    """A transaction a piece of work, on a server that knows how to queue them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def run(self, work: Callable[[Connection], T]) -> T:
        with database_errors(), self._engine.begin() as connection:
            return work(connection)

    def close(self) -> None:
        """Nothing waits here."""


class _Job(Generic[T]):
    def __init__(self, work: Callable[[Connection], T]) -> None:
        self.work = work
        self.done = threading.Event()
        self.value: T | None = None
        self.error: BaseException | None = None

    def fail(self, error: BaseException) -> None:
        self.error = error
        self.done.set()


class GroupWriter:
    """Runs each piece of work in a transaction of its own or a shared one; ``run`` returns once it is on disk."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(fit_write=True)
        self._queue: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def run(self, work: Callable[[Connection], T]) -> T:
        job: _Job[T] = _Job(work)
        with self._lock:
            if self._closed:
                raise StoreDown("The store is closed.")
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name="store-writer", daemon=True)
                self._thread.start()
            self._queue.put(job)  # type: ignore[arg-type]
        job.done.wait()
        if job.error is not None:
            with database_errors():
                raise job.error
        return job.value  # type: ignore[return-value]

    def close(self) -> None:
        with self._lock:
            self._closed = True
            thread, self._thread = self._thread, None
            self._queue.put(None)
        if thread is not None:
            thread.join()

    def _loop(self) -> None:
        while (first := self._queue.get()) is not None:
            batch, last = self._gather(first)
            self._write(batch)
            if last:
                return

    def _gather(self, first: _Job[object]) -> tuple[list[_Job[object]], bool]:
        batch = [first]
        while len(batch) < MOST_TOGETHER:
            try:
                job = self._queue.get_nowait()
            except Empty:
                break
            if job is None:
                return batch, True
            batch.append(job)
        return batch, False

    def _write(self, batch: list[_Job[object]]) -> None:
        broken = False
        try:
            with self._engine.connect() as connection, connection.begin() as transaction:
                for job in batch:
                    if not self._attempt(connection, job, alone=len(batch) == 1):
                        broken = True
                        break
                if broken:
                    transaction.rollback()
        except BaseException as error:
            for job in batch:
                job.fail(error)
            return
        if broken and len(batch) > 1:
            for job in batch:
                job.error = None
                self._write([job])
            return
        for job in batch:
            job.done.set()

    def _attempt(self, connection: Connection, job: _Job[object], alone: bool) -> bool:
        """Do one job; False where the transaction is no longer to be trusted and must be rolled back whole."""
        try:
            if alone:
                job.value = job.work(connection)
            else:
                with connection.begin_nested():
                    job.value = job.work(connection)
        except StoreError as refusal:
            job.error = refusal
            return not alone
        except BaseException as error:
            job.error = error
            return False
        return True
