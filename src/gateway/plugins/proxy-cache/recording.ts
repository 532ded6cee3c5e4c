import { kept, lasting } from "../../../http1/read-bytes.ts";
import { type HeaderList, headerValue, joinedValues } from "../../headers.ts";

interface RecordingOptions {
  readonly isWanted: (status: number, headers: HeaderList) => boolean;
  readonly onComplete: (status: number, headers: HeaderList, body: Buffer) => void;
}

/** Longest answer that is kept. */
const maxBodyBytes = 1024 * 1024;

/** Takes down a backend's answer while it is passed on, and gives up when it must not be kept or grows too long. */
export class Recording {
  readonly #options: RecordingOptions;
  #status = 0;
  #headers: HeaderList = [];
  #chunks: Buffer[] | null = null;
  #bytes = 0;

  constructor(options: RecordingOptions) {
    this.#options = options;
  }

  start(status: number, headers: HeaderList): void {
    // A cookie is for one caller. `Vary: *` fits no second request (RFC 9110 §12.5.5), and a part is not the whole.
    const isPersonal = headerValue(headers, "set-cookie") !== undefined || joinedValues(headers, "vary")?.includes("*");
    if (isPersonal || status === 206 || !this.#options.isWanted(status, headers)) return;
    this.#status = status;
    this.#headers = headers;
    this.#chunks = [];
  }

  add(chunk: Buffer): void {
    if (this.#chunks === null) return;
    this.#bytes += chunk.length;
    if (this.#bytes > maxBodyBytes) this.#chunks = null;
    else this.#chunks.push(kept(chunk));
  }

  /** The answer came to its proper end. */
  end(): void {
    if (this.#chunks === null) return;
    this.#options.onComplete(this.#status, this.#headers, lasting(Buffer.concat(this.#chunks)));
    this.#chunks = null;
  }
}
