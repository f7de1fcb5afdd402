import type { JsonSchemaObject } from "../../../signature.js";
import { numpySchema } from "../../schema/numpy-schema.js";
import { anything, changedByCode, none, type PythonType, plain } from "../types/python-type.js";
import type { TypeBuilder } from "./type-expression.js";

const text = (keywords: JsonSchemaObject = {}): PythonType => plain({ type: "string", ...keywords }, "text");
const formatted = (format: string): PythonType => plain({ type: "string", format });
const moment = (format: string): PythonType => plain({ type: "string", format }, "moment");
const integer = (keywords: JsonSchemaObject = {}): PythonType => plain({ type: "integer", ...keywords }, "number");
const number = (keywords: JsonSchemaObject = {}): PythonType => plain({ type: "number", ...keywords }, "number");
const url = (format = "uri", maxLength?: number): PythonType =>
  text(maxLength === undefined ? { format, minLength: 1 } : { format, minLength: 1, maxLength });
const secret: PythonType = plain({ type: "string", format: "password", writeOnly: true }, "text");
const bytes: TypeBuilder = ({ context }) =>
  text({ format: context.config.bytesAs === "base64" ? "base64url" : "binary" });
const duration: TypeBuilder = ({ context }) =>
  context.config.durationsAs === "float" ? plain({ type: "number" }, "moment") : moment("duration");
const decimal: PythonType = { kind: "decimal", bounds: {} };
/** A size that is written as a number; one that is given as a text has no such default. */
const writtenSize: PythonType = {
  kind: "modal",
  validation: plain({
    anyOf: [
      { type: "string", pattern: "^\\s*(\\d*\\.?\\d+)\\s*(\\w+)?" },
      { type: "integer", minimum: 0 },
    ],
  }),
  serialization: plain({ type: "integer", minimum: 0 }),
};
const byteSize: PythonType = changedByCode(writtenSize, (value) => (value.kind === "int" ? value : undefined));
const encoded = (format: string): PythonType => changedByCode(text({ format }), () => undefined);

