const compiled = new Map<string, RegExp | null>();

/**
 * Whether a text matches a pattern somewhere. Patterns are Python's or Rust's: one that JavaScript cannot read holds
 * for every text, for the mock would rather let something through than refuse what the chain takes.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
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

/** Writes in JavaScript's way what Python and Rust write otherwise: anchors, named groups, needless escapes. */
function translate(pattern: string): string {
  return pattern.replace(/\\([\s\S])|\(\?P</g, (token, escaped: string | undefined) => {
    if (escaped === undefined) return "(?<";
    if (escaped === "A") return "(?<![\\s\\S])";
    if (escaped === "Z" || escaped === "z") return "(?![\\s\\S])";
    if (/[A-Za-z0-9]/.test(escaped)) return token;
    return `\\u{${(escaped.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
