import { argument } from "../constants/call-arguments.js";
import { asBoolean } from "../constants/constant.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";

/**
 * The types that JSON has no value of: where they are strict, they take none. The server reads JSON into Python's own
 * values first, so that even what pydantic makes an exception of in JSON, such as dates, is refused.
 */
export const strictlyRefused: readonly string[] = [
  ...["builtins.bytes", "builtins.complex", "decimal.Decimal", "fractions.Fraction"],
  ...["pydantic.SecretBytes", "pydantic.Base64Bytes", "pydantic.Base64UrlBytes"],
  ...["datetime.datetime", "datetime.date", "datetime.time", "datetime.timedelta"],
  ...["pydantic.AwareDatetime", "pydantic.NaiveDatetime", "pydantic.PastDatetime", "pydantic.FutureDatetime"],
  ...["pydantic.PastDate", "pydantic.FutureDate"],
  ...["uuid.UUID", "pydantic.UUID1", "pydantic.UUID3", "pydantic.UUID4", "pydantic.UUID5"],
  ...["pydantic.UUID6", "pydantic.UUID7", "pydantic.UUID8"],
  ...["pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", "pydantic.FilePath", "pydantic.DirectoryPath"],
  ...["pydantic.NewPath", "pydantic.SocketPath"],
  ...["ipaddress.IPv4Address", "ipaddress.IPv6Address", "ipaddress.IPv4Network", "ipaddress.IPv6Network"],
  ...["ipaddress.IPv4Interface", "ipaddress.IPv6Interface"],
  ...["builtins.tuple", "typing.Tuple", "builtins.set", "typing.Set", "builtins.frozenset", "typing.FrozenSet"],
  ...["typing.AbstractSet", "collections.abc.Set", "typing.MutableSet", "collections.abc.MutableSet"],
  ...["typing.Deque", "collections.deque", "typing.Counter", "collections.Counter"],
  ...["typing.DefaultDict", "collections.defaultdict", "typing.OrderedDict", "collections.OrderedDict"],
];

const names: ReadonlySet<string> = new Set(strictlyRefused);

/** Whether a type, by its name, takes no value of JSON where it is strict. */
export function isRefusedWhereStrict(annotation: Expression, { scope }: Context): boolean {
  return names.has(externalName(annotation.kind === "Subscript" ? annotation.value : annotation, scope) ?? "");
}

/** Whether a call of `Field` or `Strict` makes its type strict; `undefined` where it does not say. */
export function strictnessOf(call: Expression, context: Context): boolean | undefined {
  if (call.kind !== "Call") return undefined;
  switch (externalName(call.func, context.scope)) {
    case "pydantic.Strict": {
      const given = argument(call, "strict", 0);
      return given === undefined ? true : asBoolean(context.reader.fold(given, context));
    }
    case "pydantic.Field": {
      const given = argument(call, "strict");
      return given && asBoolean(context.reader.fold(given, context));
    }
    default:
      return undefined;
  }
}
