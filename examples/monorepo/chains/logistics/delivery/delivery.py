import truss_chains as chains
from acme_places import Place


@chains.mark_entrypoint
class Delivery(chains.ChainletBase):
    remote_config = chains.RemoteConfig(
        docker_image=chains.DockerImage(
            external_package_dirs=[chains.make_abs_path_here("../../shared")],
        ),
    )

    async def run_remote(self, destination: Place) -> int:
        """How many days a parcel takes."""
        return 1 if destination.country == "DE" else 3
