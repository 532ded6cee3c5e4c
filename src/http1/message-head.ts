/** Why a message was refused. `status` is what a caller is answered; a backend's bad answer is always 502 upstairs. */
export class ParseFailure {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string) {
    this.status = status;
    this.reason = reason;
  }
}

/**
 * The bytes of one head, or of its beginning, and the same as latin1 text: `text[i]` is `bytes[start + i]`. The bytes
 * are what is scanned, several times faster than characters of a string; the text is what names and values are cut from.
 */
export interface HeadSource {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly text: string;
}

/** Limits of one head, and what to do with field names that hold an underscore. */
export interface HeadLimits {
  /** Request line without its CRLF; longer is 414. */
  readonly maxLineBytes: number;
  /** Whole head with its empty line; longer is 431. */
  readonly maxHeadBytes: number;
  readonly maxFields: number;
  /**
   * `X_Key` and `X-Key` become one name for CGI-like backends, so a caller could imitate a field the gateway sets.
   * `refuse` answers 400, `drop` leaves the field out, `keep` passes it on.
   */
  readonly underscoreNames: "refuse" | "drop" | "keep";
}

export const REQUEST_HEAD_LIMITS: HeadLimits = {
  maxLineBytes: 8192,
  maxHeadBytes: 16_384,
  maxFields: 100,
  underscoreNames: "refuse",
};

export const RESPONSE_HEAD_LIMITS: HeadLimits = {
  maxLineBytes: 1024,
  maxHeadBytes: 65_536,
  maxFields: 200,
  underscoreNames: "keep",
};

/** What becomes of one received field: null for as it is, otherwise the field block in its place, which may be empty. */
export type FieldRewriter = (name: string, value: string) => string | null;

/** What is asked of a backend on behalf of a request, apart from the body and its framing. */
export interface OutgoingRequest {
  readonly method: string;
  readonly target: string;
  /** Host for the backend. */
  readonly host: string;
  /** Null: end-to-end fields go on as received. Host is not among them. */
  readonly rewriteField: FieldRewriter | null;
  /** Field block added to the request. */
  readonly fields: string;
}

/** What every head has: its fields as received and what they say about framing and the connection. */
export class MessageHead {
  /** 0 or 1: HTTP/1.0 or HTTP/1.1. */
  minorVersion = 1;
  /** Name, value, name, value … in received order and case; values are latin1 text without surrounding space. */
  readonly fields: string[] = [];
  /** The head as received, and where in it the line of `fields[i]` starts (`lines[i]`) and ends (`lines[i + 1]`). */
  text = "";
  /** Bytes of the head with its empty line; what `text` holds beyond is not the head's. */
  length = 0;
  readonly lines: number[] = [];
  /** Declared body length, or -1. */
  contentLength = -1;
  /** The body is in the chunked transfer coding. */
  chunked = false;
  /** Connection options (RFC 9110 §7.6.1). */
  hasClose = false;
  hasKeepAlive = false;
  hasUpgrade = false;
  /** Other names nominated by Connection, lower case: fields that end at this hop. Null when there are none. */
  nominated: string[] | null = null;
  hasDate = false;
  /** Value of Upgrade, empty when absent or not announced in Connection. */
  upgrade = "";
  /** What `copyFields` made of it last. */
  copied: { readonly rewriter: FieldRewriter | null; readonly block: string } | null = null;

  /** Whether the sender wants the connection kept after this message (RFC 9112 §9.3). */
  get wantsKeepAlive(): boolean {
    return !this.hasClose && (this.minorVersion === 1 || this.hasKeepAlive);
  }
}

export class RequestHead extends MessageHead {
  method = "";
  /** Origin-form (`/path?query`), or `*` with OPTIONS. Absolute-form has been reduced to origin-form. */
  target = "";
  /** Value of Host; empty only for HTTP/1.0 without one. */
  host = "";
  /** Index of Host's name in `fields`, or -1. */
  hostIndex = -1;
  /** What `forwardHead` made of it last. */
  forwarded: { readonly outgoing: OutgoingRequest; readonly text: string } | null = null;
  /** What whoever is served by the engine has to say about this head; it may come again. */
  findings: unknown = null;
  /** The caller waits for 100 (Continue) before it sends the body. */
  expectContinue = false;

  get hasBody(): boolean {
    return this.chunked || this.contentLength > 0;
  }
}

export class ResponseHead extends MessageHead {
  status = 0;
  reason = "";
}

/** Value of the first field called `lowerName`, or undefined. */
export function fieldValue(fields: readonly string[], lowerName: string): string | undefined {
  for (let i = 0; i < fields.length; i += 2) {
    const name = fields[i];
    if (name !== undefined && name.length === lowerName.length && name.toLowerCase() === lowerName)
      return fields[i + 1];
  }
  return undefined;
}
