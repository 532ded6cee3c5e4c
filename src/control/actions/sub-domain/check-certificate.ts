import type { CustomDomain } from "../../../model/custom-domain.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";
import { quote } from "../../contract/quote.ts";

/** What can be wrong with the certificate of a domain, and the code an action has for it. */
export type CertificateCodes = Readonly<Record<"missing" | "unknown" | "unreadable" | "expired" | "unfit", ErrorCode>>;

/** HTTPS needs a certificate that is there, in force and made out to the domain. Over plain HTTP it is not looked at. */
export async function checkCertificate(call: Call, domain: CustomDomain, codes: CertificateCodes): Promise<void> {
  if (domain.protocol === "http") return;
  const id = domain.certificateId;
  if (id === null) throw new ApiError(codes.missing, "HTTPS needs the `CertificateId` of a certificate.");
  const certificate = await call.surroundings.certificates.find(id);
  if (certificate === undefined) {
    const message = `There is no certificate \`${quote(id)}\` with its key in the server's folder of certificates.`;
    throw new ApiError(codes.unknown, message);
  }
  if (certificate.kind === "unreadable") {
    const message = `The files of \`${quote(id)}\` do not hold a certificate and the key that belongs to it.`;
    throw new ApiError(codes.unreadable, message);
  }
  if (certificate.validUntil <= call.now) {
    throw new ApiError(codes.expired, `The certificate \`${quote(id)}\` has expired.`);
  }
  if (!certificate.covers(domain.name)) {
    throw new ApiError(codes.unfit, `The certificate \`${quote(id)}\` is not made out to \`${domain.name}\`.`);
  }
}

/** Throws `UnsupportedOperation.ForceHttps`. */
export function checkForcedHttps({ isForcedHttps, protocol }: CustomDomain): void {
  if (!isForcedHttps || protocol !== "http") return;
  throw new ApiError("UnsupportedOperation.ForceHttps", "HTTPS can be forced only where the protocol includes it.");
}
