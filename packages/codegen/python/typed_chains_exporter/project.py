"""The user's own files: those of the project around a source."""

from __future__ import annotations

import os
import sys
import sysconfig

INSTALLED = {"site-packages", "dist-packages"}
STANDARD_LIBRARY = sysconfig.get_path("stdlib")
MARKERS = (".git", "pyproject.toml")
OUR_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Project:
    """The nearest folder above a source that is marked as a project; its own folder, where none is."""

    def __init__(self, source: str) -> None:
        self._folder = os.path.dirname(source)
        for folder in _with_parents(self._folder):
            if any(os.path.exists(os.path.join(folder, marker)) for marker in MARKERS):
                self._folder = folder
                break

    def has(self, file: str) -> bool:
        """Whether a file is the user's: an environment with installed packages may lie in the project, and so may we."""
        if not os.path.isabs(file):  # What is no file has a name such as `<string>`.
            return False
        path = os.path.normpath(file)
        is_installed = not INSTALLED.isdisjoint(path.split(os.sep)) or _is_below(path, STANDARD_LIBRARY)
        return _is_below(path, self._folder) and not is_installed and not _is_below(path, OUR_FOLDER)

    def imported_files(self) -> list[str]:
        """The files of all modules that were imported from the project."""
        files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
        return sorted({os.path.abspath(file) for file in files if isinstance(file, str) and self.has(file)})


def _with_parents(folder: str) -> list[str]:
    parent = os.path.dirname(folder)
    return [folder] if parent == folder else [folder, *_with_parents(parent)]


def _is_below(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath([path, os.path.abspath(folder)]) == os.path.abspath(folder)
    except ValueError:  # On Windows, another drive.
        return False
