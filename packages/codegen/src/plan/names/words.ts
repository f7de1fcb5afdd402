const longestName = 80;

/**
 * The words of a name: `HTTPServer2Go` has `HTTP`, `Server2` and `Go`, `hello_world` has `hello` and `world`. Whatever
 * is no letter or digit separates words.
 */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFKC")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** `hello_world` as `HelloWorld`. Empty where the name has no letter and no digit. */
export function pascalCase(name: string): string {
  return cut(wordsOf(name).map(capitalize).join(""));
}

/** `HelloWorld` as `helloWorld`. */
export function camelCase(name: string): string {
  const [first = "", ...others] = wordsOf(name);
  return cut([first.toLowerCase(), ...others.map(capitalize)].join(""));
}

/** `HelloWorld` as `hello-world`. */
export function kebabCase(name: string): string {
  return cut(wordsOf(name).join("-").toLowerCase());
}

/** The word with its first letter as a capital, and the others as they are. */
export function capitalize(word: string): string {
  const [first = "", ...others] = word;
  return first.toUpperCase() + others.join("");
}

/** A name from outside can have any length; a file's name cannot. */
function cut(name: string): string {
  return [...name].slice(0, longestName).join("");
}
