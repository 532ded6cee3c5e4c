// Whether calls are lost while Turnpike's threads, configuration and certificates are replaced; see README.md.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Disturbance, type LossResult, runLoss } from "./loss/run.ts";
import { readOptions, wholeNumber } from "./options.ts";
import { freePort, listening, startProcess } from "./processes.ts";

const { disturbances, ...counts } = readOptions(
  {
    ...{ calls: "100000", callers: "40", threads: "2", changes: "100" },
    only: "restarts,changes,certificates,stop",
  },
  (values) => ({
    calls: wholeNumber("--calls", values.calls),
    callers: wholeNumber("--callers", values.callers),
    threads: wholeNumber("--threads", values.threads),
    changesPerSecond: wholeNumber("--changes", values.changes),
    disturbances: values.only.split(",") as Disturbance[],
  }),
);

const folder = await mkdtemp(join(tmpdir(), "turnpike-loss-"));
const backendPort = await freePort();
const backend = startProcess(process.execPath, [join(import.meta.dirname, "backend.ts"), String(backendPort)]);
let isLossless = true;
try {
  await listening(backend, backendPort);
  console.log("| while | connections | passed | lost | disturbed | seconds | ended with |");
  console.log("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
  for (const disturbance of disturbances) {
    // Those who connect while the process goes away find nobody, which is not a call that was lost.
    for (const isKept of disturbance === "stop" ? [true] : [true, false]) {
      const result = await runLoss({
        folder: await mkdtemp(join(folder, "run-")),
        ...{ backendPort, disturbance, isKept },
        ...counts,
      });
      console.log(row(disturbance, isKept, result));
      isLossless &&= result.failures.size === 0 && result.exitCode === 0;
    }
  }
} finally {
  await backend.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(isLossless ? 0 : 1);

function row(disturbance: Disturbance, isKept: boolean, result: LossResult): string {
  const { passed, failures, seconds, exitCode } = result;
  const lost = failures.size === 0 ? "0" : [...failures].map(([reason, count]) => `${count} × ${reason}`).join(", ");
  const cells = [disturbance, isKept ? "kept" : "new", passed, lost, result.disturbances, seconds.toFixed(1), exitCode];
  return `| ${cells.join(" | ")} |`;
}
