"""Runs the model server that generate_server.py laid out, until its standard input ends.

Usage: run_server.py FOLDER, in FOLDER/app, with INFERENCE_SERVER_PORT set

The server's own main.py runs unmodified, but for its address, which is loopback, and for the place of /packages.
"""

import os
import runpy
import sys
import threading

import uvicorn


class LoopbackConfig(uvicorn.Config):
    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **{**options, "host": "127.0.0.1"})


def end_with_standard_input() -> None:
    """Whoever started the server holds the other end, so that it never outlives them, however they end."""
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    folder = sys.argv[1]
    threading.Thread(target=end_with_standard_input, daemon=True).start()
    uvicorn.Config = LoopbackConfig
    # As in the container, where main.py's own folder comes first and the server appends /packages.
    sys.path[0] = os.getcwd()
    sys.path.append(os.path.join(folder, "packages"))
    sys.argv = ["main.py"]
    runpy.run_path("main.py", run_name="__main__")


if __name__ == "__main__":
    main()
