import type { PluginBackend } from "../../model/plugin/backend.ts";
import { type HttpTarget, prepareHttpTarget } from "../backends/http-target.ts";
import { type MockTarget, prepareMockTarget } from "../backends/mock.ts";

/** A backend a plugin sends a call to, instead of the API's own. */
export interface ChosenBackend {
  /** Tells the backends of one plugin apart. */
  readonly name: string;
  readonly target: HttpTarget | MockTarget;
  readonly keepsHost: boolean;
  /** Null: that of the API. */
  readonly timeoutMs: number | null;
}

const defaultTimeoutSeconds = 15;

/** Throws a RangeError when the backend cannot be called. */
export function prepareBackend(name: string, { backend, keepsHost, timeoutSeconds }: PluginBackend): ChosenBackend {
  const timeoutMs = timeoutSeconds === null ? null : timeoutSeconds * 1000;
  if (backend.type === "MOCK") return { name, target: prepareMockTarget(backend, null), keepsHost, timeoutMs };
  return { name, target: prepareHttpTarget(backend, timeoutSeconds ?? defaultTimeoutSeconds), keepsHost, timeoutMs };
}
