#!/usr/bin/env node
const oldestMajor = 24;

// Checked before anything else is loaded: on an older Node the imports themselves would fail with a riddle.
if (Number(process.versions.node.split(".")[0]) < oldestMajor) {
  process.stderr.write(`turnpike: needs Node ${oldestMajor} or newer, this is ${process.versions.node}\n`);
  process.exitCode = 1;
} else {
  const { tolerateLostOutput } = await import("./cli/standard-output.ts");
  const { run } = await import("./cli/program.ts");
  tolerateLostOutput();
  const exitCode = await run(process.argv.slice(2), process.env);
  // It may be set already, when output was lost.
  if (exitCode !== 0) process.exitCode = exitCode;
}

export {};
