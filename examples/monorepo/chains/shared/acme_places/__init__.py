import pydantic


class Place(pydantic.BaseModel):
    country: str
    postcode: str
