import type { ActionTable } from "../action.ts";
import { apiActions } from "./api/actions.ts";
import { apiAppActions } from "./api-app/actions.ts";
import { apiDocActions } from "./api-doc/actions.ts";
import { apiKeyActions } from "./api-key/actions.ts";
import { environmentActions } from "./environment/actions.ts";
import { exclusiveInstanceActions } from "./exclusive-instance/actions.ts";
import { ipStrategyActions } from "./ip-strategy/actions.ts";
import { logActions } from "./log/actions.ts";
import { pluginActions } from "./plugin/actions.ts";
import { serviceActions } from "./service/actions.ts";
import { strategyActions } from "./strategy/actions.ts";
import { subDomainActions } from "./sub-domain/actions.ts";
import { upstreamActions } from "./upstream/actions.ts";
import { usagePlanActions } from "./usage-plan/actions.ts";

/** What each published action does. */
export const actionTable: ActionTable = {
  ...serviceActions,
  ...apiActions,
  ...environmentActions,
  ...strategyActions,
  ...usagePlanActions,
  ...apiKeyActions,
  ...pluginActions,
  ...ipStrategyActions,
  ...apiAppActions,
  ...subDomainActions,
  ...logActions,
  ...exclusiveInstanceActions,
  ...apiDocActions,
  ...upstreamActions,
};
