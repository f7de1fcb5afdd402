// Lists the files that a client is generated from, with those that were looked for: node ci/files-read.mjs <chain.py>
import { diskHost, readChain } from "@typed-chains/codegen";

const { filesRead } = readChain(diskHost("."), { path: process.argv[2], options: {} });
console.log(filesRead.join("\n"));
