import truss_chains as chains
from acme_money import Money


@chains.mark_entrypoint
class Refund(chains.ChainletBase):
    remote_config = chains.RemoteConfig(
        docker_image=chains.DockerImage(
            external_package_dirs=[chains.make_abs_path_here("../../shared")],
        ),
    )

    async def run_remote(self, order: str, paid: Money) -> Money:
        """What a customer gets back for an order."""
        return paid
