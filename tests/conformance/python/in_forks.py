"""Runs many requests, each in a process of its own that has the libraries loaded already."""

import json
import os
from typing import Callable, NoReturn


def run_in_forks(requests: str, work: Callable[..., NoReturn]) -> None:
    """Calls the work with each request of a JSON file; it has to end the process. Nothing that it prints is shown."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    running = 0
    with open(requests, encoding="utf-8") as file:
        for request in json.load(file):
            if running == (os.cpu_count() or 1):
                os.wait()
                running -= 1
            if os.fork() == 0:
                work(**request)
            running += 1
    while running > 0:
        os.wait()
        running -= 1
