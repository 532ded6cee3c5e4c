import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isIP } from "node:net";
import type { CertificatePair } from "../model/certificate.ts";
import { bits, element, integer, octets, oid, sequence, set, time, utf8 } from "./der.ts";

const ECDSA_WITH_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
const COMMON_NAME = oid("2.5.4.3");
const SUBJECT_ALT_NAME = oid("2.5.29.17");
const EXTENDED_KEY_USAGE = oid("2.5.29.37");
const SERVER_AUTH = oid("1.3.6.1.5.5.7.3.1");
/** Context-specific tags of RFC 5280 §4.1 and §4.2.1.6. */
const VERSION_TAG = 0xa0;
const EXTENSIONS_TAG = 0xa3;
const DNS_NAME_TAG = 0x82;
const IP_ADDRESS_TAG = 0x87;
const VERSION_3 = integer(Buffer.from([2]));

/**
 * A certificate that vouches for itself (RFC 5280), with its key, for a gateway that has been given none. `names` are
 * DNS names, with or without a wildcard, and IPv4 addresses.
 */
export function makeSelfSigned(commonName: string, names: readonly string[], from: Date, until: Date): CertificatePair {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(COMMON_NAME, utf8(commonName))));
  const body = sequence(
    element(VERSION_TAG, VERSION_3),
    serialNumber(),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(
      EXTENSIONS_TAG,
      sequence(
        sequence(SUBJECT_ALT_NAME, octets(sequence(...names.map(generalName)))),
        sequence(EXTENDED_KEY_USAGE, octets(sequence(SERVER_AUTH))),
      ),
    ),
  );
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(sign("sha256", body, privateKey)));
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines(certificate)}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** Positive and of constant length: the first byte is from 0x40 to 0x7f. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return integer(bytes);
}

function generalName(name: string): Buffer {
  return isIP(name) === 4
    ? element(IP_ADDRESS_TAG, Buffer.from(name.split(".").map(Number)))
    : element(DNS_NAME_TAG, Buffer.from(name));
}

function lines(bytes: Buffer): string {
  return bytes.toString("base64").replace(/.{1,64}/g, "$&\n");
}
