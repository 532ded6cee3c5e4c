import { CR, FIELD_VALUE, HEX_VALUE, LF, TOKEN } from "./grammar.ts";
import { HEAD_DOOMED, HEAD_WHOLE, HeadReader } from "./head-reader.ts";
import { type HeadSource, MessageHead, ParseFailure, REQUEST_HEAD_LIMITS } from "./message-head.ts";
import { INCOMPLETE, parseFields } from "./parse-fields.ts";

const BAD_SIZE = new ParseFailure(400, "invalid chunk size");
const BAD_SIZE_LINE = new ParseFailure(400, "chunk size line not ended by CRLF");
const BAD_EXTENSION = new ParseFailure(400, "invalid chunk extension");
const LONG_EXTENSION = new ParseFailure(400, "chunk extensions too long");
const BAD_CHUNK_END = new ParseFailure(400, "chunk data not ended by CRLF");
const BAD_TRAILER = new ParseFailure(400, "invalid trailer section");
const LONG_TRAILER = new ParseFailure(431, "trailer section too long");

const MAX_SIZE_DIGITS = 8;
/** Over the whole body: a sender that wraps each byte in kilobytes of extensions gets no further than this. */
const MAX_EXTENSION_BYTES = 4096;
const MAX_TRAILER_BYTES = 8192;
const TRAILER_LIMITS = { ...REQUEST_HEAD_LIMITS, maxFields: 32 };

const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

// States: where in the coding the next byte stands.
const SIZE = 0;
const EXTENSION_NAME = 1;
const EXTENSION_VALUE = 2;
const EXTENSION_TOKEN = 3;
const QUOTED = 4;
const QUOTED_PAIR = 5;
const AFTER_QUOTED = 6;
const SIZE_LF = 7;
const DATA = 8;
const DATA_CR = 9;
const DATA_LF = 10;
const TRAILER = 11;
const DONE = 12;

/** Takes the data of a body, as views of the bytes read from the socket: to be used at once, or `kept`. */
export interface DataSink {
  onChunkData(data: Buffer): void;
}

/**
 * Incremental decoder of the chunked transfer coding (RFC 9112 §7.1), without its lenient parts: CRLF only, no space
 * around the size, extensions well formed. Data is passed on as views of what was read. Trailer fields are checked
 * and dropped: what arrives after the body was acted upon can no longer be trusted with a meaning.
 */
export class ChunkedDecoder {
  failure: ParseFailure | null = null;
  private state = SIZE;
  private size = 0;
  private sizeDigits = 0;
  private extensionBytes = 0;
  private isExtensionEmpty = true;
  private trailer: HeadReader | null = null;

  get isDone(): boolean {
    return this.state === DONE;
  }

  /** Decodes from `offset` and answers the offset after the last byte used: `chunk.length` unless done or failed. */
  push(chunk: Buffer, offset: number, sink: DataSink): number {
    let at = offset;
    while (at < chunk.length && this.state !== DONE && this.failure === null) {
      if (this.state === DATA) at = this.passData(chunk, at, sink);
      else if (this.state === TRAILER) at = this.readTrailer(chunk, at);
      else this.step(chunk[at++] ?? 0);
    }
    return at;
  }

  private passData(chunk: Buffer, at: number, sink: DataSink): number {
    const end = Math.min(chunk.length, at + this.size);
    this.size -= end - at;
    if (this.size === 0) this.state = DATA_CR;
    sink.onChunkData(at === 0 && end === chunk.length ? chunk : chunk.subarray(at, end));
    return end;
  }

  private step(byte: number): void {
    switch (this.state) {
      case SIZE:
        this.stepSize(byte);
        break;
      case SIZE_LF:
        this.expect(byte, LF, this.size === 0 ? TRAILER : DATA, BAD_SIZE_LINE);
        break;
      case DATA_CR:
        this.expect(byte, CR, DATA_LF, BAD_CHUNK_END);
        break;
      case DATA_LF:
        this.sizeDigits = 0;
        this.expect(byte, LF, SIZE, BAD_CHUNK_END);
        break;
      default:
        this.stepExtension(byte);
        break;
    }
  }

