import type { Verdict } from "./changes.js";

/** A change of a chain as a whole. */
export interface ChainChange {
  readonly name: string;
  /** Python that has one chain. */
  readonly before: string;
  readonly after: string;
  /** A consumer of the old client: what it imports from it, and the statements that it runs. */
  readonly imports: string;
  readonly use: string;
  readonly verdict: Verdict;
}

/** A chain named `Scorer` with this method, after other declarations. */
function chain(method: string, declarations = "", name = "Scorer"): string {
  return `${declarations}
@chains.mark_entrypoint
class ${name}(chains.ChainletBase):
    async def run_remote(${["self", method].filter(Boolean).join(", ").replace("self, )", "self)")}:
        ...
`;
}

function streamed(method: string): string {
  return chain(method).replace("        ...\n", '        yield ""\n');
}

/** A chain that streams items of frames, declared by a writer of these types. */
function framed(frames: string, models: string): string {
  return `${models}
TYPES = streaming.stream_types(${frames})

@chains.mark_entrypoint
class Scorer(chains.ChainletBase):
    async def run_remote(self) -> AsyncIterator[bytes]:
        writer = streaming.stream_writer(TYPES)
        yield writer.yield_item(Item(text=""))
`;
}

const socket = chain("websocket: chains.WebSocketProtocol) -> None");
const item = "class Item(BaseModel):\n    text: str\n";
const footer = "class End(BaseModel):\n    count: int\n";
const options = "class Options(BaseModel):\n    tags: list[str]\n";
const settings = "class Settings(BaseModel):\n    size: int\n";
const withName = 'await invokeScorer({ name: "x" });';

/** Changes of a chain's arguments, result, name and transport. */
export const chainChanges: readonly ChainChange[] = [
  {
    name: "an argument that must be given",
    before: chain("name: str) -> str"),
    after: chain("name: str, size: int) -> str"),
    imports: "invokeScorer",
    use: withName,
    verdict: ["major", "input-required-added"],
  },
  {
    name: "an argument with a default",
    before: chain("name: str) -> str"),
    after: chain("name: str, size: int = 1) -> str"),
    imports: "invokeScorer",
    use: withName,
    verdict: ["minor", "input-optional-added"],
  },
  {
    name: "an argument is gone",
    before: chain("name: str, size: int = 1) -> str"),
    after: chain("name: str) -> str"),
    imports: "invokeScorer",
    use: 'await invokeScorer({ name: "x", size: 2 });',
    verdict: ["major", "input-key-removed"],
  },
  {
    name: "the first argument that must be given: a call without any is refused",
    before: chain(") -> str"),
    after: chain("name: str) -> str"),
    imports: "invokeScorer",
    use: "await invokeScorer();",
    verdict: ["major", "input-required-added"],
  },
  {
    name: "the last argument is gone",
    before: chain("size: int = 1) -> str"),
    after: chain(") -> str"),
    imports: "invokeScorer",
    use: "await invokeScorer({ size: 1 });",
    verdict: ["major", "input-key-removed"],
  },
  {
    name: "arguments stand in another order",
    before: chain("name: str, size: int) -> str"),
    after: chain("size: int, name: str) -> str"),
    imports: "invokeScorer",
    use: 'await invokeScorer({ name: "x", size: 2 });',
    verdict: ["patch", "text-changed"],
  },
  {
    name: "an argument has another default",
    before: chain("size: int = 1) -> str"),
    after: chain("size: int = 2) -> str"),
    imports: "invokeScorer",
    use: "await invokeScorer();",
    verdict: ["minor", "input-default-changed"],
  },
  {
    name: "a result becomes null",
    before: chain(") -> str"),
    after: chain(") -> None"),
    imports: "invokeScorer",
    use: "const text: string = await invokeScorer();\nreturn text;",
    verdict: ["major", "output-changed"],
  },
  {
    name: "a method is described",
    before: chain(") -> str"),
    after: chain(") -> str").replace("        ...", '        """Scores."""\n        ...'),
    imports: "invokeScorer",
    use: "await invokeScorer();",
    verdict: ["patch", "documentation-changed"],
  },
  {
    name: "a chain has another name",
    before: chain(") -> str"),
    after: chain(") -> str", "", "Grader"),
    imports: "invokeScorer, scorerChain, type ScorerInput",
    use: "const input: ScorerInput = {};\nawait invokeScorer(input);\nreturn scorerChain.name;",
    verdict: [
      "major",
      "file-renamed",
      "export-renamed",
      "export-renamed",
      "export-renamed",
      "type-renamed",
      "type-renamed",
    ],
  },
  {
    name: "a result becomes a stream of text",
    before: chain(") -> str"),
    after: streamed(") -> AsyncIterator[str]"),
    imports: "invokeScorer, invokeScorerAsync",
    use: 'await invokeScorerAsync({}, { webhookEndpoint: "https://example.com" });\nreturn (await invokeScorer()).length;',
    verdict: ["major", "transport-changed", "export-removed", "type-removed"],
  },
  {
    name: "a stream of text becomes one of bytes",
    before: streamed(") -> AsyncIterator[str]"),
    after: streamed(") -> AsyncIterator[bytes]"),
    imports: "invokeScorer",
    use: "for await (const part of await invokeScorer()) part.toUpperCase();",
    verdict: ["major", "transport-changed"],
  },
  {
    name: "a result becomes a conversation",
    before: chain(") -> str"),
    after: socket,
    imports: "invokeScorer",
    use: "await invokeScorer();",
    verdict: [
      "major",
      "transport-changed",
      "export-removed",
      "export-removed",
      "type-removed",
      "type-removed",
      "export-added",
    ],
  },
  {
    name: "a stream gets a footer",
    before: framed("Item", item),
    after: framed("Item, footer_type=End", item + footer),
    imports: "invokeScorer",
    use: "for await (const { text } of await invokeScorer()) text.length;",
    verdict: ["minor", "output-key-added", "type-added", "type-added"],
  },
  {
    name: "a stream loses its footer",
    before: framed("Item, footer_type=End", item + footer),
    after: framed("Item", item),
    imports: "invokeScorer",
    use: "return (await (await invokeScorer()).footer).count;",
    verdict: ["major", "output-key-removed", "type-removed", "type-removed"],
  },
  {
    name: "an item of a stream loses a field",
    before: framed("Item", `${item}    score: float\n`),
    after: framed("Item", item),
    imports: "invokeScorer",
    use: "for await (const { score } of await invokeScorer()) score.toFixed();",
    verdict: ["major", "output-key-removed"],
  },
  {
    name: "what callers give comes back too: its lists must be ones that can be changed",
    before: chain("options: Options) -> str", options),
    after: chain("options: Options) -> Options", options),
    imports: "invokeScorer",
    use: 'const tags: readonly string[] = ["x"];\nawait invokeScorer({ options: { tags } });',
    verdict: ["major", "input-narrowed", "output-changed"],
  },
  {
    name: "what goes both ways gets a default: what comes back has another name than what is given",
    before: chain("settings: Settings) -> Settings", settings),
    after: chain("settings: Settings) -> Settings", settings.replace("int", "int = 1")),
    imports: "invokeScorer, type Settings",
    use: "const settings: Settings = await invokeScorer({ settings: { size: 1 } });\nreturn settings.size.toFixed();",
    verdict: ["major", "output-now-optional", "input-now-optional", "type-added", "documentation-changed"],
  },
];
