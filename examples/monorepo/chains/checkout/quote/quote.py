import truss_chains as chains
from acme_money import Money
from acme_places import Place


@chains.mark_entrypoint
class Quote(chains.ChainletBase):
    remote_config = chains.RemoteConfig(
        docker_image=chains.DockerImage(
            external_package_dirs=[chains.make_abs_path_here("../../shared")],
        ),
    )

    async def run_remote(self, skus: list[str], destination: Place) -> Money:
        """What a basket costs, with its shipping."""
        return Money(amount=100 * len(skus), currency="EUR")
