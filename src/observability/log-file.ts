import { existsSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import type { Writable } from "node:stream";
import type { LogSink } from "./log-sink.ts";

interface LogFileOptions {
  readonly path: string;
  /** A file that has reached this size is set aside as `{path}.1`, the older ones move up. */
  readonly maxBytes: number;
  /** How many files set aside are kept. */
  readonly keptFiles: number;
}

/** Lines are far shorter: what requests bring into them is bounded. */
const maxLineBytes = 1024 * 1024;
const newline = 0x0a;

/** Appends to a file and changes to a new one when it is full. Every line in it is whole, whatever failed in between. */
export async function openLogFile({ path, maxBytes, keptFiles }: LogFileOptions): Promise<LogSink> {
  let file = await open(path, "a+", 0o640);
  let size = await dropHalfLine(file);

  return {
    async write(lines) {
      if (size >= maxBytes) {
        file = await rotate(file, path, keptFiles);
        size = 0;
      }
      try {
        await file.appendFile(lines);
      } catch (error) {
        // A part of them may have found room.
        await file.truncate(size).catch(() => {});
        throw error;
      }
      size += lines.length;
    },
    close: () => file.close(),
  };
}

/** Takes back a last line that a crash has cut short, which the next one would continue; resolves with the size of the rest. */
async function dropHalfLine(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, maxLineBytes));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = size - tail.length + tail.lastIndexOf(newline) + 1;
  if (end < size) await file.truncate(end);
  return end;
}

/** The new file is there before the old ones move: if it cannot be made, each stays what it is. */
async function rotate(file: FileHandle, path: string, keptFiles: number): Promise<FileHandle> {
  const fresh = `${path}.new`;
  const next = await open(fresh, "a", 0o640);
  try {
    await moveUp(path, keptFiles);
    await rename(fresh, path);
  } catch (error) {
    await next.close();
    throw error;
  }
  await file.close();
  return next;
}

/** Only up to the first free place, so that trying again after a failure pushes no file out. */
async function moveUp(path: string, keptFiles: number): Promise<void> {
  let place = 1;
  while (place < keptFiles && existsSync(`${path}.${place}`)) place++;
  for (let age = Math.min(place, keptFiles); age > 0; age--) {
    await rename(age === 1 ? path : `${path}.${age - 1}`, `${path}.${age}`).catch(ignoreMissing);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** Writes to a stream, such as standard output, at the pace it takes. The stream is left open. */
export function streamSink(stream: Writable): LogSink {
  return {
    write: (lines) =>
      new Promise((resolve, reject) => {
        stream.write(lines, (error) => (error ? reject(error) : resolve()));
      }),
    close: async () => {},
  };
}
