// Whether calls are lost while Turnpike's threads, configuration and certificates are replaced; see README.md.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Disturbance, type LossResult, runLoss } from "./loss/run.ts";
import { wholeNumber } from "./options.ts";
import { freePort, listening, startProcess } from "./processes.ts";

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "100000" },
    callers: { type: "string", default: "40" },
    threads: { type: "string", default: "2" },
    changes: { type: "string", default: "100" },
    only: { type: "string", default: "restarts,changes,certificates,stop" },
  },
});

const disturbances = values.only.split(",") as Disturbance[];
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
        calls: wholeNumber("--calls", values.calls),
        callers: wholeNumber("--callers", values.callers),
        threads: wholeNumber("--threads", values.threads),
        changesPerSecond: wholeNumber("--changes", values.changes),
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
