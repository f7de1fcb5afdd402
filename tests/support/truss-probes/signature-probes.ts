import { type MethodParts, method, type ProbeDetails, type TrussProbe } from "./probe.js";

type Row = readonly [
  title: string,
  truss: TrussProbe["truss"],
  codes: string,
  signature: string,
  details?: ProbeDetails & MethodParts,
];

const one = '{"a":1}';
const object = '{"a":{}}';
const inner = "class Outer:\n    class Inner(pydantic.BaseModel):\n        pass\n\n";

const types: readonly Row[] = [
  ["a scalar", "works", "", "(self, a: int) -> int", { call: one }],
  ["a union", "refused", "TC216", "(self, a: Union[int, str]) -> int"],
  ["an optional result", "refused", "TC216", "(self) -> Optional[int]"],
  ["anything", "refused", "TC216", "(self, a: Any) -> int"],
  ["a list without items", "refused", "TC216", "(self, a: list) -> int"],
  ["a list of lists", "refused", "TC216", "(self, a: list[list[int]]) -> int"],
  ["a dict with one argument", "broken", "TC212", "(self, a: dict[str]) -> int"],
  ["a dict of models by number", "works", "", "(self, a: dict[int, Job]) -> int", { call: '{"a":{"1":{}}}' }],
  ["a type that a call makes", "refused", "TC216", "(self, a: Id) -> int", { before: 'Id = NewType("Id", int)\n\n' }],
  ["a constrained integer", "refused", "TC216", "(self, a: pydantic.conint(gt=1)) -> int"],
  ["pydantic's own type", "refused", "TC216", "(self, a: pydantic.PositiveInt) -> int"],
  ["a type variable", "refused", "TC216", "(self, a: T) -> int"],
  [
    "a dataclass",
    "refused",
    "TC216",
    "(self, a: D) -> int",
    { before: "@dataclasses.dataclass\nclass D:\n    x: int\n\n" },
  ],
  ["a typed dictionary", "refused", "TC216", "(self, a: D) -> int", { before: "class D(TypedDict):\n    x: int\n\n" }],
  ["a value", "refused", "TC212", "(self, a: 1) -> int"],
  ["a list display", "refused", "TC212", "(self, a: [int]) -> int"],
  ["a tuple display", "refused", "TC212", "(self) -> (int, str)"],
  ["a tuple as an argument", "refused", "TC216", "(self, a: tuple[int, str]) -> int"],
  ["a tuple of any length", "refused", "TC216", "(self) -> tuple[int, ...]"],
  ["a tuple of typing", "works", "", "(self) -> Tuple[int, str]", { body: 'return 1, "a"' }],
  ["a tuple of one", "broken", "TC217", "(self) -> tuple[int]", { body: "return (1,)" }],
  ["a root model in place", "works", "", "(self, a: pydantic.RootModel[int]) -> int", { call: one }],
  ["the base of all models", "works", "", "(self, a: pydantic.BaseModel) -> int", { call: object }],
  [
    "a model of truss",
    "works",
    "",
    "(self, a: chains.EngineBuilderLLMInput) -> int",
    { call: '{"a":{"messages":[]}}' },
  ],
  ["no annotation", "refused", "TC203", "(self, a) -> int"],
  ["no return annotation", "refused", "TC204", "(self, a: int)"],
];

const strings: readonly Row[] = [
  ["a string as an annotation", "refused", "TC222", '(self, a: "int") -> int'],
  ["a string as the result", "refused", "TC222", '(self) -> "None"'],
  ["a string in a list", "refused", "TC222", '(self, a: list["Job"]) -> int'],
  ["a string in a tuple", "refused", "TC222", '(self) -> tuple["Job", int]'],
  ["a string behind a name", "refused", "TC222", "(self, a: Text) -> int", { before: 'Text = "int"\n\n' }],
  ["a string for self", "works", "", '(self: "Hello", a: int) -> int', { call: one }],
];

