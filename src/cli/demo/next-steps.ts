import type { App } from "../../app.ts";
import { formatAddress } from "../../config/setting.ts";
import { demoRegion } from "./manage.ts";
import type { DemoSetup } from "./setup.ts";

/** What a reader can type into a second terminal while the demo stays up. */
export function nextSteps(setup: DemoSetup, app: App, data: string): string {
  const gateway = `http://${formatAddress(app.gateway)}`;
  const at = `--data ${data}`;
  return `
It stays up until Ctrl-C. In a second terminal:

  # without a key: refused
  curl -i -H 'Host: ${setup.domain}' ${gateway}/release/hello

  # the same call addressed by path, for callers that cannot set a host
  curl -i ${gateway}/_/${setup.serviceId}/release/hello

  # signed: reaches the backend
  npm run -s turnpike -- curl -i ${at} --key ${setup.keys.good.id} ${gateway}/_/${setup.serviceId}/release/hello

  # the management API
  npm run -s turnpike -- call DescribeUsagePlansStatus ${at} --Limit 5

The SDK reaches it at ${formatAddress(app.management)}, region ${demoRegion}, with
  SecretId   ${app.rootAccount.key.secretId}
  SecretKey  ${app.rootAccount.key.secretKey}
`;
}