/** Types whose meaning is the same wherever they stand. Adding one is adding an entry. */
const fixed: Readonly<Record<string, PythonType>> = {
  "builtins.str": text(),
  "typing.Text": text(),
  "typing.AnyStr": text(),
  "builtins.int": integer(),
  "builtins.float": number(),
  "builtins.bool": plain({ type: "boolean" }),
  "builtins.complex": plain({ type: "string" }),
  "types.NoneType": none,
  "builtins.object": anything,
  "typing.Any": anything,
  "builtins.type": anything,
  "typing.Type": anything,
  "decimal.Decimal": decimal,
  "fractions.Fraction": formatted("fraction"),
  "uuid.UUID": formatted("uuid"),
  "datetime.datetime": moment("date-time"),
  "datetime.date": moment("date"),
  "datetime.time": moment("time"),
  "pathlib.Path": formatted("path"),
  "pathlib.PurePath": formatted("path"),
  "pathlib.PosixPath": formatted("path"),
  "os.PathLike": formatted("path"),
  "re.Pattern": formatted("regex"),
  "typing.Pattern": formatted("regex"),
  "zoneinfo.ZoneInfo": formatted("zoneinfo"),
  "ipaddress.IPv4Address": formatted("ipv4"),
  "ipaddress.IPv6Address": formatted("ipv6"),
  "ipaddress.IPv4Network": formatted("ipv4network"),
  "ipaddress.IPv6Network": formatted("ipv6network"),
  "ipaddress.IPv4Interface": formatted("ipv4interface"),
  "ipaddress.IPv6Interface": formatted("ipv6interface"),
  "pydantic.IPvAnyAddress": formatted("ipvanyaddress"),
  "pydantic.IPvAnyNetwork": formatted("ipvanynetwork"),
  "pydantic.IPvAnyInterface": formatted("ipvanyinterface"),
  "pydantic.UUID1": formatted("uuid1"),
  "pydantic.UUID3": formatted("uuid3"),
  "pydantic.UUID4": formatted("uuid4"),
  "pydantic.UUID5": formatted("uuid5"),
  "pydantic.UUID6": formatted("uuid6"),
  "pydantic.UUID7": formatted("uuid7"),
  "pydantic.UUID8": formatted("uuid8"),
  "pydantic.AwareDatetime": moment("date-time"),
  "pydantic.NaiveDatetime": moment("date-time"),
  "pydantic.PastDatetime": moment("date-time"),
  "pydantic.FutureDatetime": moment("date-time"),
  "pydantic.PastDate": moment("date"),
  "pydantic.FutureDate": moment("date"),
  "pydantic.FilePath": formatted("file-path"),
  "pydantic.DirectoryPath": formatted("directory-path"),
  "pydantic.NewPath": formatted("path"),
  "pydantic.SocketPath": formatted("path"),
  "pydantic.AnyUrl": url(),
  "pydantic.AnyHttpUrl": url(),
  "pydantic.HttpUrl": url("uri", 2083),
  "pydantic.AnyWebsocketUrl": url(),
  "pydantic.WebsocketUrl": url("uri", 2083),
  "pydantic.FileUrl": url(),
  "pydantic.FtpUrl": url(),
  "pydantic.PostgresDsn": url("multi-host-uri"),
  "pydantic.MongoDsn": url("multi-host-uri"),
  "pydantic.NatsDsn": url("multi-host-uri"),
  "pydantic.CockroachDsn": url(),
  "pydantic.AmqpDsn": url(),
  "pydantic.RedisDsn": url(),
  "pydantic.KafkaDsn": url(),
  "pydantic.MySQLDsn": url(),
  "pydantic.MariaDBDsn": url(),
  "pydantic.ClickHouseDsn": url(),
  "pydantic.SnowflakeDsn": url(),
  "pydantic.EmailStr": plain({ type: "string", format: "email" }, "text"),
  "pydantic.NameEmail": formatted("name-email"),
  "pydantic.ByteSize": byteSize,
  "pydantic.ImportString": changedByCode(plain({ type: "string" })),
  "pydantic.SecretStr": secret,
  "pydantic.SecretBytes": secret,
  "pydantic.Base64Bytes": encoded("base64"),
  "pydantic.Base64Str": encoded("base64"),
  "pydantic.Base64UrlBytes": encoded("base64url"),
  "pydantic.Base64UrlStr": encoded("base64url"),
  "pydantic.PositiveInt": integer({ exclusiveMinimum: 0 }),
  "pydantic.NegativeInt": integer({ exclusiveMaximum: 0 }),
  "pydantic.NonNegativeInt": integer({ minimum: 0 }),
  "pydantic.NonPositiveInt": integer({ maximum: 0 }),
  "pydantic.PositiveFloat": number({ exclusiveMinimum: 0 }),
  "pydantic.NegativeFloat": number({ exclusiveMaximum: 0 }),
  "pydantic.NonNegativeFloat": number({ minimum: 0 }),
  "pydantic.NonPositiveFloat": number({ maximum: 0 }),
  "pydantic.FiniteFloat": number(),
  "pydantic.StrictInt": integer(),
  "pydantic.StrictFloat": number(),
  "pydantic.StrictStr": text(),
  "pydantic.StrictBool": plain({ type: "boolean" }),
  "pydantic.experimental.missing_sentinel.MISSING": { kind: "omitted" },
  "truss_chains.pydantic_numpy.NumpyArrayField": plain(numpySchema()),
};

/** Types that hold no other type. */
export const scalarTypes: readonly (readonly [string, TypeBuilder])[] = [
  ...Object.entries(fixed).map(([name, type]): [string, TypeBuilder] => [name, () => type]),
  ["builtins.bytes", bytes],
  ["pydantic.StrictBytes", bytes],
  ["datetime.timedelta", duration],
];
