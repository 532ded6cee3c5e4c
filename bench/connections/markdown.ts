import { describeMachine } from "../report/machine.ts";
import { table } from "../report/markdown.ts";
import type { CallerFigures } from "./good-callers.ts";
import { type Behaviour, behaviours } from "./peers.ts";

export interface ConnectionCost {
  readonly what: string;
  readonly residentBytes: number;
  /** NaN: not measured. */
  readonly heapBytes: number;
}

export interface Siege {
  readonly behaviour: Behaviour;
  readonly connections: number;
  readonly seconds: number;
  readonly openAtEnd: number;
  /** Growth of the gateway's memory, at its highest. */
  readonly residentBytes: number;
  /** CPU of the gateway, and of programs outside the measurement. */
  readonly cores: number;
  readonly foreignCores: number;
  readonly callers: CallerFigures;
}

export function writeConnectionsMarkdown(
  costs: readonly ConnectionCost[],
  sieges: readonly Siege[],
  idle: number,
): string {
  return `${[
    "# Turnpike with many connections",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}. [What the figures mean](../README.md).`,
    `## Memory of one of ${idle.toLocaleString("en")} idle connections, bytes`,
    table(
      ["", "resident", "heap"],
      costs.map(({ what, residentBytes, heapBytes }) => [what, bytes(residentBytes), bytes(heapBytes)]),
    ),
    "## Callers in good order meanwhile",
    table(
      ["the others", "connections", "open after", "memory", "cores", "foreign", "calls", "failed", "p50", "p99", "max"],
      sieges.map(({ behaviour, connections, seconds, openAtEnd, residentBytes, cores, foreignCores, callers }) => [
        `${behaviour}: ${behaviours[behaviour]}`,
        connections.toLocaleString("en"),
        `${openAtEnd.toLocaleString("en")} (${seconds} s)`,
        `${Math.round(residentBytes / 2 ** 20)} MB`,
        cores.toFixed(2),
        foreignCores.toFixed(2),
        String(callers.calls),
        String(callers.failures),
        ...[callers.p50Ms, callers.p99Ms, callers.maxMs].map((ms) => `${ms.toFixed(1)} ms`),
      ]),
    ),
  ].join("\n\n")}\n`;
}

function bytes(value: number): string {
  return Number.isNaN(value) ? "" : Math.round(value).toLocaleString("en");
}
