// How long every list action takes when its list is long; see README.md.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTurnpike } from "./gateways/turnpike.ts";
import { Management } from "./gateways/turnpike-management.ts";
import { writeLog } from "./lists/log.ts";
import { writeListsMarkdown } from "./lists/markdown.ts";
import { measureLists } from "./lists/measure.ts";
import { seed } from "./lists/seed.ts";
import { readOptions, resultsFolder, wholeNumber } from "./options.ts";

const { rows, repeats, only, data, results } = readOptions(
  { rows: "100000", repeats: "30", only: "", data: "", results: resultsFolder },
  (values) => ({
    ...values,
    rows: wholeNumber("--rows", values.rows),
    repeats: wholeNumber("--repeats", values.repeats),
  }),
);

// A folder that is named is kept, and not filled again.
const folder = data === "" ? await mkdtemp(join(tmpdir(), "turnpike-lists-")) : data;
try {
  if (data === "" || !existsSync(data)) {
    process.stderr.write(`filling every list with ${rows.toLocaleString("en")} rows\n`);
    await seed(folder, rows);
  }
  await writeLog(folder, rows);
  process.stderr.write("starting Turnpike on them\n");
  const { started, managementPort } = await startTurnpike(folder);
  const timings = await measureLists(new Management(managementPort), started.pid, { rows, repeats, only });
  await started.stop();
  const markdown = writeListsMarkdown({ rows, repeats, timings });
  if (only === "") {
    await mkdir(results, { recursive: true });
    await writeFile(join(results, "lists.md"), markdown);
  }
  process.stdout.write(markdown);
} finally {
  if (data === "") await rm(folder, { recursive: true, force: true });
}
process.exit();
