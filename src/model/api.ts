import type { Scope } from "./account.ts";
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
export interface BusinessApi {
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
  readonly type: "HTTP";
  /** `http(s)://host[:port]`, never with a path. */
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
}

export type Backend = HttpBackend | MockBackend;

/** Everything about an API that a release freezes. */
export interface ApiDefinition {
  readonly name: string | null;
  readonly description: string | null;
  readonly apiType: string;
  readonly path: string;
  readonly method: ApiMethod;
  readonly protocol: "HTTP";
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
