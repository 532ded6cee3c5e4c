import assert from "node:assert/strict";
import { test } from "node:test";
import { FrameBoundary } from "./frame-boundary.ts";

/** A frame as RFC 6455 §5.2 lays it out. */
function frame(payloadLength: number, isMasked: boolean): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(payloadLength));
  const length =
    payloadLength < 126
      ? Buffer.from([mask | payloadLength])
      : payloadLength < 65_536
        ? Buffer.from([mask | 126, payloadLength >> 8, payloadLength & 0xff])
        : Buffer.concat([Buffer.from([mask | 127]), long]);
  return Buffer.concat([
    Buffer.from([0x82]),
    length,
    Buffer.alloc(isMasked ? 4 : 0, 0xff),
    Buffer.alloc(payloadLength, 0xff),
  ]);
}

test("frames end where their headers say, whatever their length, masked or not", () => {
  for (const length of [0, 1, 125, 126, 65_535, 65_536]) {
    for (const isMasked of [false, true]) {
      const boundary = new FrameBoundary();
      const whole = frame(length, isMasked);
      boundary.pass(whole.subarray(0, -1));
      assert.equal(boundary.isReached, false, `${length} masked ${isMasked}`);
      boundary.pass(whole.subarray(-1));
      assert.equal(boundary.isReached, true, `${length} masked ${isMasked}`);
    }
  }
});

test("frames that come byte by byte, or several in one piece, are told apart", () => {
  const frames = [frame(0, true), frame(300, false), frame(5, true)];
  const ends = new Set<number>();
  let end = 0;
  for (const { length } of frames) {
    end += length;
    ends.add(end);
  }
  const boundary = new FrameBoundary();
  const bytes = Buffer.concat(frames);
  for (let at = 0; at < bytes.length; at++) {
    boundary.pass(bytes.subarray(at, at + 1));
    assert.equal(boundary.isReached, ends.has(at + 1), `after ${at + 1} bytes`);
  }
  boundary.pass(Buffer.concat([bytes, Buffer.from([0x81])]));
  assert.equal(boundary.isReached, false);
});
