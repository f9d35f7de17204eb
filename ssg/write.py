"""Site → folder in one step: whoever looks, and whenever a run is killed, the folder is the old site or the new one.

The new site is written into a hidden folder beside the old, then the two change places. The hidden folder is locked by
its run; an unlocked one is what a killed run left behind, and the next run removes it.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from ssg.model import Site

# Says that a folder is ours to replace; the same bytes in every site.
MARKER = ".coursewright"
MARKER_TEXT = b"This folder was written by Coursewright. The next build replaces all of it.\n"
NEW, OLD = "new", "old"
RETRIES = 20
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# Systems and file systems without an exchange of two folders.
NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EPERM)


class CannotWrite(Exception):
    """Why the site cannot be written, as the key of a message and the words in it. The old site stands."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def claim(out: Path, sources: Sequence[Path]) -> Path:
    """The folder to write to, once it is sure that nothing but an older site can be lost; ``sources`` are authors'."""
    target = check_apart(out, sources)
    with _plain_errors(target):
        if target.exists() and not target.is_dir():
            raise CannotWrite("out_is_file", out=str(out))
        if os.path.ismount(target):
            raise CannotWrite("out_is_mount", out=str(out))
        _restore(target)
        if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
            raise CannotWrite("out_is_foreign", out=str(out))
    return target


def check_apart(out: Path, sources: Sequence[Path]) -> Path:
    """Where a folder really is, once it is sure that it neither holds what authors wrote nor lies in it."""
    target = Path(os.path.realpath(out))
    for source in (Path(os.path.realpath(source)) for source in sources):
        if target.is_relative_to(source) or source.is_relative_to(target):
            raise CannotWrite("out_is_source", out=str(out), source=str(source))
    return target


def save(files: Mapping[PurePosixPath, bytes], out: Path) -> None:
    """Put files into a folder, each in one step; what else lies there stays."""
    with _plain_errors(out):
        for path, data in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            made = out / path.with_name(f".{path.name}.{os.getpid()}")
            try:
                made.write_bytes(data)
                made.replace(out / path)
            finally:
                made.unlink(missing_ok=True)


def write(site: Site, out: Path) -> None:
    """Make ``out``, which was claimed, hold exactly the site."""
    with _plain_errors(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        with _hidden_folder(out) as new:
            for path, data in site.files.items():
                _write_file(new, path, data)
            (new / MARKER).write_bytes(MARKER_TEXT)
            _swap(new, out)


@contextmanager
def _plain_errors(out: Path) -> Iterator[None]:
    """Faults of the disk become one sentence."""
    try:
        yield
    except OSError as error:
        key = "disk_full" if error.errno in FULL else "out_not_writable"
        raise CannotWrite(key, out=str(out), reason=error.strerror or str(error)) from error


def _write_file(root: Path, path: PurePosixPath, data: bytes) -> None:
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{path} leaves the site")
    file = root / path
    try:
        file.write_bytes(data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        file.write_bytes(data)


# The hidden folders beside the site


def _hidden(out: Path, kind: str) -> Iterator[Path]:
    return out.parent.glob(f".{_escaped(out.name)}.{kind}-*")


def _escaped(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


@contextmanager
def _hidden_folder(out: Path) -> Iterator[Path]:
    """A folder of our own, after those of killed runs are gone; in the end it is gone, whatever it holds by then."""
    with _locked(out.parent):
        for left in [*_hidden(out, NEW), *_hidden(out, OLD)]:
            if _is_abandoned(left):
                shutil.rmtree(left, ignore_errors=True)
        new = out.parent / f".{out.name}.{NEW}-{os.getpid()}-{os.urandom(4).hex()}"
        new.mkdir()
        lock = _lock(new)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)
        _unlock(lock)


def _restore(out: Path) -> None:
    """Put the old site back where a run was killed between two renames, on systems that cannot exchange folders."""
    if not out.exists():
        for old in sorted(_hidden(out, OLD)):
            if _is_abandoned(old) and (old / MARKER).is_file():
                old.rename(out)
                return


if os.name == "nt":
    # No locks on folders: a hidden folder counts as abandoned when nothing was done in it for an hour.
    import time

    def _lock(folder: Path) -> int:
        return -1

    def _unlock(lock: int) -> None:
        pass

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        yield

    def _is_abandoned(folder: Path) -> bool:
        return time.time() - folder.stat().st_mtime > 3600

else:
    import fcntl

    def _lock(folder: Path) -> int:
        """Lock a folder until this process ends or its descriptor is closed."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        with suppress(OSError):  # a network folder without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor

    def _unlock(lock: int) -> None:
        os.close(lock)

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        descriptor = _lock(folder)
        try:
            yield
        finally:
            os.close(descriptor)

    def _is_abandoned(folder: Path) -> bool:
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return True


# Changing places


def _swap(new: Path, out: Path) -> None:
    """Put the new folder in the place of the old; another run may do the same at this moment."""
    for attempt in range(RETRIES):
        try:
            if not out.exists():
                new.rename(out)
            elif not _exchange(new, out):
                _rename_twice(new, out)
            return
        except OSError as error:
            another_was_faster = error.errno in (errno.EEXIST, errno.ENOTEMPTY, errno.ENOENT)
            if not another_was_faster or attempt == RETRIES - 1:
                raise


def _exchange(new: Path, out: Path) -> bool:
    """Let two folders change places in one step of the system; False where it has none."""
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    places, exchange, at_here = (os.fsencode(new), os.fsencode(out)), 2, -100
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        status = libc.renameat2(at_here, places[0], at_here, places[1], exchange)
    elif sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        status = libc.renamex_np(*places, exchange)
    else:
        return False
    if status != 0 and ctypes.get_errno() in NO_EXCHANGE:
        return False
    if status != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(out))
    return True


def _rename_twice(new: Path, out: Path) -> None:
    """The next best: for a moment there is no site, and a run killed in it is put right by the next (``_restore``)."""
    old = out.parent / new.name.replace(f".{NEW}-", f".{OLD}-", 1)
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if not out.exists():
            old.rename(out)
        raise
    finally:
        if out.exists():  # maybe as another run made it; the next try needs the name
            shutil.rmtree(old, ignore_errors=True)
