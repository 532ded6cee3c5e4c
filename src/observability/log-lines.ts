import type { FileHandle } from "node:fs/promises";

/** A line of a file and where it is: from `start` up to `end`, its newline included. */
export interface LogLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const chunkBytes = 64 * 1024;
/** Longer ones are not ours: a line of the access log has some 12 KB at most. */
const maxLineBytes = 1024 * 1024;
const newline = 0x0a;

/** The lines that begin in `[start, end)`, in order. `start` must be where one begins; a line without a newline is not finished. */
export async function* linesForward(file: FileHandle, start: number, end: number): AsyncGenerator<LogLine, void> {
  let rest: Buffer = Buffer.alloc(0);
  let position = start;
  while (position < end || rest.length > 0) {
    const chunk = await readAt(file, position, chunkBytes);
    if (chunk.length === 0) return;
    const bytes = Buffer.concat([rest, chunk]);
    let lineStart = position - rest.length;
    let from = 0;
    for (let mark = bytes.indexOf(newline); mark >= 0; mark = bytes.indexOf(newline, from)) {
      if (lineStart >= end) return;
      yield { text: bytes.toString("utf8", from, mark), start: lineStart, end: lineStart + (mark + 1 - from) };
      lineStart += mark + 1 - from;
      from = mark + 1;
    }
    if (lineStart >= end) return;
    rest = bytes.length - from > maxLineBytes ? Buffer.alloc(0) : bytes.subarray(from);
    position += chunk.length;
  }
}

/** The lines that lie in `[start, end)`, the last one first. Both must be where lines begin, or the end of the file. */
export async function* linesBackward(file: FileHandle, start: number, end: number): AsyncGenerator<LogLine, void> {
  let rest: Buffer = Buffer.alloc(0);
  let position = end;
  while (position > start) {
    const size = Math.min(chunkBytes, position - start);
    position -= size;
    const bytes = Buffer.concat([await readAt(file, position, size), rest]);
    let lineEnd = bytes.lastIndexOf(newline) + 1;
    while (lineEnd > 0) {
      const before = lineEnd < 2 ? -1 : bytes.lastIndexOf(newline, lineEnd - 2);
      // Where the line begins is known only once the newline before it has been seen.
      if (before < 0 && position > start) break;
      const text = bytes.toString("utf8", before + 1, lineEnd - 1);
      yield { text, start: position + before + 1, end: position + lineEnd };
      lineEnd = before + 1;
    }
    rest = bytes.subarray(0, Math.max(lineEnd, 0));
    if (rest.length > maxLineBytes) rest = Buffer.alloc(0);
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
  for await (const line of linesForward(file, start, start + 1)) return line;
  return undefined;
}

async function findNewline(file: FileHandle, offset: number): Promise<number | undefined> {
  for (let position = offset; position - offset < maxLineBytes; ) {
    const chunk = await readAt(file, position, chunkBytes / 8);
    if (chunk.length === 0) return undefined;
    const mark = chunk.indexOf(newline);
    if (mark >= 0) return position + mark;
    position += chunk.length;
  }
  return undefined;
}

async function readAt(file: FileHandle, position: number, size: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, position);
  return buffer.subarray(0, bytesRead);
}
