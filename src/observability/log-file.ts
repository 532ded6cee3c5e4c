import { type FileHandle, open, rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import type { LogSink } from "./log-sink.ts";

interface LogFileOptions {
  readonly path: string;
  /** A file that has reached this size is set aside as `{path}.1`, the older ones move up. */
  readonly maxBytes: number;
  /** How many files set aside are kept. */
  readonly keptFiles: number;
}

/** Appends to a file and changes to a new one when it is full. */
export async function openLogFile({ path, maxBytes, keptFiles }: LogFileOptions): Promise<LogSink> {
  let file = await open(path, "a", 0o640);
  let size = (await file.stat()).size;

  return {
    async write(lines) {
      if (size >= maxBytes) {
        file = await rotate(file, path, keptFiles);
        size = 0;
      }
      await file.appendFile(lines);
      size += lines.length;
    },
    close: () => file.close(),
  };
}

async function rotate(file: FileHandle, path: string, keptFiles: number): Promise<FileHandle> {
  for (let age = keptFiles; age > 0; age--) {
    await rename(age === 1 ? path : `${path}.${age - 1}`, `${path}.${age}`).catch(ignoreMissing);
  }
  if (keptFiles === 0) await rm(path, { force: true });
  const next = await open(path, "a", 0o640);
  await file.close();
  return next;
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
