import {
  type ApiDefinition,
  type ApiMethod,
  type AuthType,
  isHttpBackend,
  type RequestParameter,
} from "../model/api.ts";
import type { FunctionRoute } from "../model/cloud-function.ts";
import type { ApiState } from "../snapshot/delta.ts";
import { planTokenPolicy, type TokenAuthorities, type TokenPolicy } from "./auth/token-policy.ts";
import { type HttpTarget, prepareHttpTarget } from "./backends/http-target.ts";
import { type MockTarget, prepareMockTarget } from "./backends/mock.ts";
import { type FunctionTarget, prepareFunctionTarget } from "./functions/function-target.ts";
import { noParameters, type ParameterPlan, planParameters } from "./parameters/parameter-plan.ts";

/** A backend status the caller sees as another one. */
interface StatusConversion {
  readonly status: number;
  /** Sent when the backend's is empty. */
  readonly body: Buffer;
}

/** An API as a release froze it, with everything worked out that does not depend on the request. */
export interface ServedApi {
  readonly id: string;
  /** The line every answer names the API with. */
  readonly idField: string;
  /** As its author wrote it. */
  readonly path: string;
  readonly method: ApiMethod;
  /** Callers open WebSockets here and do nothing else. */
  readonly isWebSocket: boolean;
  readonly authType: AuthType;
  /** Null unless `authType` is OAUTH. */
  readonly tokenPolicy: TokenPolicy | null;
  readonly isCorsEnabled: boolean;
  readonly parameters: ParameterPlan;
  /** The inputs it declares, for the events of functions. */
  readonly inputs: readonly RequestParameter[];
  /** `invalid` when the definition cannot be served; the other APIs of the release are. */
  readonly backend: BackendTarget | { readonly type: "invalid" };
  /** Null: none. */
  readonly statusConversions: ReadonlyMap<number, StatusConversion> | null;
}

/** Whom a call goes to. */
export type BackendTarget = HttpTarget | MockTarget | FunctionTarget;

/** Never throws: `onProblem` is told what is wrong with an API that cannot be served. */
export function planApi(
  state: ApiState,
  authorities: TokenAuthorities,
  functions: readonly FunctionRoute[],
  onProblem: (apiId: string, message: string) => void,
): ServedApi {
  const { definition, id } = state;
  const common = {
    id,
    idField: `X-Api-ID: ${id}\r\n`,
    path: definition.path,
    method: definition.method,
    isWebSocket: definition.protocol === "WEBSOCKET",
    authType: definition.authType,
    tokenPolicy: planTokenPolicy(definition, authorities),
    isCorsEnabled: definition.isCorsEnabled,
    inputs: definition.requestParameters,
    statusConversions: conversionsOf(definition),
  };
  try {
    return { ...common, parameters: planParameters(definition), backend: prepareBackend(definition, functions) };
  } catch (error) {
    onProblem(id, error instanceof Error ? error.message : String(error));
    return { ...common, parameters: noParameters, backend: { type: "invalid" } };
  }
}

function prepareBackend(definition: ApiDefinition, functions: readonly FunctionRoute[]): BackendTarget {
  const { backend, backendTimeoutSeconds } = definition;
  if (backend.type === "MOCK") return prepareMockTarget(backend, definition.responseType);
  if (isHttpBackend(backend)) return prepareHttpTarget(backend, backendTimeoutSeconds);
  return prepareFunctionTarget(backend, backendTimeoutSeconds, functions);
}

function conversionsOf(definition: ApiDefinition): ReadonlyMap<number, StatusConversion> | null {
  const conversions = new Map<number, StatusConversion>();
  for (const { code, convertedCode, needsConversion, message } of definition.responseErrorCodes) {
    if (needsConversion && convertedCode !== null && convertedCode >= 200 && convertedCode <= 599) {
      conversions.set(code, { status: convertedCode, body: Buffer.from(bodiless.has(convertedCode) ? "" : message) });
    }
  }
  return conversions.size === 0 ? null : conversions;
}

const bodiless = new Set([204, 205, 304]);
