import { asString, type Constant } from "./constant.js";

/**
 * The path that parts make together, an absolute part starting over: `Path("a", "b")`, `Path("a") / "b"`. `undefined`
 * where a part is neither a text nor a path.
 */
export function pathOf(parts: readonly Constant[]): Constant | undefined {
  const texts = parts.map((part) =>
    part.kind === "text" && part.type === "pathlib.Path" ? part.text : asString(part),
  );
  if (texts.includes(undefined)) return undefined;
  const joined = texts.reduce<string>((before, part = "") => {
    return before === "" || part.startsWith("/") ? part : `${before}/${part}`;
  }, "");
  const segments = joined.split("/").filter((segment) => segment !== "" && segment !== ".");
  const root = joined.startsWith("//") && !joined.startsWith("///") ? "//" : joined.startsWith("/") ? "/" : "";
  const text = root + segments.join("/");
  return { kind: "text", type: "pathlib.Path", text: text === "" ? "." : text };
}
