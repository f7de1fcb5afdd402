"""Prints as JSON what decides whether an interpreter can be used. Any Python 3 must be able to run it."""

import importlib.util
import json
import sys

print(
    json.dumps(
        {
            "executable": sys.executable,
            "version": "%d.%d" % sys.version_info[:2],
            "canMakeEnvironments": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
        }
    )
)
