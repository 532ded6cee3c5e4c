import type { Client } from "../../management.ts";
import { callApiActions } from "./api.ts";
import { callApiAppActions } from "./api-app.ts";
import { callApiDocActions } from "./api-doc.ts";
import { callEnvironmentActions } from "./environment.ts";
import { callExclusiveInstanceActions } from "./exclusive-instance.ts";
import { callIpStrategyActions } from "./ip-strategy.ts";
import { callPluginActions } from "./plugin.ts";
import { callServiceActions } from "./service.ts";
import { callSubDomainActions } from "./sub-domain.ts";
import { callUpstreamActions } from "./upstream.ts";
import { callApiKeyActions, callUsagePlanActions } from "./usage-plan.ts";

/** Each makes, reads, changes and deletes things of its own; together they call every action but the log search. */
export const families: readonly ((client: Client) => Promise<void>)[] = [
  callApiActions,
  callServiceActions,
  callEnvironmentActions,
  callUsagePlanActions,
  callApiKeyActions,
  callApiAppActions,
  callPluginActions,
  callIpStrategyActions,
  callSubDomainActions,
  callUpstreamActions,
  callApiDocActions,
  callExclusiveInstanceActions,
];
