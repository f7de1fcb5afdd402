from typing import Literal

import pydantic


class Money(pydantic.BaseModel):
    """An amount in the smallest unit of its currency."""

    amount: int
    currency: Literal["EUR", "USD"]
