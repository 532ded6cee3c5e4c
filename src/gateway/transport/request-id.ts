import { randomFillSync } from "node:crypto";

const ID_DIGITS = 32;
const bytes = Buffer.alloc((ID_DIGITS / 2) * 256);
let digits = "";
let used = 0;

/** 32 hexadecimal digits; randomness is fetched and spelt out for many at once. */
export function newRequestId(): string {
  if (used === digits.length) {
    digits = randomFillSync(bytes).toString("hex");
    used = 0;
  }
  used += ID_DIGITS;
  return digits.slice(used - ID_DIGITS, used);
}
