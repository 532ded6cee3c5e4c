import { describeMachine } from "../report/machine.ts";
import { table } from "../report/markdown.ts";
import { loadKinds } from "./calls.ts";
import type { ScaleFigures } from "./measure-size.ts";
import type { Propagation } from "./propagation.ts";

export function writeScaleMarkdown(figures: readonly ScaleFigures[]): string {
  const line = (title: string, show: (figure: ScaleFigures) => string): string[] => [title, ...figures.map(show)];
  const header = [
    "",
    ...figures.map(({ size }) => `${size.keys.toLocaleString("en")} keys, ${size.apis.toLocaleString("en")} APIs`),
  ];
  return `${[
    "# Turnpike with many keys and APIs",
    `Measured ${new Date().toISOString().slice(0, 10)} on ${describeMachine()}. [What the figures mean](../README.md).`,
    table(header, [
      line("from start to ready", ({ readySeconds }) => `${readySeconds.toFixed(2)} s`),
      line("CPU time of the start", ({ readyCpuSeconds }) => `${readyCpuSeconds.toFixed(2)} s`),
      line("memory when ready", ({ readyBytes }) => megabytes(readyBytes)),
      line("memory after load", ({ loadedBytes }) => megabytes(loadedBytes)),
      ...loadKinds.map((kind) =>
        line(`CPU of a keyed GET, ${kind}`, ({ cpuMicroseconds }) => microseconds(cpuMicroseconds.get(kind))),
      ),
      ...propagation("BindSecretIds", ({ keyBinding }) => keyBinding).map(([title, show]) => line(title, show)),
      ...propagation("BindEnvironment", ({ planBinding }) => planBinding).map(([title, show]) => line(title, show)),
      line("filling the data folder", ({ seedSeconds }) => `${seedSeconds.toFixed(1)} s`),
    ]),
  ].join("\n\n")}\n`;
}

type Show = (figure: ScaleFigures) => string;

function propagation(action: string, of: (figure: ScaleFigures) => Propagation): [title: string, show: Show][] {
  return [
    [`${action}, the management call (p50)`, (figure) => `${of(figure).callP50Ms.toFixed(1)} ms`],
    [
      `${action}, from its answer to a passing call (p50 / max)`,
      (figure) => `${of(figure).passesP50Ms.toFixed(1)} / ${of(figure).passesMaxMs.toFixed(1)} ms`,
    ],
    [`${action}, passed at the first try`, (figure) => `${of(figure).passedAtOnce} of ${of(figure).repeats}`],
  ];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

function microseconds(value = Number.NaN): string {
  return Number.isNaN(value) ? "not measured: apt-get install wrk" : `${value.toFixed(1)} µs`;
}
