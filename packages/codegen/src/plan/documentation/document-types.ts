import type { JsonSchema } from "../../signature.js";
import { sendsFloats } from "../schema/floats.js";
import type { AnswerPart } from "../schema/reading.js";
import { isKeyword, type TypeNode } from "../type-node.js";
import { documentDefinition } from "./document-schema.js";
import type { Documentation } from "./documentation.js";

/** What is said about the type of a chain's arguments, of which the function that sends them has this name. */
export function inputDocumentation(schema: JsonSchema, type: TypeNode, invoke: string): Documentation {
  const lead = `Arguments of {@link ${invoke}}${type.kind === "empty-object" ? ": none" : ""}.`;
  return { ...documentDefinition(schema), lead };
}

/** What is said about a model. One that is any value, as pydantic's `JsonValue`, is told from one that could not be read. */
export function modelDocumentation(documentation: Documentation, type: TypeNode): Documentation {
  const isSaid = documentation.description !== undefined || documentation.notes.length > 0;
  if (isSaid || !isKeyword(type, "unknown")) return documentation;
  return { ...documentation, notes: ["Any JSON value: the chain does not say which."] };
}

const answerLeads: Readonly<Record<AnswerPart, string>> = {
  output: "Result",
  header: "What comes before the items",
  item: "One item",
  footer: "What comes after the items",
};

/** What is said about the type of what a chain answers in binary form, where NaN and infinity are themselves. */
export function binaryAnswerDocumentation(schema: JsonSchema, invoke: string): Documentation {
  return { ...documentDefinition(schema), lead: `${answerLeads.output} of {@link ${invoke}}.` };
}

/** What is said about the type of what a chain answers with. */
export function answerDocumentation(part: AnswerPart, schema: JsonSchema, invoke: string): Documentation {
  const documentation = documentDefinition(schema);
  const notes = sendsFloats(schema) ? ["NaN and infinity come as `null`: JSON has neither."] : [];
  const lead = `${answerLeads[part]} of {@link ${invoke}}.`;
  return { ...documentation, notes: [...documentation.notes, ...notes], lead };
}
