import { initial } from "./0001-initial.ts";
import { apiApps } from "./0002-api-apps.ts";
import { domainsInstancesDocs } from "./0003-domains-instances-docs.ts";
import { pluginsIpStrategies } from "./0004-plugins-ip-strategies.ts";
import { upstreams } from "./0005-upstreams.ts";
import { listIndexesAppTags } from "./0006-list-indexes-app-tags.ts";
import { pluginTags } from "./0007-plugin-tags.ts";
import { mergedLists } from "./0008-merged-lists.ts";
import { boundServices } from "./0009-bound-services.ts";
import { bindingLevels } from "./0010-binding-levels.ts";
import type { Migration } from "./migration.ts";

/** In the order they are applied. */
export const migrations: readonly Migration[] = [
  initial,
  apiApps,
  domainsInstancesDocs,
  pluginsIpStrategies,
  upstreams,
  listIndexesAppTags,
  pluginTags,
  mergedLists,
  boundServices,
  bindingLevels,
];
