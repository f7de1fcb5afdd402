/** The names that are there without an import, as far as a declaration may use them. */
export const builtinNames: ReadonlySet<string> = new Set(
  (
    "abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict dir divmod enumerate filter float " +
    "format frozenset getattr hash hex id input int isinstance issubclass iter len list map max memoryview min next " +
    "object oct open ord pow print property range repr reversed round set slice sorted staticmethod str sum super tuple " +
    "type zip BaseException Exception ValueError TypeError KeyError RuntimeError NotImplemented Ellipsis"
  ).split(" "),
);
