"""Writes the signature document of a chain into a report: `python <this folder> <request>`.

The request is a JSON object: `report` and `source` are paths; `entrypoint` is a class, where one is asked for; `roots`
are further folders to import from.
"""

# Any Python can read this file, so that one that is too old can be told so.
import json
import sys

OLDEST = (3, 9)


def report_age(path):
    version = ".".join(str(part) for part in sys.version_info[:3])
    problem = {"kind": "python-too-old", "message": "Python " + version + " is too old"}
    with open(path, "wb") as report:
        report.write(json.dumps({"problems": [problem]}).encode("utf-8"))


if __name__ == "__main__":
    request = json.loads(sys.argv[1])
    if sys.version_info < OLDEST:
        report_age(request["report"])
        sys.exit(1)
    from typed_chains_exporter.command import main

    # This folder was needed for that import alone, and would come before the user's own modules.
    sys.path.pop(0)
    main(**request)
