import { anything, array, changedByCode, mapping, type PythonType } from "../types/python-type.js";
import { refuse } from "./problems.js";
import { readArgument, readArguments, type TypeBuilder } from "./type-expression.js";

const list: TypeBuilder = (type) => array(readArgument(type, 0, anything));
/** What is only looped over is written once, and then is empty. */
const lazyList: TypeBuilder = (type) => changedByCode(list(type));
const set: TypeBuilder = (type) => array(readArgument(type, 0, anything), true);
const dictionary: TypeBuilder = (type) => mapping(readArgument(type, 0, anything), readArgument(type, 1, anything));
const counter: TypeBuilder = (type) =>
  mapping(readArgument(type, 0, anything), { kind: "plain", schema: { type: "integer" }, constrainedAs: "number" });

const tuple: TypeBuilder = (type): PythonType => {
  const given = type.arguments;
  const [first, second, ...more] = given ?? [];
  if (given === undefined || (first !== undefined && isEllipsis(second) && more.length === 0)) {
    return array(readArgument(type, 0, anything));
  }
  const unpacked = given.find((argument) => argument.kind === "Starred");
  if (unpacked !== undefined) {
    return refuse("*tuple[…]", unpacked, type.context, "a tuple cannot be unpacked into another");
  }
  const isEmpty = given.length === 1 && first?.kind === "Collection" && first.elements.length === 0;
  return { kind: "tuple", items: isEmpty ? [] : readArguments(type) };
};

function isEllipsis(expression: { readonly kind: string; readonly value?: unknown } | undefined): boolean {
  return expression?.kind === "Constant" && expression.value === "...";
}

/** Types that hold other types. Adding one is adding an entry. */
export const collectionTypes: readonly (readonly [string, TypeBuilder])[] = [
  ["builtins.list", list],
  ["typing.List", list],
  ["typing.Sequence", list],
  ["collections.abc.Sequence", list],
  ["typing.MutableSequence", list],
  ["collections.abc.MutableSequence", list],
  ["typing.Iterable", lazyList],
  ["collections.abc.Iterable", lazyList],
  ["typing.Generator", lazyList],
  ["collections.abc.Generator", lazyList],
  ["typing.Deque", list],
  ["collections.deque", list],
  ["builtins.set", set],
  ["typing.Set", set],
  ["builtins.frozenset", set],
  ["typing.FrozenSet", set],
  ["typing.AbstractSet", set],
  ["collections.abc.Set", set],
  ["typing.MutableSet", set],
  ["collections.abc.MutableSet", set],
  ["builtins.tuple", tuple],
  ["typing.Tuple", tuple],
  ["builtins.dict", dictionary],
  ["typing.Dict", dictionary],
  ["typing.Mapping", dictionary],
  ["collections.abc.Mapping", dictionary],
  ["typing.MutableMapping", dictionary],
  ["collections.abc.MutableMapping", dictionary],
  ["typing.DefaultDict", dictionary],
  ["collections.defaultdict", dictionary],
  ["typing.OrderedDict", dictionary],
  ["collections.OrderedDict", dictionary],
  ["typing.Counter", counter],
  ["collections.Counter", counter],
];
