import { environmentNames } from "../../../model/environment.ts";
import type { RunningVersion } from "../../../model/release.ts";
import type { Service } from "../../../model/service.ts";
import type { Call } from "../../action.ts";
import { outerDomain } from "../service/wire.ts";

/** A service's environments in their fixed order: where each is reached and what it runs. */
export function toWireEnvironments(call: Call, service: Service, running: readonly RunningVersion[]) {
  const domain = outerDomain(service, call.settings.domain);
  return environmentNames.map((name) => {
    const version = running.find(({ environment }) => environment === name);
    return {
      EnvironmentName: name,
      Url: `${domain}/${name}`,
      Status: version === undefined ? 0 : 1,
      VersionName: version?.versionName ?? "",
    };
  });
}
