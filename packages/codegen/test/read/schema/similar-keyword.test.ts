import { expect, test } from "vitest";
import { similarKeyword } from "../../../src/read/schema/similar-keyword.js";

test.each([
  ["typ", "type"],
  ["Type", "type"],
  ["types", "type"],
  ["itmes", "items"],
  ["item", "items"],
  ["enums", "enum"],
  ["minlength", "minLength"],
  ["reqired", "required"],
  ["propertys", "properties"],
  ["aditionalPropertis", "additionalProperties"],
])("%s looks like %s", (name, keyword) => {
  expect(similarKeyword(name)).toBe(keyword);
});

test.each(["id", "example", "nullable", "xml", "note", "contains", "minContains", "$schema", "definitions", "x-order"])(
  "%s looks like no keyword",
  (name) => {
    expect(similarKeyword(name)).toBeUndefined();
  },
);
