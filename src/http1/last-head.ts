import { KnownBytes } from "./known-bytes.ts";
import type { ResponseHead } from "./message-head.ts";

/**
 * The head a backend answered with last: until its Date changes it often begins all its answers alike. Bytes that begin with a
 * whole head have this head.
 */
export class LastHead {
  private head: ResponseHead | null = null;
  private bytes: KnownBytes | null = null;

  /** The head of an answer that is the first `length` bytes of READ_BUFFER, if it begins with this one. */
  find(length: number): ResponseHead | null {
    return this.bytes?.lead(length) ? this.head : null;
  }

  /** `answer` begins with it. */
  note(head: ResponseHead, answer: Buffer): void {
    this.head = head;
    this.bytes = new KnownBytes(answer.subarray(0, head.length));
  }
}
