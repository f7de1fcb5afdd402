"""Makes a virtual environment with pinned requirements, unless it is there already.

Usage: make_environment.py FOLDER REQUIREMENTS

A marker is written last: a folder without one, or whose interpreter no longer runs, is made again. A lock, which the
system drops when its holder ends, lets several processes ask for the same environment at once.
"""

import fcntl
import pathlib
import shutil
import subprocess
import sys


def main() -> None:
    folder, requirements = pathlib.Path(sys.argv[1]), sys.argv[2]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{folder}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(folder):
            make(folder, requirements)


def is_ready(folder: pathlib.Path) -> bool:
    return marker(folder).exists() and runs(interpreter(folder))


def make(folder: pathlib.Path, requirements: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    succeed([sys.executable, "-m", "venv", str(folder)])
    # The lock is complete, so nothing is resolved, and wheels alone mean that no package runs code to install itself.
    options = ["--no-deps", "--only-binary", ":all:", "--no-input", "--quiet", "--disable-pip-version-check"]
    succeed([str(interpreter(folder)), "-m", "pip", "install", *options, "--requirement", requirements])
    marker(folder).touch()


def succeed(command: list[str]) -> None:
    code = subprocess.run(command, stdin=subprocess.DEVNULL).returncode
    if code != 0:
        sys.exit(code)


def runs(python: pathlib.Path) -> bool:
    try:
        return subprocess.run([str(python), "-c", ""], stdin=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def interpreter(folder: pathlib.Path) -> pathlib.Path:
    return folder / "bin" / "python"


def marker(folder: pathlib.Path) -> pathlib.Path:
    return folder / "complete"


if __name__ == "__main__":
    main()
