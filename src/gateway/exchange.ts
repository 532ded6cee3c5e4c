import type { OutgoingRequest } from "../http1/message-head.ts";
import type { AppState } from "../snapshot/delta.ts";
import type { ServedApi } from "./api-plan.ts";
import type { GatewayError } from "./errors.ts";
import { type Findings, findingsOf, type Investigated } from "./findings.ts";
import type { HeaderList } from "./headers.ts";
import type { EncodedFields } from "./parameters/encoded-fields.ts";
import type { FormBody } from "./parameters/form.ts";
import type { ApiPlugins } from "./plugins/api-plugins.ts";
import type { BackendOutcome } from "./plugins/circuit-breaker/breaker.ts";
import type { ChosenBackend } from "./plugins/plugin-backend.ts";
import type { Recording } from "./plugins/proxy-cache/recording.ts";
import type { PathParameters } from "./router/router.ts";
import type { Grant, ServedDomain, ServedEnvironment, ServedKey, ServedService } from "./served.ts";
import type { NodeOutcome } from "./upstreams/node.ts";

/** A caller's request without its body, as a transport read it. */
export interface RequestHead {
  readonly method: string;
  /** Path and query as received, or `*`. */
  readonly target: string;
  /** `[name, value, name, value, …]` as received: spelling, order and repeats kept, bytes read as Latin-1. */
  readonly fields: readonly string[];
  /** Of HTTP/1; 1 for HTTP/2. */
  readonly minorVersion: number;
  readonly hasBody: boolean;
  /** Announced length of the body, or -1. */
  readonly contentLength: number;
  /** The protocol the caller asks to switch to; empty: none. */
  readonly upgrade: string;
}

/** The connection a request came on, and its body. */
export interface Caller {
  readonly scheme: "http" | "https";
  readonly isHttp2: boolean;
  readonly peerAddress: string;
  /** Reads the whole body, for the few APIs whose parameters are in it; rejects when it is longer than the limit. */
  readBody(): Promise<Buffer>;
}

/** One request and everything the stages find out about it, in the order they find it out. */
export interface Exchange {
  /** As received, unless a plugin has rewritten its fields (see `rewritten`). */
  head: RequestHead;
  readonly caller: Caller;
  /** Of the head as received. */
  readonly findings: Findings;
  /** 32 hexadecimal digits; given to the caller, the backend and the access log. */
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** The peer, or the client a trusted proxy names. */
  clientAddress: string;
  /** The caller's scheme, which a trusted proxy may have terminated. */
  scheme: "http" | "https";
  /** Whether the peer is a proxy whose forwarding headers are believed. */
  isPeerTrusted: boolean;
  /** Host name asked for: lower case, without port. */
  host: string;
  /** Canonical path; from the environment stage on without what addresses service and environment. */
  path: string;
  /** What follows `?`, as received. */
  query: string | undefined;
  /** The method a browser asks about in a CORS preflight; null for any other request. */
  requestedMethod: string | null;
  service: ServedService | null;
  /** The custom domain the call came to; null on a default one. */
  domain: ServedDomain | null;
  environment: ServedEnvironment | null;
  api: ServedApi | null;
  /** What is attached to the API here; null: nothing. */
  plugins: ApiPlugins | null;
  /** Values of the path parameters, in canonical spelling. */
  pathParameters: PathParameters;
  /** What follows the matched prefix, for an API whose path is a prefix. */
  pathRest: string;
  /** The caller's key, once his signature has been verified. */
  key: ServedKey | null;
  /** The API app that signed, once its signature has been verified. */
  app: AppState | null;
  /** The usage plan the call is charged to, where it is bound. */
  grant: Grant | null;
  /** The rate and quota fields of the answer. */
  limitFields: string;
  /** The query taken apart, for APIs that declare or set parameters in it. */
  queryFields: EncodedFields | null;
  /** The form body, for APIs that declare parameters in it. */
  form: FormBody | null;
  /** The body as received, once a stage has read it (see read-body.ts). */
  body: Buffer | null;
  /** What a plugin has changed about the header, which the backend must not get as received; null: nothing. */
  rewritten: RewrittenFields | null;
  /** Whom a CustomAuth plugin has admitted, by the parameters it is configured with; null when it has none. */
  customIdentity: string | null;
  /** The backend a plugin has chosen; null: that of the API. */
  chosenBackend: ChosenBackend | null;
  /** Told how the call to the API's backend ended, for plugins that judge it. */
  onBackendOutcome: ((outcome: BackendOutcome) => void) | null;
  /** The function that was invoked for the call, once it has answered or failed to; null: none. */
  invocation: Invocation | null;
  /** Takes down the backend's answer, for plugins that keep it. */
  recording: Recording | null;
}

/** What the access log tells of an invoked function. Times are monotonic milliseconds. */
interface Invocation {
  readonly address: string;
  /** Null: it did not answer. */
  readonly status: number | null;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Fields of a request that were taken out, and those that came in their place. */
interface RewrittenFields {
  /** Lower case. */
  readonly dropped: ReadonlySet<string>;
  readonly added: HeaderList;
}

/** The gateway answers by itself. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Field block: whole lines, each with its CRLF. */
  readonly fields: string;
  readonly body: Buffer;
  /** Whether the fields tell the answer's date; otherwise it is added. */
  readonly isDated?: boolean;
  /** Message of the error this answers with, for the access log. */
  readonly error: string | null;
}

/** The gateway calls the backend and relays its answer. */
export interface BackendCall extends OutgoingRequest {
  readonly kind: "call";
  /** `scheme://host:port`. */
  readonly origin: string;
  /** `websocket`: the backend is asked to switch to it, as the caller has asked; `grpc`: HTTP/2 with trailers. */
  readonly protocol: "http" | "websocket" | "grpc";
  /** Whether the backend is told the request id: not where a parameter goes by the name of its field. */
  readonly isTraced: boolean;
  /** A body the gateway has read or rewritten; null: the caller's body streams through. */
  readonly body: Buffer | null;
  /** Limit for the answer's head, and then for every pause within its body. */
  readonly timeoutMs: number;
  /** There for a call to one of several nodes. */
  readonly attempt: Attempt | null;
}

/** A call to one node of an upstream. */
export interface Attempt {
  /** Told how the call ended, for the health of the node. */
  note(outcome: NodeOutcome): void;
  /** The same call to another node; null when none is left to try. Only for a call of which nothing was sent. */
  again(): BackendCall | null;
}

export type Decision = Answer | BackendCall;

/** Undefined: the next stage goes on. */
export type Outcome = undefined | GatewayError | Decision;

/** A step of the pipeline. It answers at once unless it has to wait for something outside the process. */
export type Stage = (exchange: Exchange) => Outcome | Promise<Outcome>;

const noParameters: PathParameters = { names: [], values: [] };

export function startExchange(
  head: RequestHead & Investigated,
  caller: Caller,
  requestId: string,
  receivedAt: number,
): Exchange {
  return {
    head,
    caller,
    findings: findingsOf(head),
    requestId,
    receivedAt,
    clientAddress: caller.peerAddress,
    scheme: caller.scheme,
    isPeerTrusted: false,
    host: "",
    path: "",
    query: undefined,
    requestedMethod: null,
    service: null,
    domain: null,
    environment: null,
    api: null,
    plugins: null,
    pathParameters: noParameters,
    pathRest: "",
    key: null,
    app: null,
    grant: null,
    limitFields: "",
    queryFields: null,
    form: null,
    body: null,
    rewritten: null,
    customIdentity: null,
    chosenBackend: null,
    onBackendOutcome: null,
    invocation: null,
    recording: null,
  };
}
