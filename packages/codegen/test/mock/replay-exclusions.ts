/** A recorded exchange that the mock answers otherwise than the real server, on purpose. */
export interface Exclusion {
  readonly name: string;
  readonly reason: string;
  readonly status: number;
  /** The body of an answer, or the lines of a refusal of the input. Left out where the sample decides. */
  readonly body?: string;
}

const invalid = "Invalid HTTP request received.";
const notFound = '{"detail":"Not Found"}';
const lax = "pydantic would turn the value into the right type; in TypeScript it is a mistake";
const complex = "a signature says of a complex number only that it is a text";
const absent = "it is about the real server's own process";
const strictHttp = "Node's parser refuses it, for proxies read it in different ways";

function refused(...lines: readonly string[]): string {
  const heading = lines.length === 1 ? "Input Parsing Error:" : "Input Parsing Errors:";
  return JSON.stringify({ error: [heading, ...lines.map((line) => `  ${line}.`)].join("\n") });
}

/** Every such exchange, with what the mock answers. */
export const exclusions: readonly Exclusion[] = [
  {
    name: "defaults_coerce_int_from_bool",
    reason: lax,
    status: 400,
    body: refused("`count`: Input should be a valid integer"),
  },
  {
    name: "defaults_coerce_int_from_str",
    reason: lax,
    status: 400,
    body: refused("`count`: Input should be a valid integer"),
  },
  {
    name: "nested_int_timestamp",
    reason: lax,
    status: 400,
    body: refused(
      "`order.created`: Input should be a valid datetime",
      "`order.due`: Input should be a valid date",
      "`order.at`: Input should be a valid time",
      "`order.window`: Input should be a valid timedelta",
    ),
  },
  {
    name: "scalars_bool_from_int",
    reason: lax,
    status: 400,
    body: refused("`b`: Input should be a valid boolean", "`c`: Input should be a valid string"),
  },
  {
    name: "scalars_coercions",
    reason: lax,
    status: 400,
    body: refused(
      "`i`: Input should be a valid integer",
      "`f`: Input should be a valid number",
      "`b`: Input should be a valid boolean",
      "`li[0]`: Input should be a valid integer",
      "`li[2]`: Input should be a valid integer",
      "`d.a`: Input should be a valid number",
    ),
  },
  {
    name: "scalars_bad_everything",
    reason: complex,
    status: 400,
    body: refused(
      "`i`: Input should be a valid integer, unable to parse string as an integer",
      "`f`: Input should be a valid number, unable to parse string as a number",
      "`b`: Input should be a valid boolean, unable to interpret input",
      "`s`: Input should be a valid string",
      "`by`: Input should be a valid bytes",
      "`li`: Input should be a valid list",
      "`d`: Input should be a valid dictionary",
    ),
  },
  {
    name: "scalars_bool_bad",
    reason: complex,
    status: 400,
    body: refused(
      "`b`: Input should be a valid boolean, unable to interpret input",
      "`c`: Input should be a valid string",
    ),
  },
  { name: "scalars_floats", reason: complex, status: 400, body: refused("`c`: Input should be a valid string") },
  { name: "scalars_binary", reason: complex, status: 400, body: refused("`c`: Input should be a valid string") },
  {
    name: "scalars_binary_complex_mnp",
    reason: "an answer is JSON, which has no bytes that are no text, and a complex number is a text",
    status: 200,
  },
  { name: "hello_lone_surrogate_escape", reason: "the chain echoes its input, which the mock does not", status: 200 },
  { name: "schema_scalars", reason: complex, status: 200 },
  { name: "schema_containers", reason: "a signature does not hold the aliases of the output", status: 200 },
  { name: "schema_nested", reason: "a signature does not hold the aliases of the output", status: 200 },
  {
    name: "path_run_remote",
    reason: "the mock is the platform, too, and wants a key there",
    status: 401,
    body: JSON.stringify({
      error:
        "Unauthorized: the mock wants a key, and any will do: " +
        '`BASETEN_API_KEY=anything`, `apiKey: "anything"` or the header `Authorization: Api-Key anything`',
    }),
  },
  { name: "get_openapi", reason: absent, status: 404, body: notFound },
  { name: "get_metrics", reason: absent, status: 404, body: notFound },
  { name: "get_metrics_slash", reason: absent, status: 404, body: notFound },
  { name: "hot_reload", reason: absent, status: 404, body: notFound },
  { name: "hello_h2_prior_knowledge", reason: "HTTP/2 is not spoken", status: 400, body: invalid },
  { name: "raw_cl_and_te", reason: strictHttp, status: 400, body: invalid },
  { name: "raw_lf_only", reason: strictHttp, status: 400, body: invalid },
];