const written: readonly Row[] = [
  ["a model in a class", "broken", "TC227", "(self, a: Outer.Inner) -> int", { before: inner, call: object }],
  [
    "a list of models in a class",
    "broken",
    "TC227",
    "(self, a: list[Outer.Inner]) -> int",
    { before: inner, call: '{"a":[]}' },
  ],
  ["a model in a class as the result", "broken", "TC227", "(self) -> Outer.Inner", { before: inner }],
  [
    "a model in a class, and at the top",
    "works",
    "",
    "(self, a: Inner) -> int",
    { before: `${inner}Inner = Outer.Inner\n\n`, call: object },
  ],
  [
    "a model in a class under another name",
    "broken",
    "TC227",
    "(self, a: Other) -> int",
    { before: `${inner}Other = Outer.Inner\n\n`, call: object },
  ],
  ["a model under another name", "works", "", "(self, a: Other) -> int", { before: "Other = Job\n\n", call: object }],
  [
    "a model made under its name",
    "works",
    "",
    "(self, a: Made) -> int",
    { before: 'Made = pydantic.create_model("Made")\n\n', call: object },
  ],
  [
    "a model made under another name",
    "broken",
    "TC227",
    "(self, a: Made) -> int",
    { before: 'Made = pydantic.create_model("Other")\n\n', call: object },
  ],
  ["a generic model of integers", "works", "", "(self, a: Page[int]) -> int", { call: object }],
  ["a generic model of lists", "works", "", "(self, a: Page[list[int]]) -> int", { call: object }],
  ["a generic model of models", "broken", "TC227", "(self, a: Page[Job]) -> int", { call: object }],
  [
    "a generic model of optionals",
    "broken",
    "TC227",
    "(self) -> Page[Optional[int]]",
    { body: "return Page[Optional[int]]()" },
  ],
  ["a generic model of dates", "broken", "TC227", "(self, a: list[Page[datetime.date]]) -> int", { call: '{"a":[]}' }],
  [
    "a class derived from a generic model of models",
    "works",
    "",
    "(self, a: Jobs) -> int",
    { before: "class Jobs(Page[Job]):\n    pass\n\n", call: object },
  ],
];

const streams: readonly Row[] = [
  ["an async iterator", "works", "", "(self) -> AsyncIterator[str]", { body: 'yield "a"' }],
  ["an iterator of an async method", "works", "", "(self) -> Iterator[bytes]", { body: 'yield b"a"' }],
  ["an iterator of a sync method", "refused", "TC224", "(self) -> Iterator[str]", { def: "def", body: 'yield "a"' }],
  [
    "an async iterator of a sync method",
    "refused",
    "TC224",
    "(self) -> AsyncIterator[str]",
    { def: "def", body: 'yield "a"' },
  ],
  ["an async iterator that is returned", "refused", "TC224", "(self) -> AsyncIterator[str]"],
  ["a yield without an iterator", "refused", "TC224", "(self) -> int", { body: "yield 1" }],
  ["an async generator", "refused", "TC224", "(self) -> AsyncGenerator[str, None]", { body: 'yield "a"' }],
  ["an async iterator of models", "refused", "TC216", "(self) -> AsyncIterator[Job]", { body: "yield Job()" }],
  ["an async iterator of nothing said", "refused", "TC216", "(self) -> AsyncIterator", { body: 'yield "a"' }],
  ["a sync method", "works", "", "(self, a: int) -> int", { def: "def", call: one }],
];

const names: readonly Row[] = [
  ["a leading underscore", "broken", "TC209", "(self, _a: int) -> int", { call: '{"_a":1}' }],
  ["positional-only", "broken", "TC209", "(self, a: int, /) -> int", { call: one }],
  ["keyword-only", "works", "", "(self, *, a: int) -> int", { call: one }],
  ["*args", "broken", "TC209", "(self, *args: int) -> int", { call: '{"args":1}' }],
  ["**kwargs", "broken", "TC209", "(self, **kwargs: int) -> int", { call: one }],
  ["model_config", "broken", "TC209", "(self, model_config: int) -> int", { call: '{"model_config":1}' }],
  ["model_dump", "broken", "TC209", "(self, model_dump: int) -> int", { call: '{"model_dump":1}' }],
  [
    "model_validate_json",
    "broken",
    "TC209",
    "(self, model_validate_json: int) -> int",
    { call: '{"model_validate_json":1}' },
  ],
  [
    "model_fields_set, whose value is lost",
    "broken",
    "TC209",
    "(self, model_fields_set: int) -> int",
    { body: "return model_fields_set", call: '{"model_fields_set":1}' },
  ],
  [
    "model_extra, whose value is lost",
    "broken",
    "TC209",
    "(self, model_extra: int) -> int",
    { body: "return model_extra", call: '{"model_extra":1}' },
  ],
  ["model_post_init with a default", "broken", "TC209", "(self, model_post_init: int = 1) -> int"],
  ["model_post_init without", "works", "", "(self, model_post_init: int) -> int", { call: '{"model_post_init":1}' }],
  [
    "other names that begin with model_",
    "works",
    "",
    "(self, model_fields: int, model_copy: int, model_name: str) -> int",
    { call: '{"model_fields":1,"model_copy":1,"model_name":"a"}' },
  ],
  [
    "names that are methods of a model",
    "works",
    "",
    "(self, json: int, dict: int, copy: int = 1, schema: int = 1) -> int",
    { call: '{"json":1,"dict":1,"copy":1,"schema":1}' },
  ],
  [
    "names of the generated server",
    "works",
    "",
    "(self, inputs: int, request: int, result: int = 1, context: int = 1) -> int",
    { call: '{"inputs":1,"request":1}' },
  ],
  [
    "the name of its own type",
    "broken",
    "TC228",
    "(self, int: int = 1) -> int",
    { body: "return 1", call: '{"int":1}' },
  ],
  ["the name of a later type", "broken", "TC228", '(self, str: int = 1, b: str = "") -> int', { call: '{"b":"x"}' }],
  ["the name of an earlier type", "works", "", "(self, b: str, str: int = 1) -> int", { call: '{"b":"x"}' }],
  [
    "the name of a type, without a default",
    "works",
    "",
    "(self, str: int, b: str) -> int",
    { call: '{"str":1,"b":"x"}' },
  ],
  ["Optional", "broken", "TC228", "(self, Optional: int = 1) -> int"],
  ["a field as the default", "broken", "TC229", "(self, a: int = pydantic.Field(3)) -> int", { body: "return a" }],
  [
    "a dataclass's field as the default",
    "broken",
    "TC229",
    "(self, a: int = dataclasses.field(default=3)) -> int",
    { body: "return a" },
  ],
  ["None as the default of an integer", "works", "", "(self, a: int = None) -> int"],
];

