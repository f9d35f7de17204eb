"""The door of a checkout: makes its own environment on the first run, then starts Coursewright in it.

It needs nothing but a Python, and even one that is too old must be able to read this file, so that it can say so:
the syntax stays that of Python 3.6. Modules that cost time are imported where they are needed, or, like pathlib, not
at all.
"""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
PROJECT = os.path.join(ROOT, "pyproject.toml")
# In the environment: who made it and whether that came to its end, and for which requirements.
MARKER = os.path.join(VENV, "made-by-build.txt")
OLDEST = (3, 11)
VERSION = "{}.{}".format(*sys.version_info[:2])
GROUPS = {"test": ["run", "print", "test"]}
# What a command can do without, so that no network is no end.
EXTRAS = {"print": "print"}

SAY = {
    "old": (
        "Python {needed} or newer is needed, and this is {version}. Install a newer one and run it instead.",
        "需要 Python {needed} 或更新的版本，现在用的是 {version}。请安装新版 Python，再用它来运行。",
    ),
    "making": (
        "First run: setting up in {venv} (once, about ten seconds) …",
        "第一次运行：正在 {venv} 里安装所需的组件（只需一次，约十秒）……",
    ),
    "adding": ("Installing what is missing in {venv} …", "正在 {venv} 里补装缺少的组件……"),
    "ready": ("Set-up done.", "安装完成。"),
    "waiting": ("Waiting for another run that is setting up …", "另一个进程正在安装，等它完成……"),
    "no_venv": (
        "This Python lacks its “venv” module. On Debian or Ubuntu: sudo apt install python{version}-venv "
        "— elsewhere install Python from its official installer. Then run this again.",
        "这个 Python 缺少 venv 模块。Debian / Ubuntu 请运行：sudo apt install python{version}-venv；"
        "其他系统请用官方安装包安装 Python。然后再运行一次。",
    ),
    "no_packages": (
        "The packages that Coursewright needs could not be downloaded: check the network connection (behind a "
        "company proxy set HTTPS_PROXY) and run this again. pip said: {reason}",
        "下载所需的组件失败：请检查网络（公司内网请设置 HTTPS_PROXY 代理），再运行一次。pip 的说明：{reason}",
    ),
    "no_write": (
        "{venv} cannot be written ({reason}): copy the folder to a place where you may write, or free some space, "
        "and run this again.",
        "{venv} 无法写入（{reason}）：请把整个文件夹复制到有写入权限、空间足够的位置，再运行一次。",
    ),
    "foreign": (
        "{venv} was made by another program and does not work with this Python ({version}): rename or delete it, "
        "then run this again.",
        "{venv} 是别的程序创建的，不适用于当前的 Python（{version}）：请把它改名或删除，再运行一次。",
    ),
    "failed": (
        "Setting up {venv} failed: {reason}. Delete that folder and run this again.",
        "安装 {venv} 失败：{reason}。请删除这个文件夹，再运行一次。",
    ),
}


class Refusal(Exception):
    """What a person must do before the run can go on; the text is one line in their language."""


def main() -> int:
    arguments = sys.argv[1:]
    groups = GROUPS.get(arguments[0], ["run"]) if arguments else ["run"]
    try:
        if sys.version_info < OLDEST:
            raise Refusal(say("old", needed="{}.{}".format(*OLDEST), version=sys.version.split()[0]))
        made = not all(is_ready(group) for group in groups)
        if made:
            make_ready(groups)
        made = add_extra(EXTRAS.get(arguments[0]) if arguments else None) or made
    except Refusal as refusal:
        speak(str(refusal))
        return 2
    except KeyboardInterrupt:
        return 130
    if "test" in groups:
        os.chdir(ROOT)
        return replace_by("-m", "tests", *arguments[1:])
    if made or not in_environment():
        return replace_by(os.path.abspath(__file__), *arguments)
    from ssg.cli import main as run

    return run(arguments, program=os.path.basename(sys.argv[0]))


def in_environment() -> bool:
    """Whether the running interpreter is the environment's own."""
    return os.path.isdir(VENV) and os.path.samefile(sys.prefix, VENV)


