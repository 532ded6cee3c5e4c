import type { Service } from "../../../model/service.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The service of that id in the call's account and region. Throws `ResourceNotFound.InvalidService`. */
export async function loadService(call: Call, id: string): Promise<Service> {
  const service = await call.tx.services.find(call.scope, id);
  if (service === undefined) {
    throw new ApiError("ResourceNotFound.InvalidService", `The service \`${quote(id)}\` does not exist.`);
  }
  return service;
}
