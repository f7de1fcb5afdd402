import { judgeBinary } from "../plan/binary/binary-problems.js";
import type { Declaration, ModulePlan } from "../plan/module-plan.js";
import { baseName } from "../plan/names/chain-names.js";
import { planChain } from "../plan/plan-chain.js";
import { planDeclarations, type TypeFeatures } from "../plan/plan-declarations.js";
import { planSocket } from "../plan/plan-socket.js";
import type { Direction } from "../plan/schema/reading.js";
import type { TypeNode } from "../plan/type-node.js";
import type { ChainSignature, Transport } from "../signature.js";

/** A type that callers give or get as a whole. */
export interface Root {
  /** Where it stands, and what tells the roots of a client apart. */
  readonly place: string;
  readonly direction: Direction;
  readonly type: TypeNode;
}

/** The client of one chain, as its callers see it: names and types are those that are generated. */
export interface ClientTypes {
  readonly transport: Transport;
  readonly module: ModulePlan;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly roots: readonly Root[];
}

/** What a client has that its signature does not tell. */
export interface ClientFeatures {
  /**
   * Whether it has binary calls too, whose types can change where those of JSON calls do not.
   *
   * @defaultValue false
   */
  readonly binary?: boolean;
  /**
   * Whether the floats of its answers may be `null`, as NaN and infinity come.
   *
   * @defaultValue false
   */
  readonly nanAsNull?: boolean;
}

/** Plans the client of a signature. Where it lives is no part of a signature, and does not matter here. */
export function clientTypesOf(signature: ChainSignature, features: ClientFeatures): ClientTypes {
  const { transport } = signature;
  // The source is where the signature was read: another one changes nothing for callers.
  const chain = { ...features, signature, source: "", chainId: "id" };
  if (transport === "websocket") return { transport, module: planSocket(chain), declarations: new Map(), roots: [] };
  const hasBinary = features.binary === true && transport === "json" && judgeBinary(signature, "").isPossible;
  const module = planChain(chain, transport, hasBinary);
  const declarations = new Map(module.declarations.map((declaration) => [declaration.name, declaration]));
  return {
    transport,
    module,
    declarations,
    roots: rootsOf(signature, declarations, { ...features, binary: hasBinary }),
  };
}

function rootsOf(
  signature: ChainSignature,
  declarations: ReadonlyMap<string, Declaration>,
  features: TypeFeatures,
): readonly Root[] {
  const { names, input, answers, binary } = planDeclarations(signature, baseName(signature.name), features);
  // By name where there is one, so that its name is compared too.
  const typeOf = (name: string | undefined, type: TypeNode): TypeNode =>
    name !== undefined && declarations.has(name) ? { kind: "reference", name } : type;
  return [
    { place: "input", direction: "input", type: typeOf(names.input, input) },
    ...[...answers].map(([part, type]) => {
      return { place: part, direction: "output", type: typeOf(names.answers.get(part), type) } as const;
    }),
    ...(binary === undefined
      ? []
      : ([
          { place: "binaryInput", direction: "input", type: typeOf(binary.names.input, binary.input) },
          { place: "binaryOutput", direction: "output", type: typeOf(binary.names.output, binary.output) },
        ] as const)),
  ];
}
