import type { Call } from "../../action.ts";
import { outerDomain } from "../../actions/service/wire.ts";
import { normalizeString } from "../../contract/value-rules.ts";
import { converted, list, same, textBoolean } from "../fields.ts";
import type { LegacyAction, Members } from "../legacy-action.ts";

const synonyms = { certificate: "CertificateId", pathMapping: "PathMappingSet" };

export const legacySubDomainActions: Readonly<Record<string, LegacyAction>> = {
  BindSubDomain: { action: "BindSubDomain", synonyms, defaults: { NetType: "OUTER" }, complete: completeBinding },
  UnBindSubDomain: { action: "UnBindSubDomain" },
  ModifySubDomain: { action: "ModifySubDomain", synonyms },
  DescribeServiceSubDomains: {
    action: "DescribeServiceSubDomains",
    defaults: { Limit: 100 },
    reply: {
      ...same("totalCount"),
      domainSet: list("DomainSet", {
        ...same("domainName"),
        // "Flase" is how tables and examples of API 2.0 spell it.
        status: converted("Status", (status) => (status === 1 ? "True" : "Flase")),
        ...same("certificateId"),
      }),
    },
  },
  DescribeServiceSubDomainMappings: {
    action: "DescribeServiceSubDomainMappings",
    reply: {
      isDefaultMapping: textBoolean("IsDefaultMapping"),
      pathMappingSet: list("PathMappingSet", same("path", "environment")),
    },
  },
  DeleteServiceSubDomainMapping: { action: "DeleteServiceSubDomainMapping" },
};

/** API 2.0 knows one default domain per service, and takes the service's protocol. */
async function completeBinding(call: Call, members: Members): Promise<Members> {
  const id = normalizeString({ name: "ServiceId", type: "string" }, String(members["ServiceId"]));
  const service = await call.tx.services.find(call.scope, id);
  // For a service that is not there, anything will do: the action says that it is not.
  return {
    Protocol: service?.protocol ?? "http",
    ...members,
    NetSubDomain: service === undefined ? "" : outerDomain(service, call.settings.domain),
  };
}
