// How long every list action takes when its list is long; see README.md.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startTurnpike } from "./gateways/turnpike.ts";
import { Management } from "./gateways/turnpike-management.ts";
import { writeLog } from "./lists/log.ts";
import { writeListsMarkdown } from "./lists/markdown.ts";
import { measureLists } from "./lists/measure.ts";
import { seed } from "./lists/seed.ts";
import { wholeNumber } from "./options.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    repeats: { type: "string", default: "30" },
    only: { type: "string", default: "" },
    data: { type: "string" },
    results: { type: "string", default: join(import.meta.dirname, "results") },
  },
});
const rows = wholeNumber("--rows", values.rows);
const repeats = wholeNumber("--repeats", values.repeats);

// A folder that is named is kept, and not filled again.
const folder = values.data ?? (await mkdtemp(join(tmpdir(), "turnpike-lists-")));
try {
  if (values.data === undefined || !existsSync(values.data)) {
    process.stderr.write(`filling every list with ${rows.toLocaleString("en")} rows\n`);
    await seed(folder, rows);
  }
  await writeLog(folder, rows);
  process.stderr.write("starting Turnpike on them\n");
  const { started, managementPort } = await startTurnpike(folder);
  const timings = await measureLists(new Management(managementPort), started.pid, { rows, repeats, only: values.only });
  await started.stop();
  const markdown = writeListsMarkdown({ rows, repeats, timings });
  if (values.only === "") {
    await mkdir(values.results, { recursive: true });
    await writeFile(join(values.results, "lists.md"), markdown);
  }
  process.stdout.write(markdown);
} finally {
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}
process.exit();
