import type { HeaderList } from "../../headers.ts";

/** An answer of a backend as it is kept. */
export interface StoredResponse {
  readonly status: number;
  /** Without those of one connection. */
  readonly headers: HeaderList;
  readonly body: Buffer;
  /** Request fields the answer was chosen by, lower case, with the values it was chosen for (RFC 9110 §12.5.5). */
  readonly vary: readonly (readonly [string, string])[];
  /** By the monotonic clock. */
  readonly storedAt: number;
  readonly expiresAt: number;
}

/** What an entry takes beside its body and head. */
const entryOverheadBytes = 512;

/** Answers by key, within a fixed number of bytes: the one not used for longest goes first. */
export class ResponseStore {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, StoredResponse>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): StoredResponse | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: StoredResponse): void {
    this.#delete(key);
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#delete(oldest);
    }
  }

  #delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= sizeOf(key, entry);
  }
}

function sizeOf(key: string, { headers, body }: StoredResponse): number {
  return headers.reduce((bytes, part) => bytes + part.length, key.length + body.length + entryOverheadBytes);
}
