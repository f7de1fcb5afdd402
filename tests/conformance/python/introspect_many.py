"""Introspects many programs.

Called with the exporter's folder and the path of a JSON list of the exporter's requests.
"""

import sys

exporter, requests = sys.argv[1:]
sys.path.insert(0, exporter)
sys.dont_write_bytecode = True

import truss_chains  # noqa: E402, F401
from in_forks import run_in_forks  # noqa: E402
from typed_chains_exporter.command import main  # noqa: E402

# The exporter's folder and this one, which would come before the programs' own modules.
del sys.path[:2]
run_in_forks(requests, main)
