"""The first run on a fresh machine, the runs after it, and what a machine may lack."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import REPOSITORY

BASE = getattr(sys, "_base_executable", sys.executable)
WITHOUT_PACKAGES = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}


def copy_checkout(folder: Path) -> Path:
    """What a visitor downloads, as far as a build needs it."""
    for name in ("ssg", "themes"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, folder)
    return folder


def start(checkout: Path, *arguments: str, before: tuple[str, ...] = (), **environment: str) -> subprocess.Popen[str]:
    settled = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "", "PYTHONPATH": ""} | environment
    return subprocess.Popen(
        [*(before or (BASE, str(checkout / "build.py"))), *arguments],
        env=settled,
        cwd=checkout.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def door(checkout: Path, *arguments: str, before: tuple[str, ...] = (), **environment: str) -> tuple[int, str, str]:
    """Run ``python3 build.py`` from another folder: exit code, output, messages."""
    process = start(checkout, *arguments, before=before, **environment)
    out, messages = process.communicate(timeout=300)
    return process.returncode, out, messages


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in a folder with a difficult name, set up by two first runs at the same moment."""
    folder = tmp_path_factory.mktemp("a machine") / "课程 工具 #1"
    folder.mkdir()
    copy_checkout(folder)
    first_runs = [start(folder, "--version") for _ in range(2)]
    told = [process.communicate(timeout=300) for process in first_runs]
    assert [process.returncode for process in first_runs] == [0, 0], told
    assert [out for out, _ in told] == ["Coursewright 0.1.0\n"] * 2
    assert sum("First run: setting up" in messages for _, messages in told) == 1
    assert sum("Waiting for another run" in messages for _, messages in told) <= 1
    return folder


@pytest.mark.setup
def test_a_second_run_starts_without_setting_up(checkout: Path) -> None:
    began = time.perf_counter()
    assert door(checkout, "--version") == (0, "Coursewright 0.1.0\n", "")
    assert time.perf_counter() - began < 2


@pytest.mark.setup
def test_only_what_a_build_needs_is_installed(checkout: Path) -> None:
    installed = {path.name.split("-")[0].lower() for path in (checkout / ".venv").rglob("*.dist-info")}
    assert {"markdown_it_py", "jinja2", "pyyaml"} <= installed
    assert not installed & {"playwright", "pytest", "ruff", "mypy"}


@pytest.mark.setup
def test_a_first_course_can_be_made_and_built(checkout: Path) -> None:
    assert door(checkout, "new", "first")[0] == 0
    status, out, messages = door(checkout, "build", "first")
    assert (status, messages) == (0, "")
    assert (checkout.parent / "site" / "first" / "index.html").is_file() and "Open site" in out


@pytest.mark.setup
def test_the_door_passes_exit_codes_and_its_own_name_on(checkout: Path) -> None:
    status, _, messages = door(checkout, "dance")
    assert status == 2 and "build.py: there is no command" in messages


@pytest.mark.setup
def test_the_environments_own_python_goes_straight_on(checkout: Path) -> None:
    own = (str(checkout / ".venv" / "bin" / "python"), str(checkout / "build.py"))
    assert door(checkout, "--version", before=own) == (0, "Coursewright 0.1.0\n", "")


