"""Lays out the model server of a chain's entrypoint as the platform's container has it.

Usage: generate_server.py CHAIN_FILE ENTRYPOINT FOLDER

Runs the real code generator and the real image builder, then copies what the container's Dockerfile copies:
FOLDER/app is the container's /app, FOLDER/packages its /packages. `ruff` must be on PATH: the generator calls it.
"""

import pathlib
import shutil
import sys

from truss.contexts.image_builder.serving_image_builder import ServingImageBuilder
from truss_chains import framework, private_types
from truss_chains.deployment import deployment_client


def main() -> None:
    chain_file, entrypoint, folder = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3])
    build = folder / "build"
    build.mkdir(parents=True)
    ServingImageBuilder(generate_truss(chain_file, entrypoint)).prepare_image_build_dir(build)
    lay_out(build, folder)


def generate_truss(chain_file: pathlib.Path, entrypoint: str) -> pathlib.Path:
    options = private_types.PushOptionsLocalDocker(
        chain_name=chain_file.stem, only_generate_trusses=True, use_local_src=False
    )
    with framework.ChainletImporter.import_target(chain_file, entrypoint) as chainlet:
        artifact, dependencies, _, _ = deployment_client._generate_chainlet_artifacts(options, chainlet)
    if dependencies:
        sys.exit(f"{entrypoint} calls other chainlets, and only an entrypoint that stands alone can be served here")
    return artifact.truss_dir


def lay_out(build: pathlib.Path, folder: pathlib.Path) -> None:
    app = folder / "app"
    shutil.copytree(build / "server", app)
    shutil.copy(build / "config.yaml", app)
    shutil.copytree(build / "model", app / "model")
    shutil.copytree(build / "packages", folder / "packages")


if __name__ == "__main__":
    main()
