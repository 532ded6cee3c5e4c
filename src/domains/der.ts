// The few forms of DER (ITU-T X.690) a certificate is written in.

const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
};

/** One element: tag, length, content. */
export function element(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body), body]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const short = bytes.subarray(Math.clz32(length) >> 3);
  return Buffer.concat([Buffer.from([0x80 | short.length]), short]);
}

export const sequence = (...items: readonly Buffer[]): Buffer => element(TAG.sequence, ...items);

export const set = (...items: readonly Buffer[]): Buffer => element(TAG.set, ...items);

/** A positive number, big-endian; its first bit must not be set. */
export const integer = (bytes: Buffer): Buffer => element(TAG.integer, bytes);

export const utf8 = (text: string): Buffer => element(TAG.utf8, Buffer.from(text));

export const octets = (content: Buffer): Buffer => element(TAG.octetString, content);

export const bits = (content: Buffer): Buffer => element(TAG.bitString, Buffer.from([0]), content);

/** UTCTime until 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5), to the second. */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
  return date.getUTCFullYear() < 2050
    ? element(TAG.utcTime, Buffer.from(digits.slice(2)))
    : element(TAG.generalizedTime, Buffer.from(digits));
}

/** An object identifier in dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
