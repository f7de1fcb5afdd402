import { existsSync } from "node:fs";
import { posix } from "node:path";
import { gitText } from "../../git-text.js";
import { relativePath } from "../../relative-path.js";

/** A rule by which git ignores a path. */
export interface IgnoreRule {
  /** The rule and where it stands: `dist/` (.gitignore:3). */
  readonly rule: string;
  /** What takes the path out of it, and the file that this belongs to. */
  readonly exception: string;
  readonly file: string;
}

/** The rules by which git ignores paths that are not tracked: none where there is no git, or no repository. */
export function ignoreRules(paths: readonly string[]): ReadonlyMap<string, IgnoreRule> {
  const prefix = gitText(["rev-parse", "--show-prefix"])?.replace(/\n$/, "");
  if (prefix === undefined) return new Map();
  const asked = new Map(paths.map((path) => [path, questionsOf(relativePath(".", path))]));
  const all = [...new Set([...asked.values()].flat())];
  const matches = matchesOf(gitText(["check-ignore", "--verbose", "-z", "--stdin"], { input: all.join("\0") }) ?? "");
  const found = [...asked].flatMap(([path, questions]): readonly (readonly [string, IgnoreRule])[] => {
    const match = matches.get(questions.at(-1) ?? path);
    if (match === undefined) return [];
    // What is outermost is what the rule is about: a file cannot be taken out of a folder that is ignored.
    const outermost = questions.find((question) => isSame(matches.get(question), match)) ?? path;
    return [[path, ruleOf(outermost, outermost !== questions.at(-1), match, prefix)]];
  });
  return new Map(found);
}

/** What a rule is, and the file it is in, which is seen from the top of the repository. */
interface Match {
  readonly source: string;
  readonly line: string;
  readonly pattern: string;
}

/** Reads what `git check-ignore -z --verbose` prints: source, line, pattern and path. `!` begins a rule that takes out. */
function matchesOf(printed: string): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>();
  for (const [, source = "", line = "", pattern = "", path = ""] of printed.matchAll(
    /([^\0]*)\0([^\0]*)\0([^\0]*)\0([^\0]*)\0/g,
  )) {
    if (!pattern.startsWith("!")) matches.set(path, { source, line, pattern });
  }
  return matches;
}

function isSame(one: Match | undefined, { source, line }: Match): boolean {
  return one?.source === source && one.line === line;
}

/**
 * What git is asked to know of a path: itself, after the folders that it lies in, the outermost first. It takes one that
 * is not there for a file, but for one with a slash at its end, which it takes for nothing but what is in a folder.
 */
function questionsOf(path: string): readonly string[] {
  const names = path.split("/");
  const folders = names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join("/"));
  const inside = folders.filter((folder) => !/(^|\/)\.\.$/.test(folder));
  return [...inside.flatMap((folder) => (existsSync(folder) ? [folder] : [folder, `${folder}/`])), path];
}

function ruleOf(path: string, isFolder: boolean, { source, line, pattern }: Match, prefix: string): IgnoreRule {
  // Rules that are no part of the repository are overruled at its top.
  const file = posix.basename(source) === ".gitignore" && !posix.isAbsolute(source) ? source : ".gitignore";
  const inFolder = posix.relative(posix.dirname(file), posix.join(prefix, path)) + (isFolder ? "/" : "");
  const fromHere = (one: string): string => (posix.isAbsolute(one) ? one : posix.relative(`/${prefix}`, `/${one}`));
  return {
    rule: `\`${pattern}\` (${fromHere(source)}:${line})`,
    exception: `!${/\/./.test(inFolder) ? "" : "/"}${inFolder}`,
    file: fromHere(file),
  };
}
