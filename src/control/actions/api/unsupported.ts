import type { AuthType } from "../../../model/api.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiRequest, ModifyApiRequest } from "../../contract/generated/types.ts";
import type { DefinitionCodes } from "./definition-codes.ts";

type Request = CreateApiRequest | ModifyApiRequest;

/** VPC, CLB and UPSTREAM are other names for HTTP backends of the products clb and upstream. */
const servedTypes: ReadonlySet<string> = new Set([
  "HTTP",
  "GRPC",
  "MOCK",
  "SCF",
  "VPC",
  "CLB",
  "UPSTREAM",
  "WEBSOCKET",
]);

/** Refuses what the contract knows and Turnpike does not serve, before any of it is looked at closer. */
export function refuseUnsupported(input: Request, { settings }: Call, codes: DefinitionCodes): void {
  if (!servedTypes.has(input.ServiceType)) {
    throw unsupportedBackend(input.ServiceType, `only ${[...servedTypes].join(", ")} are`);
  }
  if (input.ServiceType === "SCF" && settings.functions.length === 0) {
    throw unsupportedBackend("SCF", "name the endpoints of functions in TURNPIKE_FUNCTIONS");
  }
  if (input.ApiType !== "NORMAL") {
    throw new ApiError(codes["api-type"], "The parameter `ApiType` must be NORMAL for a backend that is not TSF.");
  }
  // A business kind has a meaning beside AuthType OAUTH only; NORMAL is what clients send without thinking of it.
  if (input.ApiBusinessType === "OAUTH" && input.AuthType !== "OAUTH") {
    const message = "The parameter `ApiBusinessType` is OAUTH, but `AuthType` is not.";
    throw new ApiError("InvalidParameterValue.InvalidApiBusinessType", message);
  }
}

function unsupportedBackend(type: string, why: string): ApiError {
  const message = `Backends of the type \`${type}\` are not supported: ${why}.`;
  return new ApiError("UnsupportedOperation.InvalidEndpointType", message);
}

/** The authentication of callers that was asked for. Throws for the kinds that are not served. */
export function readAuthType(input: Request): AuthType {
  // Clients older than `AuthType` say only whether callers need a key.
  const type = input.AuthType ?? ("AuthRequired" in input && input.AuthRequired ? "SECRET" : "NONE");
  if (type !== "EIAM") return type;
  const message = "The parameter `AuthType` is `EIAM`, which is not supported.";
  throw new ApiError("UnsupportedOperation.InvalidAction", message);
}