const methods: readonly Row[] = [
  ["a first argument of another name", "refused", "TC223", "(this, a: int) -> int"],
  ["no arguments at all", "refused", "TC223", "() -> int"],
  ["a static method", "refused", "TC223", "(a: int) -> int", { decorator: "staticmethod" }],
  ["a static method with self", "broken", "TC223", "(self, a: int) -> int", { decorator: "staticmethod", call: one }],
  ["a class method", "refused", "TC223", "(self, a: int) -> int", { decorator: "classmethod" }],
  ["a property", "refused", "TC223", "(self) -> int", { decorator: "property", def: "def" }],
  ["a cached method", "refused", "TC223", "(self) -> int", { decorator: "functools.lru_cache(maxsize=1)", def: "def" }],
  [
    "a context manager",
    "refused",
    "TC223",
    "(self) -> AsyncIterator[str]",
    { decorator: "contextlib.asynccontextmanager", body: 'yield "a"' },
  ],
  ["an abstract method", "broken", "TC223", "(self) -> int", { decorator: "abc.abstractmethod" }],
  ["a final method", "works", "", "(self) -> int", { decorator: "typing.final" }],
];

const sockets: readonly Row[] = [
  ["a websocket", "works", "", "(self, a: chains.WebSocketProtocol) -> None", { body: "pass" }],
  ["a websocket by position", "works", "", "(self, a: chains.WebSocketProtocol, /) -> None", { body: "pass" }],
  ["a websocket by keyword", "broken", "TC209", "(self, *, a: chains.WebSocketProtocol) -> None", { body: "pass" }],
  [
    "a websocket of a sync method",
    "refused",
    "TC216",
    "(self, a: chains.WebSocketProtocol) -> None",
    { def: "def", body: "pass" },
  ],
  [
    "a websocket and another argument",
    "refused",
    "TC216",
    "(self, a: chains.WebSocketProtocol, b: int = 1) -> None",
    { body: "pass" },
  ],
  ["a websocket and a result", "refused", "TC216", "(self, a: chains.WebSocketProtocol) -> str"],
  ["a websocket and a result as a string", "refused", "TC222", '(self, a: chains.WebSocketProtocol) -> "None"'],
  ["a list of websockets", "refused", "TC216", "(self, a: list[chains.WebSocketProtocol]) -> None"],
  ["a websocket as the result", "refused", "TC216", "(self) -> chains.WebSocketProtocol"],
];

/** Chains of one chainlet, by the signature of its `run_remote`. */
export const signatureProbes: readonly TrussProbe[] = [
  ...[types, strings, written, streams, names, methods, sockets].flat(),
].map(([title, truss, codes, signature, details = {}]) => {
  const { before, decorator, def, body, ...others } = details;
  const parts = { before, decorator, def, body };
  return {
    title,
    truss,
    codes: codes.split(" ").filter((code) => code !== ""),
    source: method(signature, parts),
    ...others,
  };
});
