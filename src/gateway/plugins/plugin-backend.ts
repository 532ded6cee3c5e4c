import { type Backend, isHttpBackend } from "../../model/api.ts";
import type { FunctionRoute } from "../../model/cloud-function.ts";
import type { PluginBackend } from "../../model/plugin/backend.ts";
import type { BackendTarget } from "../api-plan.ts";
import { prepareHttpTarget } from "../backends/http-target.ts";
import { prepareMockTarget } from "../backends/mock.ts";
import { prepareFunctionTarget } from "../functions/function-target.ts";

/** A backend a plugin sends a call to, instead of the API's own. */
export interface ChosenBackend {
  /** Tells the backends of one plugin apart. */
  readonly name: string;
  readonly target: BackendTarget;
  readonly keepsHost: boolean;
  /** Null: that of the API. */
  readonly timeoutMs: number | null;
}

const defaultTimeoutSeconds = 15;

/** Throws a RangeError when the backend cannot be called. */
export function prepareBackend(
  name: string,
  { backend, keepsHost, timeoutSeconds }: PluginBackend,
  functions: readonly FunctionRoute[],
): ChosenBackend {
  const timeoutMs = timeoutSeconds === null ? null : timeoutSeconds * 1000;
  const target = prepareTarget(backend, timeoutSeconds ?? defaultTimeoutSeconds, functions);
  return { name, target, keepsHost, timeoutMs };
}

function prepareTarget(backend: Backend, timeoutSeconds: number, functions: readonly FunctionRoute[]): BackendTarget {
  if (backend.type === "MOCK") return prepareMockTarget(backend, null);
  if (isHttpBackend(backend)) return prepareHttpTarget(backend, timeoutSeconds);
  return prepareFunctionTarget(backend, timeoutSeconds, functions);
}
