/** The prefix each kind of resource id starts with; scripts of users pattern-match on them. */
export const idPrefixes = {
  service: "service-",
  api: "api-",
  usagePlan: "usagePlan-",
  apiApp: "app-",
  plugin: "plugin-",
  ipStrategy: "IPStrategy-",
  exclusiveInstance: "instance-",
  apiDoc: "apidoc-",
  upstream: "upstream-",
} as const;

const base36 = "abcdefghijklmnopqrstuvwxyz0123456789";
const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Where randomness comes from: `bytes(n)` returns n unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** `prefix` followed by eight lower-case base-36 characters. */
export function newResourceId(prefix: string, random: RandomBytes): string {
  return prefix + pick(base36, 8, random);
}

/** A generated key id: `AKID` and 36 letters or digits. */
export function newKeyId(random: RandomBytes): string {
  return `AKID${pick(alphanumeric, 36, random)}`;
}

/** A generated key of an API app: `APID` and 36 letters or digits. */
export function newAppKey(random: RandomBytes): string {
  return `APID${pick(alphanumeric, 36, random)}`;
}

/** A generated key secret: 40 letters or digits. */
export function newKeySecret(random: RandomBytes): string {
  return pick(alphanumeric, 40, random);
}

/** The password readers of an API document share: six digits. */
export function newSharePassword(random: RandomBytes): string {
  return pick("0123456789", 6, random);
}

function pick(alphabet: string, length: number, random: RandomBytes): string {
  // Bytes at or above the largest multiple of the alphabet's size are dropped, or some characters would be likelier.
  const usable = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of random(length - text.length)) {
      if (byte < usable) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