  private stepSize(byte: number): void {
    const digit = HEX_VALUE[byte] ?? 255;
    if (digit < 16 && this.sizeDigits < MAX_SIZE_DIGITS) {
      this.size = this.size * 16 + digit;
      this.sizeDigits++;
    } else if (digit < 16 || this.sizeDigits === 0) this.failure = BAD_SIZE;
    else this.endSizeOr(byte, BAD_SIZE);
  }

  private endSizeOr(byte: number, failure: ParseFailure): void {
    if (byte === CR) this.state = SIZE_LF;
    else if (byte === SEMICOLON) this.startExtension();
    else this.failure = byte === LF ? BAD_SIZE_LINE : failure;
  }

  private startExtension(): void {
    this.state = EXTENSION_NAME;
    this.isExtensionEmpty = true;
  }

  /** chunk-ext = *( ";" name [ "=" ( token / quoted-string ) ] ), RFC 9112 §7.1.1, without its optional spaces. */
  private stepExtension(byte: number): void {
    if (++this.extensionBytes > MAX_EXTENSION_BYTES) {
      this.failure = LONG_EXTENSION;
      return;
    }
    switch (this.state) {
      case EXTENSION_NAME:
      case EXTENSION_TOKEN:
        this.stepExtensionToken(byte);
        break;
      case EXTENSION_VALUE:
        if (byte === QUOTE) this.state = QUOTED;
        else {
          this.state = EXTENSION_TOKEN;
          this.isExtensionEmpty = true;
          this.stepExtensionToken(byte);
        }
        break;
      case QUOTED:
        if (byte === QUOTE) this.state = AFTER_QUOTED;
        else if (byte === BACKSLASH) this.state = QUOTED_PAIR;
        else if (FIELD_VALUE[byte] === 0) this.failure = BAD_EXTENSION;
        break;
      case QUOTED_PAIR:
        this.state = QUOTED;
        if (FIELD_VALUE[byte] === 0) this.failure = BAD_EXTENSION;
        break;
      default:
        this.endSizeOr(byte, BAD_EXTENSION);
        break;
    }
  }

  private stepExtensionToken(byte: number): void {
    if (TOKEN[byte] === 1) this.isExtensionEmpty = false;
    else if (this.isExtensionEmpty) this.failure = BAD_EXTENSION;
    else if (byte === EQUALS && this.state === EXTENSION_NAME) this.state = EXTENSION_VALUE;
    else this.endSizeOr(byte, BAD_EXTENSION);
  }

  private expect(byte: number, expected: number, next: number, failure: ParseFailure): void {
    if (byte === expected) this.state = next;
    else this.failure = failure;
  }

  /** The trailer section ends like a head, but may be empty: its CRLF then follows that of the last chunk. */
  private readTrailer(chunk: Buffer, at: number): number {
    if (this.trailer === null) {
      this.trailer = new HeadReader(MAX_TRAILER_BYTES);
      this.trailer.push(LAST_CHUNK_END, 0);
    }
    const result = this.trailer.push(chunk, at);
    if (result === HEAD_WHOLE) {
      this.state = DONE;
      this.failure = checkTrailer(this.trailer);
      return this.trailer.end;
    }
    if (result === HEAD_DOOMED) this.failure = checkTrailer(this.trailer) ?? LONG_TRAILER;
    return chunk.length;
  }
}

const LAST_CHUNK_END = Buffer.from("\r\n");

function checkTrailer(source: HeadSource): ParseFailure | null {
  const trailer = new MessageHead();
  const end = parseFields(source, LAST_CHUNK_END.length, trailer, TRAILER_LIMITS);
  if (typeof end !== "number") return end;
  if (isAboutMessage(trailer)) return BAD_TRAILER;
  return end === INCOMPLETE ? LONG_TRAILER : null;
}

/** Fields that frame a message or say what becomes of its connection come too late here (RFC 9110 §6.5.1); some obey them still. */
function isAboutMessage({
  chunked,
  contentLength,
  hasClose,
  hasKeepAlive,
  hasUpgrade,
  nominated,
}: MessageHead): boolean {
  return chunked || contentLength !== -1 || hasClose || hasKeepAlive || hasUpgrade || nominated !== null;
}
