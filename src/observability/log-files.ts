import { type FileHandle, open } from "node:fs/promises";
import type { AccessRecord } from "../model/access-record.ts";
import { firstLineFrom, lineBytes, linesForward } from "./log-lines.ts";

/** An access log file, opened. Renaming it, as rotation does, changes nothing for who reads it. */
export interface OpenLogFile {
  readonly handle: FileHandle;
  /** The same wherever rotation moves the file. */
  readonly id: string;
  readonly size: number;
}

/** `path`, `path.1`, `path.2` and so on while they exist: the newest first. */
export async function openLogFiles(path: string): Promise<readonly OpenLogFile[]> {
  const files: OpenLogFile[] = [];
  const seen = new Set<string>();
  for (let age = 0; ; age++) {
    const handle = await openIfPresent(age === 0 ? path : `${path}.${age}`);
    // Right after a rotation the file in use may be missing while older ones are there.
    if (handle === undefined && age > 0) return files;
    if (handle === undefined) continue;
    const { ino, birthtimeMs, size } = await handle.stat();
    const id = `${ino}-${Math.trunc(birthtimeMs)}`;
    // A rotation between two openings shows a file twice.
    if (seen.has(id)) await handle.close();
    else files.push({ handle, id, size });
    seen.add(id);
  }
}

export async function closeLogFiles(files: readonly OpenLogFile[]): Promise<void> {
  await Promise.all(files.map(({ handle }) => handle.close()));
}

/** The record of a line; undefined when it holds none. */
export function readRecord(line: string): AccessRecord | undefined {
  try {
    return JSON.parse(line) as AccessRecord;
  } catch {
    return undefined;
  }
}

/**
 * Where the first line begins whose request ended at `timeMs` or later; the file's size when there is none. Lines are written
 * as requests end, so their ends are in order while their beginnings are not.
 */
export async function seekToEnd(file: OpenLogFile, timeMs: number): Promise<number> {
  let low = 0;
  let high = file.size;
  while (high - low > 0) {
    const middle = Math.floor((low + high) / 2);
    const found = await firstRecordFrom(file, middle, high);
    if (found !== undefined && found.endedAt < timeMs) low = found.lineEnd;
    else high = middle;
  }
  return low;
}

/** The first line with a record that begins in `[offset, end)`. */
async function firstRecordFrom({ handle }: OpenLogFile, offset: number, end: number) {
  const first = await firstLineFrom(handle, offset);
  if (first === undefined) return undefined;
  for await (const lines of linesForward(handle, first.start, end, lineBytes)) {
    for (const line of lines.holding("")) {
      const record = readRecord(line.text);
      if (record !== undefined) return { lineEnd: line.end, endedAt: Date.parse(record.time) + record.durationMs };
    }
  }
  return undefined;
}

async function openIfPresent(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
