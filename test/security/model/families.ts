import { apiCalls } from "./api-calls.ts";
import { appCalls } from "./app-calls.ts";
import type { Propose } from "./call.ts";
import { docCalls } from "./doc-calls.ts";
import { domainCalls } from "./domain-calls.ts";
import { ipStrategyCalls } from "./ip-strategy-calls.ts";
import { keyCalls } from "./key-calls.ts";
import { planCalls } from "./plan-calls.ts";
import { pluginCalls } from "./plugin-calls.ts";
import { releaseCalls } from "./release-calls.ts";
import { serviceCalls } from "./service-calls.ts";
import { upstreamCalls } from "./upstream-calls.ts";

/** One family is chosen first, then one of its calls; a call that stands there twice is made twice as often. */
export const families: readonly (readonly Propose[])[] = [
  serviceCalls,
  apiCalls,
  apiCalls,
  releaseCalls,
  keyCalls,
  planCalls,
  planCalls,
  appCalls,
  pluginCalls,
  ipStrategyCalls,
  upstreamCalls,
  domainCalls,
  docCalls,
];
