import type { ModelConfig } from "../models/config.js";
import type { Constant } from "./constant.js";

/** A default in the form that the settings of its model have for bytes and durations. */
export function encodeBySettings(constant: Constant, config: ModelConfig): Constant {
  switch (constant.kind) {
    case "bytes":
      return encodeBytes(constant.value, config.bytesAs) ?? constant;
    case "text":
      return encodeDuration(constant, config) ?? constant;
    case "sequence":
      return { ...constant, items: constant.items.map((item) => encodeBySettings(item, config)) };
    case "dict":
      return {
        ...constant,
        entries: constant.entries.map(([key, value]) => [key, encodeBySettings(value, config)] as const),
      };
    default:
      return constant;
  }
}

/** Base64 is that for URLs, with its padding. */
function encodeBytes(bytes: Uint8Array, form: ModelConfig["bytesAs"]): Constant | undefined {
  if (form === "hex") return { kind: "string", value: Buffer.from(bytes).toString("hex") };
  const text = Buffer.from(bytes).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  return form === "base64" ? { kind: "string", value: text } : undefined;
}

const duration = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

/** A duration as a number of seconds. */
function encodeDuration(
  { type, text }: Extract<Constant, { kind: "text" }>,
  { durationsAs }: ModelConfig,
): Constant | undefined {
  const parts = type === "datetime.timedelta" && durationsAs === "float" ? duration.exec(text) : null;
  if (parts === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(2).map((part) => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return { kind: "float", value: parts[1] === "-" ? -total : total };
}
