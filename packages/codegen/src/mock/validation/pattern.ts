const compiled = new Map<string, RegExp | null>();

/**
 * Whether a text matches a pattern somewhere. Patterns are Python's or Rust's: one that JavaScript cannot read holds
 * for every text, for the mock would rather let something through than refuse what the chain takes.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
}

/** A pattern as JavaScript reads it; one that it cannot read as one that holds for every text. */
export function readablePattern(pattern: string): string {
  return compilePattern(pattern)?.source ?? "";
}

function compilePattern(pattern: string): RegExp | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const expression = tryCompile(translate(pattern));
  compiled.set(pattern, expression);
  return expression;
}

/** The `u` flag refuses what it does not know, instead of reading it as something else. */
function tryCompile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null;
  }
}

/** Rust's word characters, spaces and digits are those of all languages. */
const words = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}";
const classes: ReadonlyMap<string, string> = new Map([
  ["d", "\\p{Nd}"],
  ["D", "\\P{Nd}"],
  ["s", "\\p{White_Space}"],
  ["S", "\\P{White_Space}"],
]);

/** Writes in JavaScript's way what Python and Rust write otherwise: anchors, named groups, classes, needless escapes. */
function translate(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\([\s\S])|\(\?P<|[[\].]/g, (token, escaped: string | undefined) => {
    if (escaped !== undefined) return translateEscape(token, escaped, isInClass);
    if (token === "[" || token === "]") isInClass = token === "[";
    else if (!isInClass) return token === "." ? "[^\\n]" : "(?<";
    return token;
  });
}

function translateEscape(token: string, escaped: string, isInClass: boolean): string {
  if (escaped === "A") return "(?<![\\s\\S])";
  if (escaped === "Z" || escaped === "z") return "(?![\\s\\S])";
  if (escaped === "w") return isInClass ? words : `[${words}]`;
  // JavaScript has no way to write this one within a class.
  if (escaped === "W") return isInClass ? token : `[^${words}]`;
  if (/[A-Za-z0-9]/.test(escaped)) return classes.get(escaped) ?? token;
  return `\\u{${(escaped.codePointAt(0) ?? 0).toString(16)}}`;
}
