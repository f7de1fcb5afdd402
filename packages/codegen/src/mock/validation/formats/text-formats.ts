import type { JsonSchemaObject } from "../../../signature.js";
import { findDateFault, findDateTimeFault, findTimeFault } from "./dates.js";
import { findDurationFault } from "./duration.js";
import { findAddressFault, findAnyAddressFault, findUrlFault, notAddress } from "./network.js";
import { findUuidFault } from "./uuid.js";

/** A type of Python's that travels as text. */
export interface TextFormat {
  /** The name of the type in the locations of unions. */
  readonly label: string;
  /** The message about a value that is no text. */
  readonly typeMessage: string;
  /** Finds what is wrong with a text of a schema. */
  readonly fault: (text: string, schema: JsonSchemaObject) => string | undefined;
}

const notUuid = "UUID input should be a string, bytes or UUID object";

/** The types that the mock knows, under the formats that pydantic gives them. Other formats are free. */
export const textFormats: ReadonlyMap<string, TextFormat> = new Map([
  ["date-time", temporal("datetime", findDateTimeFault)],
  ["date", temporal("date", findDateFault)],
  ["time", temporal("time", findTimeFault)],
  ["duration", temporal("timedelta", findDurationFault)],
  ["uuid", { label: "uuid", typeMessage: notUuid, fault: (text: string) => findUuidFault(text) }],
  ["uuid1", versionedUuid(1)],
  ["uuid3", versionedUuid(3)],
  ["uuid4", versionedUuid(4)],
  ["uuid5", versionedUuid(5)],
  ["uuid6", versionedUuid(6)],
  ["uuid7", versionedUuid(7)],
  ["uuid8", versionedUuid(8)],
  [
    "uri",
    { label: "function-wrap[wrap_val()]", typeMessage: "URL input should be a string or URL", fault: findUrlFault },
  ],
  ["ipv4", address(4)],
  ["ipv6", address(6)],
  ["ipvanyaddress", { label: "function-plain[_validate()]", typeMessage: notAddress, fault: findAnyAddressFault }],
]);

function temporal(name: string, fault: TextFormat["fault"]): TextFormat {
  return { label: name, typeMessage: `Input should be a valid ${name}`, fault };
}

function versionedUuid(version: number): TextFormat {
  return { label: "uuid", typeMessage: notUuid, fault: (text) => findUuidFault(text, version) };
}

function address(version: 4 | 6): TextFormat {
  const typeMessage = `Input is not a valid IPv${version} address`;
  return { label: `ipv${version}`, typeMessage, fault: (text) => findAddressFault(text, version) };
}
