import type { AccessRecord } from "../model/access-record.ts";
import type { LogPage, LogQuery, SearchedRecord } from "../model/log-search.ts";
import { LineMembers } from "./line-members.ts";
import { readCursor, writeCursor } from "./log-cursor.ts";
import { closeLogFiles, type OpenLogFile, openLogFiles, readRecord, seekToEnd } from "./log-files.ts";
import { type LogLine, type LogLines, linesBackward, linesForward } from "./log-lines.ts";

export interface LogSearchOptions {
  readonly path: string;
  /** How much one call reads before it gives what it has and a cursor. */
  readonly maxScannedBytes?: number;
  /** How many lines one chain of cursors gives. */
  readonly maxLines?: number;
}

/** No request takes longer than the longest backend timeout (30 minutes) and a slow caller's reading of the answer. */
const longestRequestMs = 3_600_000;

/** Finds lines of the access log and of the files rotation has set aside, without reading what the times rule out. */
export class LogSearch {
  readonly #path: string;
  readonly #maxScannedBytes: number;
  readonly #maxLines: number;

  constructor({ path, maxScannedBytes = 4 * 1024 * 1024, maxLines = 10_000 }: LogSearchOptions) {
    this.#path = path;
    this.#maxScannedBytes = maxScannedBytes;
    this.#maxLines = maxLines;
  }

  /** Undefined when the cursor is not one of ours. */
  async search(query: LogQuery): Promise<LogPage | undefined> {
    const cursor = query.cursor === null ? null : readCursor(query.cursor);
    if (cursor === undefined) return undefined;
    const files = await openLogFiles(this.#path);
    try {
      return await this.#scan(query, files, cursor?.given ?? 0, cursor);
    } finally {
      await closeLogFiles(files);
    }
  }

  async #scan(
    query: LogQuery,
    newestFirst: readonly OpenLogFile[],
    given: number,
    place: { readonly file: string; readonly offset: number } | null,
  ): Promise<LogPage> {
    const limit = Math.min(query.limit, this.#maxLines - given);
    const records: AccessRecord[] = [];
    const mark = `"serviceId":"${query.serviceId}"`;
    let scanned = 0;
    for (const file of filesToRead(query, newestFirst, place)) {
      const pageUpTo = (next: { readonly start: number; readonly end: number }): LogPage => {
        const total = given + records.length;
        const offset = query.order === "newest-first" ? next.end : next.start;
        return {
          records,
          cursor: total >= this.#maxLines ? null : writeCursor({ file: file.id, offset, given: total }),
        };
      };
      for await (const lines of linesOf(query, file, place?.file === file.id ? place.offset : null)) {
        if (records.length >= limit || scanned > this.#maxScannedBytes) return pageUpTo(lines);
        scanned += lines.end - lines.start;
        for (const line of lines.holding(mark)) {
          if (records.length >= limit) return pageUpTo(line);
          const record = readMatch(query, mark, line);
          if (record !== undefined) records.push(record);
        }
      }
    }
    return { records, cursor: null };
  }
}

/** The files in the order they are read, from the one the cursor is in. One that rotation has dropped is over. */
function filesToRead(
  { order }: LogQuery,
  newestFirst: readonly OpenLogFile[],
  place: { readonly file: string } | null,
): readonly OpenLogFile[] {
  const files = order === "newest-first" ? newestFirst : newestFirst.toReversed();
  if (place === null) return files;
  const index = files.findIndex(({ id }) => id === place.file);
  if (index >= 0) return files.slice(index);
  return order === "newest-first" ? [] : files;
}

/** The lines of a file that the times do not rule out. */
async function* linesOf(query: LogQuery, file: OpenLogFile, offset: number | null): AsyncGenerator<LogLines, void> {
  const start = await seekToEnd(file, query.fromMs);
  const end = await seekToEnd(file, query.toMs + longestRequestMs);
  const within = (position: number) => Math.min(Math.max(position, start), end);
  if (query.order === "newest-first") yield* linesBackward(file.handle, start, within(offset ?? end));
  else yield* linesForward(file.handle, within(offset ?? start), end);
}

function readMatch(query: LogQuery, mark: string, { text }: LogLine): AccessRecord | undefined {
  // Most lines are not wanted, and looking costs less than parsing.
  if (!text.includes(mark) || !isWanted(query, new LineMembers(text))) return undefined;
  const record = readRecord(text);
  return record?.serviceId === query.serviceId && isWanted(query, record) ? record : undefined;
}

function isWanted(query: LogQuery, record: SearchedRecord): boolean {
  if (!query.matches(record)) return false;
  const time = Date.parse(record.time);
  return time >= query.fromMs && time <= query.toMs;
}
