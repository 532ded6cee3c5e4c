import assert from "node:assert/strict";
import { type Answer, type Endpoint, keyPair, sendRaw } from "../endpoint/endpoint.ts";
import { type KeyPair, signV1 } from "../endpoint/sign.ts";

// Calls API 2.0 as its clients do: parameters in the query or a form, signed over the path /v2/index.php.

export const legacyPath = "/v2/index.php";

/** An answer of API 2.0: the fields of the action stand beside those of the envelope. */
export interface LegacyAnswer extends Record<string, unknown> {
  readonly code: number;
  readonly codeDesc: string;
  readonly message: string;
}

export interface LegacyCall {
  readonly method?: "GET" | "POST";
  readonly pair?: KeyPair;
  /** Parameters that replace the common ones, or take them away. */
  readonly common?: Readonly<Record<string, string | undefined>>;
}

/** Makes a signed call whatever comes of it. */
export async function callLegacy(
  endpoint: Pick<Endpoint, "host" | "port" | "time">,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  { method = "GET", pair = keyPair, common = {} }: LegacyCall = {},
): Promise<LegacyAnswer> {
  const all: Record<string, string> = { Action: action, Region: "gz", Timestamp: String(endpoint.time) };
  const signed = { ...all, ...parameters, ...withoutUndefined(common) };
  for (const [name, value] of Object.entries(common)) if (value === undefined) delete signed[name];
  const form = signV1(pair, { method, host: endpoint.host, path: legacyPath }, signed);
  // The signer adds what every client sends; a test may want it away.
  for (const [name, value] of Object.entries(common)) if (value === undefined) form.delete(name);
  const headers = { Host: endpoint.host };
  const answer = await (method === "GET"
    ? sendRaw(endpoint.port, { path: `${legacyPath}?${form}`, headers })
    : sendRaw(endpoint.port, {
        method,
        path: legacyPath,
        headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
        body: form.toString(),
      }));
  return readLegacy(answer);
}

/** The answer's body, once its form is as every answer of API 2.0 has it. */
export function readLegacy(answer: Answer): LegacyAnswer {
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["content-type"], "application/json");
  const body: LegacyAnswer = JSON.parse(answer.text);
  assert.deepEqual(Object.keys(body).slice(0, 3), ["code", "message", "codeDesc"]);
  assert.ok(Number.isInteger(body.code), answer.text);
  if (body.code !== 0) assert.deepEqual(Object.keys(body), ["code", "message", "codeDesc"], answer.text);
  return body;
}

/** The fields of a call that succeeds, without the envelope. Each call comes a second after the one before. */
export async function succeed(
  endpoint: Endpoint,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  how: LegacyCall = {},
): Promise<Record<string, unknown>> {
  endpoint.time += 1;
  const { code, codeDesc, message, ...fields } = await callLegacy(endpoint, action, parameters, how);
  assert.deepEqual({ code, codeDesc, message }, { code: 0, codeDesc: "Success", message: "" }, action);
  return fields;
}

/** Fails unless the call is answered with that number, short text and message. */
export async function refusedLegacy(
  call: Promise<LegacyAnswer>,
  code: number,
  codeDesc: string,
  message = /./,
): Promise<void> {
  const answer = await call;
  assert.deepEqual({ code: answer.code, codeDesc: answer.codeDesc }, { code, codeDesc }, answer.message);
  assert.match(answer.message, message);
}

function withoutUndefined(members: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
