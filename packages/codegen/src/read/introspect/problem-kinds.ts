import type { DiagnosticCode } from "../../diagnostics/codes.js";

/** What a kind of problem of the exporter's means. */
export interface ProblemKind {
  readonly code: DiagnosticCode;
  readonly help: string;
  /** Whether what the user's code printed helps to understand it. */
  readonly showsOutput?: boolean;
  /** Whether the message is about the interpreter, which the exporter does not name. */
  readonly isOfInterpreter?: boolean;
}

/** The kinds that the exporter reports, each with the code that the other reader gives where it finds the same. */
export const problemKinds: ReadonlyMap<string, ProblemKind> = new Map([
  ["no-annotation", { code: "TC203", help: "annotate it, e.g. `names: list[str]`" }],
  ["no-return-annotation", { code: "TC204", help: "annotate it, e.g. `-> str`; `-> None` if it returns nothing" }],
  ["no-entrypoint", { code: "TC205", help: "derive a class from `chains.ChainletBase`, or name the chain's own file" }],
  ["several-entrypoints", { code: "TC206", help: "mark only one of them, or choose with `--entrypoint`" }],
  ["missing-entrypoint", { code: "TC207", help: "name one of the candidates" }],
  ["no-run-remote", { code: "TC208", help: "add `async def run_remote(self, …) -> …`" }],
  [
    "unsendable-argument",
    { code: "TC209", help: "make it a plain argument with a name that does not begin with an underscore" },
  ],
  ["pydantic-refuses", { code: "TC212", help: "use a type that pydantic has a JSON Schema for" }],
  [
    "no-chainlet",
    { code: "TC220", help: "mark a class that derives from `chains.ChainletBase`, and takes this one as a dependency" },
  ],
  ["empty-tuple", { code: "TC216", help: "return None, or a list" }],
  ["single-tuple", { code: "TC217", help: "return the item itself, or a list" }],
  ["python-too-old", { code: "TC232", help: "choose Python 3.9 or later with `--python`", isOfInterpreter: true }],
  [
    "truss-missing",
    {
      code: "TC233",
      help: "install it there with `pip install truss`, or choose the chain's own Python with `--python`",
      isOfInterpreter: true,
    },
  ],
  [
    "pydantic-too-old",
    { code: "TC234", help: "install pydantic 2 there: truss itself needs it", isOfInterpreter: true },
  ],
  [
    "import-failed",
    {
      code: "TC235",
      help: "make `python <file>` work with the same interpreter, or choose the chain's own with `--python`",
      showsOutput: true,
    },
  ],
  ["ended-early", { code: "TC235", help: "let the module end without exiting Python", showsOutput: true }],
  [
    "unreadable-classes",
    { code: "TC238", help: "let the chain's classes tell what they are without an error", showsOutput: true },
  ],
  ["truss-refuses", { code: "TC237", help: "fix what truss reports: it would not push the chain" }],
] satisfies [string, ProblemKind][]);
