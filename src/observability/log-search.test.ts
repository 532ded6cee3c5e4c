import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { accessRecord } from "../../test/harness/access-record.ts";
import type { SearchedRecord } from "../model/log-search.ts";
import { addAccessLine } from "./access-line.ts";
import type { AccessRecord } from "./access-record.ts";
import { LineBuffer } from "./line-buffer.ts";
import { LogSearch, type LogSearchOptions } from "./log-search.ts";

const serviceId = "service-abcd1234";
const noon = Date.UTC(2026, 0, 1, 12);

/** A request received `second` seconds after noon. */
function line(second: number, change: Partial<AccessRecord> = {}): string {
  const time = noon + second * 1000;
  const lines = new LineBuffer();
  addAccessLine(lines, accessRecord({ serviceId, time, requestId: String(second), ...change }));
  return lines.bytes().toString();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function logIn(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "log-search-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, "access.log");
}

interface Search {
  readonly from?: number;
  readonly to?: number;
  readonly order?: "newest-first" | "oldest-first";
  readonly limit?: number;
  readonly isWanted?: (record: SearchedRecord) => boolean;
  readonly options?: Omit<LogSearchOptions, "path">;
  /** Told after each page. */
  readonly onPage?: (ids: readonly number[]) => void;
}

/** The request ids of all pages. */
async function searchAll(path: string, search: Search = {}): Promise<number[]> {
  const { from = 0, to = 1e6, order = "newest-first", limit = 100, isWanted: matches = () => true } = search;
  const logs = new LogSearch({ path, ...search.options });
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const fromMs = noon + from * 1000;
    const page = await logs.search({ serviceId, fromMs, toMs: noon + to * 1000, order, limit, cursor, matches });
    assert.ok(page);
    const found = page.records.map((record) => Number(record.requestId));
    assert.ok(found.length <= limit);
    ids.push(...found);
    search.onPage?.(found);
    cursor = page.cursor;
  } while (cursor !== null);
  return ids;
}

/** Lines 0 to 299 over three files, with lines of another service between them. */
function writeThreeFiles(path: string): void {
  const text = (from: number, to: number) =>
    range(from, to)
      .map((second) => line(second) + line(second, { serviceId: "service-other000" }))
      .join("");
  writeFileSync(`${path}.2`, text(0, 100));
  writeFileSync(`${path}.1`, text(100, 200));
  writeFileSync(path, text(200, 300));
}

test("pages join to every line of the service, in both orders, across rotated files", async (t) => {
  const path = logIn(t);
  writeThreeFiles(path);
  for (const limit of [1, 7, 100]) {
    assert.deepEqual(await searchAll(path, { limit, order: "oldest-first" }), range(0, 300));
    assert.deepEqual(await searchAll(path, { limit }), range(0, 300).reverse());
  }
});

test("times narrow the search, both ends included", async (t) => {
  const path = logIn(t);
  writeThreeFiles(path);
  assert.deepEqual(await searchAll(path, { from: 95, to: 105, order: "oldest-first" }), range(95, 106));
  assert.deepEqual(await searchAll(path, { from: 250, to: 250 }), [250]);
  assert.deepEqual(await searchAll(path, { from: 301 }), []);
  assert.deepEqual(await searchAll(path, { from: -100, to: -1 }), []);
});

test("a long request is found by when it came, though its line was written when it ended", async (t) => {
  const path = logIn(t);
  writeFileSync(
    path,
    range(1000, 1100)
      .map((second) => line(second))
      .join("") + line(5, { durationMs: 1_200_000 }),
  );
  assert.deepEqual(await searchAll(path, { from: 0, to: 10 }), [5]);
});

test("a search goes on where it was when the files are rotated under it", async (t) => {
  for (const order of ["newest-first", "oldest-first"] as const) {
    const path = logIn(t);
    writeThreeFiles(path);
    let pages = 0;
    const onPage = () => {
      if (++pages !== 2) return;
      renameSync(`${path}.2`, `${path}.3`);
      renameSync(`${path}.1`, `${path}.2`);
      renameSync(path, `${path}.1`);
      writeFileSync(path, line(300));
    };
    const expected = order === "newest-first" ? range(0, 300).reverse() : range(0, 301);
    assert.deepEqual(await searchAll(path, { order, limit: 20, onPage }), expected);
  }
});

test("a file that rotation drops ends a search backwards and lets one forwards go on", async (t) => {
  const path = logIn(t);
  writeThreeFiles(path);
  let isFirst = true;
  const onPage = () => {
    if (isFirst) rmSync(`${path}.2`);
    isFirst = false;
  };
  const ids = await searchAll(path, { order: "oldest-first", limit: 10, onPage });
  assert.deepEqual(ids, [...range(0, 10), ...range(100, 300)]);
});

test("a line that is being written and lines that are no records are passed over", async (t) => {
  const path = logIn(t);
  writeFileSync(path, `${line(1)}torn {"x\n\n${line(2)}${line(3).slice(0, 40)}`);
  assert.deepEqual(await searchAll(path), [2, 1]);
  assert.deepEqual(await searchAll(path, { order: "oldest-first" }), [1, 2]);
  appendFileSync(path, line(3).slice(40));
  assert.deepEqual(await searchAll(path), [3, 2, 1]);
});

test("lines longer than what is read at once are found whole", async (t) => {
  const path = logIn(t);
  const padded = (second: number) => line(second).replace("}\n", `,"pad":"${"x".repeat(70_000)}"}\n`);
  writeFileSync(path, range(0, 6).map(padded).join(""));
  assert.deepEqual(await searchAll(path), range(0, 6).reverse());
  assert.deepEqual(await searchAll(path, { order: "oldest-first", limit: 1, from: 2 }), range(2, 6));
});

test("a call reads only so much and says how to go on, though it found nothing yet", async (t) => {
  const path = logIn(t);
  writeThreeFiles(path);
  const pages: number[] = [];
  const search = {
    options: { maxScannedBytes: 10_000 },
    isWanted: (record: SearchedRecord) => record.requestId === "3",
    onPage: (ids: readonly number[]) => pages.push(ids.length),
  };
  assert.deepEqual(await searchAll(path, search), [3]);
  // Files are read in pieces larger than that, and these are smaller than a piece.
  assert.deepEqual(pages, [0, 0, 1]);
});

test("a chain of pages ends after so many lines", async (t) => {
  const path = logIn(t);
  writeThreeFiles(path);
  const ids = await searchAll(path, { limit: 20, options: { maxLines: 50 } });
  assert.deepEqual(ids, range(250, 300).reverse());
});

test("without any file there is nothing, and a text that is no cursor is told from one", async (t) => {
  const path = logIn(t);
  assert.deepEqual(await searchAll(path), []);
  const query = { serviceId, fromMs: 0, toMs: 1, order: "newest-first", limit: 1, matches: () => true } as const;
  for (const cursor of ["x", "bm8gY3Vyc29y", "MS0xIC0xIDA"]) {
    assert.equal(await new LogSearch({ path }).search({ ...query, cursor }), undefined);
  }
});
