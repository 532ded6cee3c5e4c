import type { CustomDomain } from "../../../model/custom-domain.ts";
import { toDomainName } from "../../../model/custom-domain-rules.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";
import { quote } from "../../contract/quote.ts";

/** Throws `FailedOperation.SubDomainFormatError`. */
export function readDomainName(text: string): string {
  const name = toDomainName(text);
  if (name !== undefined) return name;
  throw new ApiError(
    "FailedOperation.SubDomainFormatError",
    `The parameter \`SubDomain\` is \`${quote(text)}\`, which is not a domain name.`,
  );
}

/** The domain of that name bound to the service. Which code says that there is none differs from action to action. */
export async function loadDomain(call: Call, serviceId: string, text: string, code: ErrorCode): Promise<CustomDomain> {
  const name = toDomainName(text);
  const domain = name === undefined ? undefined : await call.tx.customDomains.findAnywhere(name);
  if (domain?.serviceId === serviceId) return domain;
  throw new ApiError(code, `The domain \`${quote(text)}\` is not bound to the service \`${quote(serviceId)}\`.`);
}
