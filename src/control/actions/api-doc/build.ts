import type { Api } from "../../../model/api.ts";
import type { ApiDocPages } from "../../../model/api-doc.ts";
import type { EnvironmentName } from "../../../model/environment.ts";
import type { Service } from "../../../model/service.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import { outerDomain } from "../service/wire.ts";
import { renderHtml } from "./html.ts";
import { type DocumentedRelease, toOpenApi } from "./open-api.ts";

interface BuildRequest {
  readonly name: string;
  readonly service: Service;
  readonly environment: EnvironmentName;
  readonly apiIds: readonly string[];
  /** What an API that the environment does not run means: the request is wrong, or the document is about one API less. */
  readonly unknownApis: "refuse" | "drop";
}

interface Build {
  readonly apiIds: readonly string[];
  readonly pages: ApiDocPages;
}

/** Describes the APIs as the environment runs them now. Throws FailedOperation.ServiceError or ResourceNotFound.InvalidApi. */
export async function build(call: Call, request: BuildRequest): Promise<Build> {
  const { name, service, environment } = request;
  const running = (await call.tx.releases.running(service.id)).find((entry) => entry.environment === environment);
  if (running === undefined) {
    const message = `The service \`${service.id}\` is not released in ${environment}.`;
    throw new ApiError("FailedOperation.ServiceError", message);
  }
  const apis = chooseApis(await call.tx.releases.frozenApis(running.versionName), request);
  const release: DocumentedRelease = {
    name,
    versionName: running.versionName,
    schemes: service.protocol === "http&https" ? ["https", "http"] : [service.protocol],
    address: `${outerDomain(service, call.settings.domain)}/${environment}`,
    apis,
  };
  const openApi = JSON.stringify(toOpenApi(release), null, 2);
  return { apiIds: apis.map(({ id }) => id), pages: { html: renderHtml(release), openApi } };
}

/** The APIs in the order asked for, each once. */
function chooseApis(
  frozen: readonly Api[],
  { apiIds, service, environment, unknownApis }: BuildRequest,
): readonly Api[] {
  const byId = new Map(frozen.map((api) => [api.id, api]));
  const apis = [...new Set(apiIds)].flatMap((id) => {
    const api = byId.get(id);
    if (api === undefined && unknownApis === "refuse") throw notReleased(id, service, environment);
    return api ?? [];
  });
  const [first = ""] = apiIds;
  if (apis.length === 0) throw notReleased(first, service, environment);
  return apis;
}

function notReleased(id: string, service: Service, environment: EnvironmentName): ApiError {
  const message = `The service \`${service.id}\` runs no API \`${quote(id)}\` in ${environment}.`;
  return new ApiError("ResourceNotFound.InvalidApi", message);
}
