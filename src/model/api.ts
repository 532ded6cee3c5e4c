import type { Scope } from "./account.ts";
import type { FunctionName } from "./cloud-function.ts";
import type { Tag } from "./service.ts";

export type ApiMethod = "ANY" | "BEGIN" | "GET" | "POST" | "DELETE" | "HEAD" | "PUT" | "OPTIONS" | "TRACE" | "PATCH";
export type AuthType = "NONE" | "SECRET" | "APP" | "OAUTH";

/** The API callers get their tokens from, and the key those are verified with: an RSA public key as JWK text. */
export interface AuthorizationApi {
  readonly kind: "authorization";
  readonly publicKey: string;
  /** Where business APIs look for the token: header or cookie, as written. */
  readonly tokenLocation: string;
  readonly loginRedirectUrl: string | null;
}

/** An API that takes tokens of the authorization API `authorizationApiId` of its service. */
interface BusinessApi {
  readonly kind: "business";
  readonly authorizationApiId: string;
}

/** An input the API declares. `position` is kept as written (`HEADER`, `header`): clients compare what they read back. */
export interface RequestParameter {
  readonly name: string;
  readonly position: string;
  readonly type: string;
  readonly defaultValue: string | null;
  readonly isRequired: boolean;
  readonly description: string | null;
}

/** A value sent to the backend that is taken from a declared input. */
export interface BackendParameter {
  readonly name: string;
  readonly position: string;
  readonly sourceName: string;
  readonly sourcePosition: string;
  readonly sourceType: string | null;
  readonly sourceDescription: string | null;
  readonly defaultValue: string | null;
}

/** A value added to every backend call; position header or query. */
export interface ConstantParameter {
  readonly name: string;
  readonly position: string;
  readonly value: string;
  readonly description: string | null;
}

export interface ResponseErrorCode {
  readonly code: number;
  readonly message: string;
  readonly description: string | null;
  readonly convertedCode: number | null;
  readonly needsConversion: boolean;
}

export interface HttpBackend {
  /**
   * WEBSOCKET is what clients may call the backend of an API whose protocol is WEBSOCKET; HTTP does as well. GRPC is called over
   * HTTP/2 by callers that speak it.
   */
  readonly type: "HTTP" | "WEBSOCKET" | "GRPC";
  /** `http(s)://host[:port]`, `ws(s)://` where the API's protocol is WEBSOCKET; never with a path. */
  readonly url: string;
  /** Begins with `/` or is empty; may hold `{name}` of a mapped path parameter. */
  readonly path: string;
  readonly method: string;
  readonly product: string | null;
  readonly vpcId: string | null;
  /** The upstream whose nodes are called in place of the URL. */
  readonly upstreamId?: string;
}

export interface MockBackend {
  readonly type: "MOCK";
  readonly body: string;
  /** 200 unless an imported document says otherwise. */
  readonly status?: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

/** Which bodies a function is sent in Base64, and may answer in. */
export interface Base64Rules {
  readonly isAlways: boolean;
  /** Those whose Accept or Content-Type holds one of the values; any rule that fits counts. */
  readonly triggers: readonly { readonly header: "accept" | "content-type"; readonly values: readonly string[] }[];
}

export interface FunctionBackend {
  readonly type: "SCF";
  readonly function: FunctionName;
  /** EVENT: it is sent the request as a JSON event. HTTP: it is called as a web server. */
  readonly form: "EVENT" | "HTTP";
  /** Whether what it returns is status, headers and body of the answer, or the body alone. */
  readonly isIntegrated: boolean;
  /** Whether the caller is answered without waiting for it. */
  readonly isAsync: boolean;
  readonly base64: Base64Rules;
}

export type Backend = HttpBackend | MockBackend | FunctionBackend;

/** Whether a backend is reached at a URL or an upstream. */
export function isHttpBackend(backend: Backend): backend is HttpBackend {
  return backend.type === "HTTP" || backend.type === "WEBSOCKET" || backend.type === "GRPC";
}

/** What callers speak. WEBSOCKET: a handshake, which is checked like any call, and then a connection both sides use freely. */
export type ApiProtocol = "HTTP" | "WEBSOCKET";

/** Everything about an API that a release freezes. */
export interface ApiDefinition {
  readonly name: string | null;
  readonly description: string | null;
  readonly apiType: string;
  readonly path: string;
  readonly method: ApiMethod;
  readonly protocol: ApiProtocol;
  readonly authType: AuthType;
  /** Which part the API plays in OAuth; there if and only if `authType` is OAUTH. */
  readonly oauth?: AuthorizationApi | BusinessApi;
  readonly isCorsEnabled: boolean;
  readonly requestParameters: readonly RequestParameter[];
  readonly backend: Backend;
  readonly backendTimeoutSeconds: number;
  readonly backendParameters: readonly BackendParameter[];
  readonly constantParameters: readonly ConstantParameter[];
  readonly responseType: string | null;
  readonly responseSuccessExample: string | null;
  readonly responseFailExample: string | null;
  readonly responseErrorCodes: readonly ResponseErrorCode[];
}

/** The draft of an API: what the next release will freeze. Times are epoch milliseconds. */
export interface Api extends Scope {
  readonly id: string;
  readonly serviceId: string;
  readonly definition: ApiDefinition;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}
