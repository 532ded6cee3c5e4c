import type { RandomBytes } from "./identifiers.ts";

/** The name of a release: its UTC time as `yyyyMMddHHmmss` directly followed by a version 4 UUID (RFC 9562 §5.4). */
export function newVersionName(atMs: number, random: RandomBytes): string {
  const timestamp = new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-T:]/g, "");
  return timestamp + uuidVersion4(random);
}

function uuidVersion4(random: RandomBytes): string {
  const bytes = Array.from(random(16), (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
