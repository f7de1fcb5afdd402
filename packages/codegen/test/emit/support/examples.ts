/** A file that does what the examples of a generated module do. */
export function consumerOf(fileName: string, text: string): string {
  const examples = [
    ...text.matchAll(/ \* @example\n \* ```ts\n((?: \* .*\n)+?) \* ```\n \*\/\nexport function (\w+)/g),
  ];
  const functions = examples.map(([, block = "", name = ""]) => {
    const code = block.replaceAll(/^ \* /gm, "");
    const results = /^const (\[?[\p{ID_Continue}, ]+\]?) =/u.exec(code)?.[1] ?? "undefined";
    return `import { ${name} } from "./${fileName}";\nexport async function example(): Promise<unknown> {\n${code}return ${results};\n}`;
  });
  return functions.length === 0 ? "export {};" : functions.join("\n");
}

/** The files of a client with a consumer beside each. */
export function withConsumers(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const consumers = [...files].map(([path, text]): [string, string] => {
    return [`use-${path}`, consumerOf(path.replace(/\.ts$/, ".js"), text)];
  });
  return new Map([...files, ...consumers]);
}
