import type { ResponseHead } from "./message-head.ts";
import { lasting } from "./read-bytes.ts";

/**
 * The head a backend answered with last: until its Date changes it often begins all its answers alike. Bytes that begin with a
 * whole head have this head.
 */
export class LastHead {
  private head: ResponseHead | null = null;
  private bytes: Buffer = Buffer.alloc(0);

  /** The head of an answer that begins with it. */
  match(answer: Buffer): ResponseHead | undefined {
    const { head, bytes } = this;
    if (head === null || answer.length < bytes.length) return undefined;
    return bytes.compare(answer, 0, bytes.length) === 0 ? head : undefined;
  }

  note(head: ResponseHead, answer: Buffer): void {
    if (this.head === head) return;
    this.head = head;
    this.bytes = lasting(answer.subarray(0, head.length));
  }
}
