import type { FileHandle } from "node:fs/promises";

/** A line of a file and where it is: from `start` up to `end`, its newline included. */
export interface LogLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whole lines that were read at once, in the order they are looked at. */
export class LogLines {
  readonly start: number;
  readonly end: number;
  readonly #bytes: Buffer;
  readonly #isBackward: boolean;

  constructor(bytes: Buffer, start: number, isBackward: boolean) {
    this.start = start;
    this.end = start + bytes.length;
    this.#bytes = bytes;
    this.#isBackward = isBackward;
  }

  /** All of them, or none if no line has the text in it. Each is decoded when its turn comes. */
  *holding(text: string): Generator<LogLine, void> {
    if (!this.#bytes.includes(text)) return;
    const ends: number[] = [];
    for (let end = 0; end < this.#bytes.length; ends.push(end)) end = this.#bytes.indexOf(newline, end) + 1;
    for (let turn = 0; turn < ends.length; turn++)
      yield this.#line(ends, this.#isBackward ? ends.length - 1 - turn : turn);
  }

  #line(ends: readonly number[], index: number): LogLine {
    const [from, end] = [ends[index - 1] ?? 0, ends[index] ?? 0];
    return { text: this.#bytes.toString("utf8", from, end - 1), start: this.start + from, end: this.start + end };
  }
}

const chunkBytes = 256 * 1024;
/** Enough for nearly every line. */
export const lineBytes = 4 * 1024;
/** Longer ones are not ours: a line of the access log has some 12 KB at most. */
const maxLineBytes = 1024 * 1024;
const newline = 0x0a;

/*
 * A walk reads into one buffer, again and again, so lines are to be looked at before the next are asked for. Buffers of their own
 * would be garbage by the megabyte, and its collection would halt everything else the program does.
 */

/** The lines that begin in `[start, end)`, in order. `start` must be where one begins; a line without a newline is not finished. */
export async function* linesForward(
  file: FileHandle,
  start: number,
  end: number,
  readBytes = chunkBytes,
): AsyncGenerator<LogLines, void> {
  let buffer = Buffer.allocUnsafe(2 * readBytes);
  /** What the buffer begins with: a line whose end is not read yet. */
  let kept = 0;
  for (let position = start; position < end; ) {
    if (buffer.length < kept + readBytes) buffer = Buffer.concat([buffer], 2 * buffer.length);
    const { bytesRead } = await file.read(buffer, kept, readBytes, position + kept);
    if (bytesRead === 0) return;
    const bytes = buffer.subarray(0, kept + bytesRead);
    const whole = wholeLines(bytes, end - position);
    if (whole > 0) yield new LogLines(bytes.subarray(0, whole), position, false);
    bytes.copyWithin(0, whole);
    position += whole;
    kept = bytes.length - whole;
    if (kept <= maxLineBytes) continue;
    position += kept;
    kept = 0;
  }
}

/** The lines that lie in `[start, end)`, the last one first. Both must be where lines begin, or the end of the file. */
export async function* linesBackward(file: FileHandle, start: number, end: number): AsyncGenerator<LogLines, void> {
  let buffer = Buffer.allocUnsafe(2 * chunkBytes);
  /** What the buffer begins with: the end of a line whose beginning is not read yet. */
  let kept = 0;
  for (let position = end; position > start; ) {
    const size = Math.min(chunkBytes, position - start);
    position -= size;
    if (buffer.length < size + kept) buffer = Buffer.concat([buffer], 2 * buffer.length);
    buffer.copyWithin(size, 0, kept);
    const { bytesRead } = await file.read(buffer, 0, size, position);
    // Somebody has made the file shorter.
    if (bytesRead < size) return;
    const bytes = buffer.subarray(0, size + kept);
    // Where the first line begins is known only once the newline before it has been seen.
    const first = position > start ? bytes.indexOf(newline) + 1 : 0;
    const whole = bytes.lastIndexOf(newline) + 1;
    const isKnown = first > 0 || position === start;
    if (isKnown && whole > first) yield new LogLines(bytes.subarray(first, whole), position + first, true);
    kept = isKnown ? first : bytes.length;
    if (kept > maxLineBytes) kept = 0;
  }
}

/** The first line that begins at `offset` or after it. */
export async function firstLineFrom(file: FileHandle, offset: number): Promise<LogLine | undefined> {
  let start = offset;
  if (offset > 0) {
    // One byte earlier, so that a line that begins right there is found.
    const found = await findNewline(file, offset - 1);
    if (found === undefined) return undefined;
    start = found + 1;
  }
  for await (const lines of linesForward(file, start, start + 1, lineBytes)) {
    for (const line of lines.holding("")) return line;
  }
  return undefined;
}

/** How many of the bytes are whole lines that begin before `limit`. */
function wholeLines(bytes: Buffer, limit: number): number {
  const last = bytes.length > limit ? bytes.indexOf(newline, limit - 1) : -1;
  return (last < 0 ? bytes.lastIndexOf(newline) : last) + 1;
}

async function findNewline(file: FileHandle, offset: number): Promise<number | undefined> {
  const buffer = Buffer.allocUnsafe(lineBytes);
  for (let position = offset; position - offset < maxLineBytes; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return undefined;
    const mark = buffer.subarray(0, bytesRead).indexOf(newline);
    if (mark >= 0) return position + mark;
    position += bytesRead;
  }
  return undefined;
}
