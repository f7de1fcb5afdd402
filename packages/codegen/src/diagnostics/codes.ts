/**
 * Every diagnostic's code with its title. TC1 is about files and schemas, TC2 about Python, TC3 about names and types
 * in TypeScript, TC4 about writing, TC5 about the mock, TC9 about the command line.
 */
export const diagnosticCodes = {
  TC101: "A source does not exist",
  TC102: "A source cannot be read",
  TC103: "A source is not a file",
  TC104: "A source is not text",
  TC105: "A source is of no known kind",
  TC110: "A JSON file is not valid JSON",
  TC111: "A JSON file is no signature and no schema",
  TC112: "A signature document does not fit its format",
  TC113: "A JSON Schema is not valid",
  TC114: "A reference leads nowhere",
  TC115: "A reference leaves the source's folder",
  TC116: "A schema keyword is left out of the types",
  TC117: "A running chain's schema says less than its source",
  TC118: "A running chain's schema does not name the transport",
  TC119: "A chain has no name",
  TC201: "The Python source has a syntax error",
  TC202: "The Python source cannot be decoded",
} as const;

/** A code of the catalogue. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