def replace_by(*arguments: str) -> int:
    """Go on in the environment's interpreter; this process becomes that one where the system can do so."""
    command = [PYTHON, *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(PYTHON, command)
    import subprocess

    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


# Is everything there?


def stamp_of(group: str) -> str:
    return os.path.join(VENV, f"installed-{group}.txt")


def is_ready(group: str) -> bool:
    """Whether the group's requirements are installed for this Python. Most runs read two small files and no more."""
    if not os.path.exists(PYTHON) or read(MARKER) == "unfinished":
        return False
    version, wanted, project = (read(stamp_of(group)) + "\n\n").split("\n", 2)
    if version != VERSION:
        return False
    if project.rstrip("\n") == read(PROJECT).rstrip("\n"):
        return True
    if wanted != " ".join(requirements(group)):
        return False
    try:
        write_stamp(group)
    except OSError:
        pass  # in a read-only folder the next run compares again, which costs a moment and no more
    return True


def read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def requirements(group: str) -> "list[str]":
    import tomllib

    project = tomllib.loads(read(PROJECT))["project"]
    if group == "run":
        lines = project["dependencies"]
    elif group == "print":
        lines = project["optional-dependencies"]["print"]
    else:
        lines = project["optional-dependencies"]["test"] + project["optional-dependencies"]["lint"]
    return [line.replace(" ", "") for line in lines]


def write_stamp(group: str) -> None:
    lines = [VERSION, " ".join(requirements(group)), read(PROJECT)]
    with open(stamp_of(group), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


# Make it so


def make_ready(groups: "list[str]") -> None:
    """Bring the environment to what the groups need: remade if it is half-made or for another Python."""
    try:
        with OneAtATime():
            if all(is_ready(group) for group in groups):
                return  # another run was faster
            if not is_usable():
                make_environment()
            else:
                speak(say("adding", venv=shown(VENV)))
            install(groups, ours=read(MARKER) != "")
            speak(say("ready"))
    except OSError as error:
        raise Refusal(say("no_write", venv=shown(VENV), reason=error.strerror or error)) from None


def add_extra(group: "str | None") -> bool:
    """Install what a command works better with; whether it was not there and is now."""
    if group is None or is_ready(group):
        return False
    try:
        with OneAtATime():
            if not is_ready(group):
                speak(say("adding", venv=shown(VENV)))
                install([group], ours=False)
                speak(say("ready"))
    except (OSError, Refusal) as reason:
        speak(str(reason))
        return False
    return True


def is_usable() -> bool:
    """Whether packages can be added to the environment that is there; one of another program is never deleted."""
    if not os.path.lexists(VENV) or (os.path.isdir(VENV) and not os.listdir(VENV)):
        return False
    if read(MARKER):
        return read(MARKER) != "unfinished" and read(stamp_of("run")).startswith(VERSION + "\n")
    status, output = run(PYTHON, "-c", "import sys, pip; print('{}.{}'.format(*sys.version_info[:2]))")
    if status != 0 or output.strip() != VERSION:
        raise Refusal(say("foreign", venv=shown(VENV), version=VERSION))
    return True


def make_environment() -> None:
    import shutil

    speak(say("making", venv=shown(VENV)))
    if os.path.isdir(VENV):
        shutil.rmtree(VENV)
    os.mkdir(VENV)
    write_marker("unfinished")
    # Made with the base interpreter, so that the environment outlives another one that runs this file.
    status, output = run(getattr(sys, "_base_executable", None) or sys.executable, "-m", "venv", VENV)
    if status != 0 and ("ensurepip" in output or "No module named venv" in output):
        raise Refusal(say("no_venv", version=VERSION))
    if status != 0:
        raise Refusal(say("failed", venv=shown(VENV), reason=last_line(output)))


def install(groups: "list[str]", ours: bool) -> None:
    """Add the packages of the groups; an environment of ours counts as half-made until they are there."""
    if ours:
        write_marker("unfinished")
    wanted = [line for group in groups for line in requirements(group)]
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    status, output = run(PYTHON, "-m", "pip", "install", *(options + wanted))
    if status != 0 and ("No space left" in output or "Permission denied" in output):
        raise Refusal(say("no_write", venv=shown(VENV), reason=last_line(output)))
    if status != 0:
        raise Refusal(say("no_packages", reason=last_line(output)))
    for group in groups:
        write_stamp(group)
    if ours:
        write_marker("ready")


def write_marker(state: str) -> None:
    with open(MARKER, "w", encoding="utf-8") as file:
        file.write(state)


def run(*command: str) -> "tuple[int, str]":
    """A program's exit status and everything it said."""
    import subprocess

    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["?"])[-1]


class OneAtATime:
    """Two first runs at once: the second waits for the first. The lock is the folder's own and leaves no file."""

    def __enter__(self) -> None:
        self.folder = -1
        if os.name == "nt":
            return
        import fcntl

        self.folder = os.open(ROOT, os.O_RDONLY)
        try:
            fcntl.flock(self.folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            speak(say("waiting"))
            fcntl.flock(self.folder, fcntl.LOCK_EX)
        except OSError:
            pass  # a network folder without locks

    def __exit__(self, *_: object) -> None:
        if self.folder >= 0:
            os.close(self.folder)


# Words


def say(key: str, **values: object) -> str:
    english, chinese = SAY[key]
    return (chinese if speaks_chinese() else english).format(**values)


def speaks_chinese() -> bool:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("zh")
    if os.name == "nt":
        import locale

        return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))
    return False


def speak(line: str) -> None:
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write("build.py: " + line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


def shown(path: str) -> str:
    return os.path.relpath(path) if os.name != "nt" else path


if __name__ == "__main__":
    sys.exit(main())
