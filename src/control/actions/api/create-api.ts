import type { Api } from "../../../model/api.ts";
import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { Service } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiRequest } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";
import { loadService } from "../service/load.ts";
import { checkBackend, checkDefinition, checkUnique } from "./check-definition.ts";
import { createApiCodes } from "./definition-codes.ts";
import { type MockAnswer, readDefinition } from "./definition-from-request.ts";
import { checkRelation } from "./oauth.ts";
import { refuseUnsupported } from "./unsupported.ts";

/** Adds an API to the draft of a service; callers meet it after the next release. */
export const createApi: Handler<"CreateApi"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const { id, definition, createdAt } = await addApi(call, service, input);
  const { path, method } = definition;
  return { Result: { ApiId: id, Path: path, Method: method, CreatedTime: isoTime(createdAt) } };
};

/** Adds the API a request describes; nothing is stored if it throws. */
export async function addApi(
  call: Call,
  service: Service,
  input: CreateApiRequest,
  mock: MockAnswer = {},
): Promise<Api> {
  refuseUnsupported(input, call, createApiCodes);
  const nothingKept = { responseErrorCodes: [], functionForm: "EVENT" } as const;
  const definition = readDefinition(input, createApiCodes, { ...nothingKept, protocol: input.Protocol, mock });
  checkDefinition(definition, createApiCodes);
  await checkBackend(call, definition, createApiCodes);
  await checkRelation(call, service.id, definition);
  await checkQuota(call, service.id);
  await checkUnique(call, service.id, definition, createApiCodes);

  const api: Api = {
    ...call.scope,
    id: newResourceId(idPrefixes.api, call.random),
    serviceId: service.id,
    definition,
    tags: [],
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.apis.insert(api);
  return api;
}

async function checkQuota(call: Call, serviceId: string): Promise<void> {
  const limit = call.settings.quotas.apisPerService;
  if ((await call.tx.apis.count(serviceId)) < limit) return;
  throw new ApiError("LimitExceeded.ApiCountLimitExceeded", `A service can have at most ${limit} APIs.`);
}
