"""Prints which pins are not what is installed here, one a line. Usage: check_pins.py NAME==VERSION..."""

import importlib.metadata
import sys


def installed(name: str) -> "str | None":
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


for pin in sys.argv[1:]:
    name, version = pin.split("==")
    if installed(name) != version:
        print(pin)