@pytest.mark.setup
def test_a_moved_folder_still_works(checkout: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(checkout, tmp_path / "moved", symlinks=True)
    assert door(moved, "--version") == (0, "Coursewright 0.1.0\n", "")


@pytest.mark.setup
def test_new_requirements_are_added_and_other_changes_are_not_minded(checkout: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(checkout, tmp_path / "copy", symlinks=True)
    project = copy / "pyproject.toml"
    project.write_text(project.read_text() + "\n# a note\n")
    assert door(copy, "--version", **WITHOUT_PACKAGES) == (0, "Coursewright 0.1.0\n", "")
    project.write_text(project.read_text().replace('"jinja2>=3.1,<4"', '"jinja2>=3.1,<5"'))
    assert "Installing what is missing" in door(copy, "--version")[2]
    assert door(copy, "--version") == (0, "Coursewright 0.1.0\n", "")


@pytest.mark.setup
def test_printing_adds_what_makes_pdf_and_goes_on_without_where_there_is_no_network(
    checkout: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(checkout, tmp_path / "copy", symlinks=True)
    assert door(copy, "new", "first")[0] == 0
    status, out, messages = door(copy, "print", "first", "--pack", "handout", **WITHOUT_PACKAGES)
    assert status == 0 and "could not be downloaded: check the network" in messages and "Traceback" not in messages
    assert "first/handout.html" in out and "run this again while you are online" in out
    status, out, messages = door(copy, "print", "first", "--pack", "handout")
    assert status == 0 and "Installing what is missing" in messages
    assert "while you are online" not in out
    assert door(copy, "--version") == (0, "Coursewright 0.1.0\n", "")


@pytest.mark.setup
def test_a_half_made_environment_is_made_again(tmp_path: Path) -> None:
    folder = copy_checkout(tmp_path)
    process = start(folder, "--version")
    python = folder / ".venv" / "bin" / "python"
    while not python.exists():
        assert process.poll() is None
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    status, out, messages = door(folder, "--version")
    assert (status, out) == (0, "Coursewright 0.1.0\n") and "First run: setting up" in messages


@pytest.mark.setup
def test_no_network_is_one_clear_line(tmp_path: Path) -> None:
    folder = copy_checkout(tmp_path)
    status, out, messages = door(folder, **WITHOUT_PACKAGES)
    assert (status, out) == (2, "")
    assert "could not be downloaded: check the network" in messages.splitlines()[-1]
    assert len(messages.splitlines()) == 2 and "Traceback" not in messages


# What needs no packages


def test_an_old_python_can_read_the_door() -> None:
    ast.parse((REPOSITORY / "build.py").read_text(), feature_version=(3, 6))


OLD = """
import runpy, sys
sys.version_info = (3, 9, 2, "final", 0)
runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.mark.parametrize(
    ("language", "says"),
    [("C", "Python 3.11 or newer is needed"), ("zh_CN.UTF-8", "需要 Python 3.11 或更新的版本")],
)
def test_an_old_python_is_told_what_to_do(tmp_path: Path, language: str, says: str) -> None:
    shutil.copy(REPOSITORY / "build.py", tmp_path)
    pretending = (BASE, "-c", OLD, str(tmp_path / "build.py"))
    status, _, messages = door(tmp_path, before=pretending, LANG=language)
    assert status == 2 and says in messages and len(messages.splitlines()) == 1
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_its_venv_module_is_told_what_to_do(tmp_path: Path) -> None:
    folder = copy_checkout(tmp_path)
    lacking = folder / "lacking"
    lacking.mkdir()
    (lacking / "venv.py").write_text("import sys\nsys.exit('ensurepip is not available: apt install python3-venv')\n")
    status, _, messages = door(folder, PYTHONPATH=str(lacking))
    assert status == 2 and re.search(r"sudo apt install python3\.\d+-venv", messages.splitlines()[-1])


def test_an_environment_of_another_program_is_left_alone(tmp_path: Path) -> None:
    folder = copy_checkout(tmp_path)
    (folder / ".venv").mkdir()
    (folder / ".venv" / "pyvenv.cfg").write_text("home = /nowhere\n")
    status, _, messages = door(folder)
    assert status == 2 and "was made by another program" in messages
    assert (folder / ".venv" / "pyvenv.cfg").read_text() == "home = /nowhere\n"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = copy_checkout(tmp_path / "checkout")
    folder.chmod(0o555)
    mounted = os.geteuid() == 0 and [
        subprocess.run(["mount", "--bind", *options], capture_output=True).returncode
        for options in ([str(folder), str(folder)], ["-o", "remount,ro,bind", str(folder)])
    ]
    try:
        if mounted and any(mounted):
            pytest.skip("no read-only folder can be made here")
        status, _, messages = door(folder)
        assert status == 2 and "cannot be written" in messages.splitlines()[-1] and "Traceback" not in messages
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True)
        folder.chmod(0o755)
