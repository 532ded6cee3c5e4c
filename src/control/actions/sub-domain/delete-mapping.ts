import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import { loadDomain } from "./load.ts";

/** Removes every path that leads to the environment. Some other path must be left: a domain without any would serve nothing. */
export const deleteServiceSubDomainMapping: Handler<"DeleteServiceSubDomainMapping"> = async (call, input) => {
  const service = await call.tx.services.find(call.scope, input.ServiceId);
  if (service === undefined) {
    // This action lists no sharper code.
    const message = `The service \`${quote(input.ServiceId)}\` does not exist.`;
    throw new ApiError("FailedOperation.ServiceNotExist", message);
  }
  const domain = await loadDomain(call, service.id, input.SubDomain, "FailedOperation.DeletePathMappingSetError");
  if (domain.mappings === null) {
    throw cannotDelete(`The domain \`${domain.name}\` uses the default mapping; there is nothing to delete.`);
  }
  const left = domain.mappings.filter(({ environment }) => environment !== input.Environment);
  if (left.length === domain.mappings.length) {
    throw cannotDelete(`No path of \`${domain.name}\` leads to ${input.Environment}.`);
  }
  if (left.length === 0)
    throw cannotDelete(`A domain needs at least one path mapping; \`${domain.name}\` has no other.`);
  await call.tx.customDomains.update({ ...domain, mappings: left, modifiedAt: call.now });
  return { Result: true };
};

function cannotDelete(message: string): ApiError {
  return new ApiError("FailedOperation.DeletePathMappingSetError", message);
}
