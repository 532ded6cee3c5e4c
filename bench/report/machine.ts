import { availableParallelism, cpus, release, totalmem } from "node:os";

/** One line that says what the figures were measured on. */
export function describeMachine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${availableParallelism()} × ${model}, ${memory}, Linux ${release()}, Node ${process.versions.node}`;
}
