from decimal import Decimal
from typing import Annotated, Optional

import pydantic
import truss_chains as chains


class Money(pydantic.BaseModel):
    amount: Decimal = pydantic.Field(ge=0)
    tax: Optional[Decimal] = pydantic.Field(None, gt=0, lt=1)
    steps: list[Annotated[Decimal, pydantic.Field(multiple_of=Decimal("0.05"))]]
    rates: dict[str, Annotated[Decimal, pydantic.Field(gt=0)]] = {}
    limit: pydantic.condecimal(le=100, max_digits=5, decimal_places=2) = Decimal("10.5")
    either: float | Annotated[Decimal, pydantic.Field(ge=1)]
    amounts: list[Decimal] = pydantic.Field(default_factory=list)
    loose: Annotated[float, pydantic.Field(ge=0)] | Decimal


@chains.mark_entrypoint
class Decimals(chains.ChainletBase):
    async def run_remote(self, money: Money, others: list[Money] = []) -> list[Money]:
        return [money, *others]
