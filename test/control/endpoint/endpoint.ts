import { randomBytes, randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { TestContext } from "node:test";
import { type Control, type ControlParts, createControl } from "../../../src/control/call.ts";
import { createDocumentSite } from "../../../src/control/document-site.ts";
import { listenManagement, type Probes } from "../../../src/control/server.ts";
import { defaultQuotas } from "../../../src/control/settings.ts";
import { createTagProduct } from "../../../src/control/tag/tag-product.ts";
import { openStore } from "../../../src/store/open.ts";
import type { Store } from "../../../src/store/store.ts";
import { type KeyPair, signTc3, signV1 } from "./sign.ts";

export const appId = 1_251_006_373;
export const keyPair: KeyPair = {
  secretId: "AKIDEXAMPLEfake0000000000000000000001",
  secretKey: "EXAMPLEfakeSecretKeyEXAMPLEfake01",
};
export const region = "ap-guangzhou";
/** What the endpoint's clock says until a test moves it. */
export const startOfTime = 1_700_000_000;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** `Response` of the envelope. */
  readonly response: Record<string, unknown> & { Error?: { Code: string; Message: string }; RequestId: string };
}

export interface Endpoint {
  readonly port: number;
  readonly host: string;
  readonly store: Store;
  readonly control: Control;
  /** Seconds since the epoch; what `clock` tells unless the test gave one. */
  time: number;
  readonly logged: { readonly details: object; readonly message: string }[];
  send(request: RawRequest): Promise<Answer>;
  /** A signed TC3 POST with a JSON body. */
  tc3(action: string, parameters?: unknown, change?: Tc3Change): Promise<Answer>;
  /** A signed V1 call with flattened parameters. */
  v1(action: string, parameters?: Record<string, string>, method?: "GET" | "POST"): Promise<Answer>;
  close(graceMs?: number): Promise<void>;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: Buffer | string;
}

/** What differs from a good call: what is sent, and what is signed. */
export interface Tc3Change {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly pair?: KeyPair;
  readonly contentType?: string;
  readonly body?: Buffer | string;
  readonly path?: string;
  readonly signedPath?: string;
  readonly host?: string;
  readonly signedHost?: string;
  readonly service?: string;
  readonly timestamp?: number;
}

export type EndpointOptions = Partial<ControlParts> & {
  readonly actionRate?: number;
  readonly probes?: Partial<Probes>;
};

/** A management endpoint on a free port with an empty store and one account; it is closed when the test ends. */
export async function startEndpoint(t: Pick<TestContext, "after">, options: EndpointOptions = {}): Promise<Endpoint> {
  const store = options.store ?? (await openTestStore());
  const logged: { details: object; message: string }[] = [];
  const logger = { error: (details: object, message: string) => void logged.push({ details, message }) };
  const endpoint = { time: startOfTime };
  const control = createControl({
    store,
    settings: {
      domain: "apigw.localhost",
      publicUrl: "http://docs.example.com",
      actionRate: options.actionRate ?? 0,
      signedHosts: [],
      functions: [],
      quotas: defaultQuotas,
    },
    clock: () => endpoint.time * 1000,
    random: randomBytes,
    uuid: randomUUID,
    quotaUse: (leased) => leased,
    changesApplied: async () => {},
    logger,
    ...options,
  });
  const probes: Probes = {
    isAlive: () => true,
    isReady: () => true,
    metrics: async () => ({ contentType: "text/plain; version=0.0.4", text: "turnpike_up 1\n" }),
    ...options.probes,
  };
  const tags = createTagProduct({
    store,
    signedHosts: [],
    actionRate: 0,
    clock: () => endpoint.time * 1000,
    uuid: randomUUID,
    changesApplied: options.changesApplied ?? (async () => {}),
    logger,
  });
  const documents = createDocumentSite({ store, clock: () => endpoint.time * 1000, logger });
  const server = await listenManagement({ control, tags, probes, documents, logger }, { host: "127.0.0.1", port: 0 });
  let isClosed = false;
  const close = async (graceMs?: number) => {
    if (isClosed) return;
    isClosed = true;
    await server.close(graceMs);
  };
  t.after(async () => {
    await close(0);
    await store.close();
  });
  const { port } = server.address;
  const host = `127.0.0.1:${port}`;
  const send = (request: RawRequest) => sendRaw(port, request);
  return Object.assign(endpoint, {
    port,
    host,
    store,
    control,
    logged,
    close,
    send,
    tc3: (action: string, parameters: unknown = {}, change: Tc3Change = {}) =>
      send(tc3Request(action, parameters, { host, timestamp: endpoint.time, ...change })),
    v1: (action: string, parameters: Record<string, string> = {}, method: "GET" | "POST" = "GET") =>
      send(v1Request(method, host, { ...commonOf(action, endpoint.time), ...parameters })),
  });
}

async function openTestStore(): Promise<Store> {
  const store = await openStore({ path: ":memory:", masterKey: randomBytes(32) });
  await store.write(async (tx) => {
    await tx.accounts.insert({ appId, name: "root", createdAt: 0 });
    await tx.accounts.insertKey({ ...keyPair, appId });
  });
  return store;
}

function commonOf(action: string, timestamp: number): Record<string, string> {
  return { Action: action, Version: "2018-08-08", Region: region, Timestamp: String(Math.floor(timestamp)) };
}

export function tc3Request(
  action: string,
  parameters: unknown,
  change: Tc3Change & { host: string; timestamp: number },
): RawRequest {
  const { host, pair = keyPair, contentType = "application/json" } = change;
  const timestamp = Math.floor(change.timestamp);
  const body = Buffer.from(change.body ?? JSON.stringify(parameters));
  const headers: Record<string, string | undefined> = {
    Host: host,
    "Content-Type": contentType,
    "X-TC-Action": action,
    "X-TC-Version": "2018-08-08",
    "X-TC-Region": region,
    "X-TC-Timestamp": String(timestamp),
    Authorization: signTc3(pair, {
      host: change.signedHost ?? host,
      path: change.signedPath ?? "/",
      contentType,
      body,
      timestamp,
      service: change.service ?? "apigateway",
    }),
    ...change.headers,
  };
  return { method: "POST", path: change.path ?? "/", headers: withoutUndefined(headers), body };
}

export function v1Request(
  method: string,
  host: string,
  parameters: Record<string, string>,
  pair = keyPair,
): RawRequest {
  const signed = signV1(pair, { method, host }, parameters).toString();
  if (method === "GET") return { method, path: `/?${signed}`, headers: { Host: host } };
  return { method, headers: { Host: host, "Content-Type": "application/x-www-form-urlencoded" }, body: signed };
}

function withoutUndefined(headers: Record<string, string | undefined>): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent[name] = value;
  return sent;
}

export function sendRaw(
  port: number,
  { method = "GET", path = "/", headers = {}, body = "" }: RawRequest,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = method === "GET" ? {} : { "Content-Length": Buffer.byteLength(body) };
    const outgoing = httpRequest({
      port,
      host: "127.0.0.1",
      method,
      path,
      headers: { ...length, ...headers },
      agent: false,
    });
    outgoing.on("error", reject);
    outgoing.on("response", async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("utf8");
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        text,
        get response() {
          return JSON.parse(text).Response;
        },
      });
    });
    outgoing.end(body);
  });
}

/** Sends bytes as they are and resolves with all that comes back until the connection is closed. */
export function sendBytes(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
    let text = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      text += chunk;
    });
    // A connection that is cut is an answer too.
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
}

/** The error code of an answer, or "ok". */
export function codeOf(answer: Answer): string {
  return answer.response.Error?.Code ?? "ok";
}
