import type { Constant } from "../constant.js";
import type { ConstantArguments } from "../constant-arguments.js";
import { bytesMethods, dictionaryMethods, sequenceMethods } from "./collection-methods.js";
import type { ConstantMethod } from "./method.js";
import { stringMethods } from "./string-methods.js";

const methodsOfKinds: ReadonlyMap<Constant["kind"], ReadonlyMap<string, ConstantMethod>> = new Map<
  Constant["kind"],
  ReadonlyMap<string, ConstantMethod>
>([
  ["string", new Map(stringMethods)],
  ["bytes", new Map(bytesMethods)],
  ["sequence", new Map(sequenceMethods)],
  ["dict", new Map(dictionaryMethods)],
]);

/** What calling a method of a constant gives; `undefined` where that is not known. */
export function callMethod(subject: Constant, name: string, given: ConstantArguments): Constant | undefined {
  return methodsOfKinds.get(subject.kind)?.get(name)?.(subject, given);
}
