import { describe, expect, test } from "vitest";
import { splitDocstring } from "../../src/plan/documentation/split-docstring.js";

const names = new Set(["text", "labels"]);
const said = { text: "What is scored.", labels: "What it may be:\n\n- one\n- another" };

const google = `Scores a text.

Args:
    text (str): What is scored.
    labels (Optional[Tuple[str, ...]], optional):
        What it may be:

        - one
        - another

Returns:
    A score for each.`;

const numpy = `Scores a text.

Parameters
----------
text : str
    What is scored.
labels : list of str, optional
    What it may be:

    - one
    - another

Returns
-------
dict
    A score for each.`;

const sphinx = `Scores a text.

:param str text: What is scored.
:type labels: list[str]
:param labels: What it may be:

    - one
    - another
:return: A score for each.`;

describe("what a docstring says of fields is taken out of it", () => {
  test.each([
    ["Google", google, "Scores a text.\n\nReturns:\n    A score for each."],
    ["NumPy", numpy, "Scores a text.\n\nReturns\n-------\ndict\n    A score for each."],
    ["Sphinx", sphinx, "Scores a text.\n\n:return: A score for each."],
  ])("in the style of %s", (_, docstring, text) => {
    const split = splitDocstring(docstring, names);
    expect(Object.fromEntries(split.fields)).toStrictEqual(said);
    expect(split.text).toBe(text);
  });

  test.each(["```", "~~~"])("but not out of an example between %s", (fence) => {
    const example = `Write it like this:\n\n${fence}\nArgs:\n    text: Any text.\n${fence}`;
    const { text, fields } = splitDocstring(`${example}\n\nArgs:\n    text: What is scored.`, names);
    expect([text, [...fields]]).toStrictEqual([example, [["text", "What is scored."]]]);
  });

  test("where it is all that there is", () => {
    const { text, fields } = splitDocstring("Attributes:\n  text: What is scored.", names);
    expect([text, [...fields]]).toStrictEqual(["", [["text", "What is scored."]]]);
  });
});

test.each([
  ["another name, in the style of Google", "Args:\n    text: What is scored.\n    lables: What it may be."],
  ["another name, in the style of NumPy", "Parameters\n----------\ntexts\n    What is scored."],
  ["another name, in the style of Sphinx", ":param texts: What is scored."],
  ["a name twice", "Args:\n    text: One.\n    text: Another."],
  ["prose", "Args:\n    As those of `Other`."],
  ["nothing", "Args:\n\nNone."],
  ["no line below its heading", "Parameters\n\ntext: What is scored."],
])("a section with %s stays as it is", (_, docstring) => {
  expect(splitDocstring(docstring, names)).toStrictEqual({ text: docstring, fields: new Map() });
});

test("a section about what another has said stays as it is", () => {
  const { text, fields } = splitDocstring("Attributes:\n    text: One.\n\n:param text: Another.", names);
  expect([text, [...fields]]).toStrictEqual([":param text: Another.", [["text", "One."]]]);
});
