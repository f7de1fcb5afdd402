"""Introspects many programs, each in a process of its own that has the libraries loaded already.

Called with the exporter's folder and the path of a JSON list of the exporter's requests.
"""

import json
import os
import sys

exporter, requests = sys.argv[1:]
sys.path.insert(0, exporter)
sys.dont_write_bytecode = True

import truss_chains  # noqa: E402, F401
from typed_chains_exporter.command import main  # noqa: E402

sys.path.pop(0)
# What the programs print is not wanted.
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

running = 0
with open(requests, encoding="utf-8") as file:
    for request in json.load(file):
        if running == (os.cpu_count() or 1):
            os.wait()
            running -= 1
        if os.fork() == 0:
            main(**request)
        running += 1
while running > 0:
    os.wait()
    running -= 1
