"""Writing a site: the folder is the old site or the new one, whatever happens, and nothing else is ever lost."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from ssg import write as writing
from ssg.model import Site
from ssg.write import MARKER, CannotWrite, claim, write

ROOT = os.geteuid() == 0


def site(version: str, files: int = 12) -> Site:
    """A site whose every file says which version it is of."""
    return Site(files={PurePosixPath(f"part{n % 3}/{n}.txt"): f"{version} {n}".encode() for n in range(files)})


def versions(out: Path) -> set[str]:
    """The versions whose files lie in the folder; also checks that none is missing."""
    texts = [file.read_text() for file in out.rglob("*.txt")]
    assert len(texts) == 12
    return {text.split()[0] for text in texts}


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def fork(work: Callable[[], None]) -> int:
    """Do the work in a process of its own, which a test may kill; its id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


@pytest.fixture(params=["exchange", "two renames"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site, on systems that can exchange two folders and on those that cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(writing, "_exchange", lambda new, out: False)
    return tmp_path / "site"


def test_the_folder_holds_exactly_the_site(out: Path) -> None:
    write(site("old", 20), out)
    write(site("new"), out)
    assert versions(out) == {"new"}
    assert hidden(out) == [MARKER] and hidden(out.parent) == []


def test_the_folder_is_readable_by_all_whom_the_system_lets(out: Path) -> None:
    mask = os.umask(0o022)
    write(site("new"), out)
    os.umask(mask)
    assert out.stat().st_mode & 0o777 == 0o755
    assert (out / "part0" / "0.txt").stat().st_mode & 0o777 == 0o644


def test_a_path_that_leaves_the_site_is_a_bug_of_ours(tmp_path: Path) -> None:
    for path in ("../evil.txt", "/evil.txt"):
        with pytest.raises(ValueError, match="leaves the site"):
            write(Site(files={PurePosixPath(path): b""}), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_two_hundred_kills_leave_the_old_site_or_the_new(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(site("0"), out)
    write(site("1"), out)
    began = time.perf_counter()
    os.waitpid(fork(lambda: write(site("1"), out)), 0)
    usual = time.perf_counter() - began
    dice, killed, replaced = random.Random(1), 0, 0
    for version in range(2, 202):
        child = fork(lambda version=version: write(site(str(version)), out))
        time.sleep(dice.uniform(0, usual * 1.2))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        replaced += versions(out) == {str(version)}
        assert len(versions(out)) == 1
    assert killed and replaced, "the kills must fall on both sides of the swap"
    write(site("last"), out)
    assert versions(out) == {"last"} and hidden(tmp_path) == []


def test_a_run_killed_between_two_renames_is_put_right_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    write(site("old"), out)
    monkeypatch.setattr(writing, "_exchange", lambda new, out: False)
    rename = Path.rename

    def die_after_the_first(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        os.kill(os.getpid(), signal.SIGKILL)
        return moved

    def work() -> None:
        Path.rename = die_after_the_first
        write(site("new"), out)

    os.waitpid(fork(work), 0)
    assert not out.exists() and len(hidden(tmp_path)) == 2
    claim(out, [])
    assert versions(out) == {"old"}
    write(site("new"), out)
    assert versions(out) == {"new"} and hidden(tmp_path) == []


def test_a_run_that_finds_the_site_of_another_between_its_two_renames_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    write(site("old"), out)
    write(site("other"), other)
    monkeypatch.setattr(writing, "_exchange", lambda new, out: False)
    rename = Path.rename

    def after_another(self: Path, target: Path) -> Path:
        if target == out and other.exists():
            rename(other, out)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", after_another)
    write(site("new"), out)
    assert versions(out) == {"new"} and hidden(tmp_path) == []


def test_runs_at_the_same_time_do_not_mix(out: Path) -> None:
    write(site("0"), out)

    def work(name: int) -> Callable[[], None]:
        def ten_times() -> None:
            for turn in range(10):
                write(site(f"{name}.{turn}"), out)

        return ten_times

    running = {fork(work(name)) for name in range(1, 5)}
    while running:
        with contextlib.suppress(FileNotFoundError):  # a folder that was replaced while we looked
            texts = [(out / f"part{n % 3}" / f"{n}.txt").read_text() for n in (0,)]
            assert texts[0].endswith(" 0")
        child, status = os.waitpid(-1, os.WNOHANG)
        if child:
            assert status == 0
            running.discard(child)
    assert len(versions(out)) == 1 and hidden(out.parent) == []


def test_what_a_running_build_writes_is_not_cleared_away_by_another(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with writing._hidden_folder(out) as mine:
        write(site("other"), out)
        assert mine.is_dir()


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".site.new-1-aa" / "assets").mkdir(parents=True)
    (tmp_path / ".site.old-1-bb").mkdir()
    (tmp_path / ".sites").mkdir()
    write(site("new"), tmp_path / "site")
    assert hidden(tmp_path) == [".sites"]


def test_a_folder_name_with_wildcards_is_a_name(tmp_path: Path) -> None:
    (tmp_path / ".siteX.new-1").mkdir()
    write(site("a"), tmp_path / "site[X]")
    write(site("b"), tmp_path / "site*")
    assert hidden(tmp_path) == [".siteX.new-1"]


# What is refused


def refusal(out: Path, *sources: Path) -> str:
    with pytest.raises(CannotWrite) as reason:
        claim(out, sources)
    return reason.value.key


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").touch()
    assert refusal(tmp_path / "photos") == "out_is_foreign"
    assert (tmp_path / "photos" / "a.jpg").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(site("new"), claim(tmp_path / "site", []))
    assert versions(tmp_path / "site") == {"new"}


def test_a_file_is_no_folder_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    assert refusal(tmp_path / "site") == "out_is_file"
    with pytest.raises(CannotWrite):
        write(site("new"), claim(tmp_path / "site" / "below", []))


def test_a_name_too_long_for_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) == "out_not_writable"


def test_folders_of_courses_are_never_replaced(tmp_path: Path) -> None:
    course = tmp_path / "content" / "a"
    course.mkdir(parents=True)
    (tmp_path / "link").symlink_to(course)
    for place in (course, course / "site", tmp_path / "content", tmp_path, course / ".." / "a", tmp_path / "link"):
        assert refusal(place, tmp_path / "content") == "out_is_source"


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    write(site("new"), claim(tmp_path / "site", []))
    assert (tmp_path / "site").is_symlink() and versions(tmp_path / "real") == {"new"}


# Disks


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        ROOT
        and shutil.which("mount")
        and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True)
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root can make a small disk; another test limits the size of files")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_site(small_disk: Path) -> None:
    out = small_disk / "site"
    write(Site(files={PurePosixPath("a.txt"): b"old"}), out)
    with pytest.raises(CannotWrite) as reason:
        write(Site(files={PurePosixPath(f"{n}.txt"): b"x" * 9000 for n in range(9)}), out)
    assert reason.value.key == "disk_full"
    assert (out / "a.txt").read_bytes() == b"old" and hidden(small_disk) == []


def test_a_read_only_disk_leaves_the_old_site(small_disk: Path) -> None:
    out = small_disk / "site"
    write(Site(files={PurePosixPath("a.txt"): b"old"}), out)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(CannotWrite) as reason:
        write(site("new"), claim(out, []))
    assert (reason.value.key, reason.value.values["reason"]) == ("out_not_writable", os.strerror(errno.EROFS))
    assert (out / "a.txt").read_bytes() == b"old"


def test_a_disk_of_its_own_is_refused_before_anything_is_built(small_disk: Path) -> None:
    assert refusal(small_disk) == "out_is_mount"


def test_a_file_that_grows_too_large_leaves_the_old_site(out: Path) -> None:
    write(Site(files={PurePosixPath("a.txt"): b"old"}), out)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        with pytest.raises(CannotWrite) as reason:
            write(Site(files={PurePosixPath("a.txt"): b"x" * 9000}), out)
        assert reason.value.key == "disk_full"

    assert os.waitpid(fork(work), 0)[1] == 0
    assert (out / "a.txt").read_bytes() == b"old" and hidden(out.parent) == []


def test_a_folder_without_permission_leaves_the_old_site(tmp_path: Path) -> None:
    if ROOT:
        pytest.skip("root may write everywhere; another test takes a read-only disk")
    write(site("old"), tmp_path / "site")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(CannotWrite) as reason:
            write(site("new"), claim(tmp_path / "site", []))
    finally:
        tmp_path.chmod(0o755)
    assert reason.value.key == "out_not_writable" and versions(tmp_path / "site") == {"old"}
