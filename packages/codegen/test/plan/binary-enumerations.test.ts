import { expect, test } from "vitest";
import { generateClient } from "../../src/generate.js";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { signatureText } from "../../src/signature-text.js";

const kinds = `from enum import Enum, IntEnum, IntFlag, StrEnum
class Base(str, Enum): ...
class Text(Base):
    A = "a"
class Mixed(str, Enum):
    A = "a"
class Whole(IntEnum):
    A = 1
class Own(StrEnum):
    A = "a"
class Bits(IntFlag):
    A = 1
Made = StrEnum("Made", "A B")
class Plain(Enum):
    A = "a"
class Ratio(float, Enum):
    A = 0.5
PlainMade = Enum("PlainMade", "A B")
`;
const chain = (name: string, annotations: readonly string[]): string => `import truss_chains as chains
import kinds
from pydantic import BaseModel
class ${name}Result(BaseModel):
${annotations.map((annotation, index) => `    field${index}: ${annotation}\n`).join("")}
class ${name}(chains.ChainletBase):
    def run_remote(self) -> ${name}Result: ...
`;

async function generate(files: Record<string, string>, sources = Object.keys(files)) {
  const host = memoryHost({ "kinds.py": kinds, ...files });
  const requests = sources.map((path) => ({ source: { path, options: {} }, label: path }));
  return await generateClient(host, requests, { importExtension: "js", binary: true });
}
const messages = ({ diagnostics }: Awaited<ReturnType<typeof generate>>) =>
  diagnostics.map(({ code, message }) => `${code} ${message}`);

test.each(["Text", "Mixed", "Whole", "Own", "Bits", "Made"])(
  "an enumeration whose class is also a text or a whole number is no doubt: %s",
  async (name) => {
    const generated = await generate({ "a.py": chain("A", [`list[kinds.${name}]`]) });
    expect(messages(generated).filter((message) => message.startsWith("TC306"))).toStrictEqual([]);
  },
);

test.each(["Plain", "Ratio", "PlainMade"])("any other enumeration is one: %s", async (name) => {
  const generated = await generate({ "a.py": chain("A", [`kinds.${name}`, "kinds.Mixed"]) });
  expect(messages(generated)).toStrictEqual([
    `TC306 the result of \`A\` may fail in binary form: it contains \`${name}\``,
  ]);
});

test("two enumerations of one name are told apart", async () => {
  const own = chain("A", ["kinds.Mixed", "Mixed"]).replace(
    "class AResult",
    "class Mixed(Enum):\n    B = 'b'\nclass AResult",
  );
  const generated = await generate({ "a.py": `from enum import Enum\n${own}` });
  expect(messages(generated)).toStrictEqual(["TC306 the result of `A` may fail in binary form: it contains `Mixed`"]);
});

test("an enumeration that chains share is warned of once", async () => {
  const generated = await generate({ "a.py": chain("A", ["kinds.Plain"]), "b.py": chain("B", ["kinds.Plain"]) });
  expect(generated.diagnostics).toMatchObject([
    {
      message: "the result of `A` and of `B` may fail in binary form: it contains `Plain`",
      location: { file: "a.py" },
    },
  ]);
});

test("a signature document does not tell what an enumeration is", async () => {
  const read = await generate({ "a.py": chain("A", ["kinds.Mixed"]) });
  const [signature] = read.signatures;
  const document = signature === undefined ? "" : signatureText(signature);
  expect(messages(await generate({ "a.json": document }))).toStrictEqual([
    "TC306 the result of `A` may fail in binary form: it contains `Mixed`",
  ]);
});
