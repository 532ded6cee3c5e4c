import type { Gateway } from "../gateways/gateway.ts";
import { describeMachine } from "./machine.ts";
import type { Results, Row, Section } from "./results.ts";

export function writeMarkdown(results: Results, chartFile: string): string {
  const { rounds, seconds } = results.settings;
  const foreign = results.foreignCores();
  const sections = results.sections();
  return `${[
    "# Gateways compared",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}.`,
    `Medians of ${rounds} interleaved rounds of ${seconds} s, one worker per gateway. Programs that are not part of the ` +
      `comparison used ${foreign.median.toFixed(2)} cores meanwhile (worst run ${foreign.worst.toFixed(2)}): ` +
      "the nearer to zero, the better the figures. [What they mean](../README.md).",
    `![CPU time per keyed call](${chartFile})`,
    "## CPU microseconds per call",
    overview(sections, cpu),
    "## Latency at a fixed rate, milliseconds (p50 / p99)",
    overview(onePerCase(sections), latency, ({ what }) => `${what.name} at ${what.pacedRate}/s`),
    ...sections.flatMap((section) => [heading(section), details(section)]),
    ...restarted(results.restarts),
    ...leftOut(results.leftOut),
  ].join("\n\n")}\n`;
}

function heading({ what, connections }: Section): string {
  const plural = connections === 1 ? "connection" : "connections";
  return `## ${capitalised(what.title)}, ${connections} ${plural}`;
}

/** The fixed-rate runs do not depend on the number of connections. */
function onePerCase(sections: readonly Section[]): Section[] {
  return sections.filter(({ what }, index) => sections.findIndex((other) => other.what === what) === index);
}

/** Gateways down, cases across. */
function overview(
  sections: readonly Section[],
  show: (row: Row) => string,
  headOf: (section: Section) => string = ({ what, connections }) => `${what.name} × ${connections}`,
): string {
  const gateways = [...new Set(sections.flatMap(({ rows }) => rows.map(({ gateway }) => gateway)))];
  return table(
    ["gateway", ...sections.map(headOf)],
    gateways.map((gateway) => [
      nameOf(gateway),
      ...sections.map(({ rows }) => {
        const row = rows.find((candidate) => candidate.gateway === gateway);
        if (row === undefined) return "–";
        return row.fault === undefined ? show(row) : "failed";
      }),
    ]),
  );
}

function details({ rows }: Section): string {
  const header = ["gateway", "CPU µs/call", "× nginx", "spread", "calls/s", "memory"];
  const cells = rows.map((row) => {
    if (row.fault !== undefined) return [nameOf(row.gateway), `failed: ${row.fault}`, "", "", "", ""];
    return [
      nameOf(row.gateway),
      cpu(row),
      Number.isNaN(row.timesNginx) ? "" : row.timesNginx.toFixed(2),
      `${Math.round(row.cpuSpread * 100)} %`,
      row.callsPerSecond.toFixed(0),
      `${Math.round(row.residentBytes / 2 ** 20)} MB`,
    ];
  });
  return table(header, cells);
}

function cpu({ cpuMicroseconds }: Row): string {
  return cpuMicroseconds.toFixed(cpuMicroseconds < 100 ? 1 : 0);
}

function latency({ p50Ms, p99Ms }: Row): string {
  return `${p50Ms.toFixed(2)} / ${p99Ms.toFixed(1)}`;
}

function restarted(restarts: ReadonlyMap<Gateway, number>): string[] {
  if (restarts.size === 0) return [];
  const lines = [...restarts].map(([{ title }, count]) => `- ${title}: ${count} ${count === 1 ? "time" : "times"}`);
  return ["## Started again, because a run failed", lines.join("\n")];
}

function leftOut(reasons: ReadonlyMap<Gateway, string>): string[] {
  if (reasons.size === 0) return [];
  return ["## Not measured", [...reasons].map(([{ title }, reason]) => `- ${title}: ${reason}`).join("\n")];
}

function nameOf(gateway: Gateway): string {
  return `${gateway.title} (${gateway.version()})`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column === 0 ? "---" : "---:"));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
