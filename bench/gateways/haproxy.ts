import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findProgram, freePort, listening, startProcess } from "../processes.ts";
import type { Gateway, RunningGateway, Site } from "./gateway.ts";

/** HAProxy as a relay: one thread, connections to the backend shared by all callers. */
export const haproxy: Gateway = {
  name: "haproxy",
  title: "HAProxy, plain",
  checks: false,
  install: "apt-get install haproxy",
  isInstalled: isHaproxyInstalled,
  version: haproxyVersion,
  start: (site) => startHaproxy(site, { global: "", frontend: "", sections: "" }),
};

export function isHaproxyInstalled(): boolean {
  return findProgram("haproxy") !== undefined;
}

export function haproxyVersion(): string {
  const program = findProgram("haproxy");
  if (program === undefined) return "";
  return /version ([0-9.]+)/.exec(execFileSync(program, ["-v"], { encoding: "utf8" }))?.[1] ?? "";
}

/** Lines a variant adds to the configuration. */
export interface HaproxyParts {
  readonly global: string;
  readonly frontend: string;
  readonly sections: string;
}

export async function startHaproxy(site: Site, parts: HaproxyParts): Promise<RunningGateway> {
  const port = await freePort();
  const file = join(site.folder, "haproxy.cfg");
  await writeFile(file, configuration(site, port, parts));
  const started = startProcess(findProgram("haproxy") ?? "haproxy", ["-db", "-f", file]);
  await listening(started, port);
  return { port, pid: started.pid, address: { host: `127.0.0.1:${port}`, prefix: "" }, stop: started.stop };
}

function configuration(site: Site, port: number, { global, frontend, sections }: HaproxyParts): string {
  return `
global
  nbthread 1
  maxconn 8192
  hard-stop-after 1s
  ${global}
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend callers
  bind 127.0.0.1:${port} backlog 4096
  default_backend servers
${frontend}
backend servers
  http-reuse always
  server backend 127.0.0.1:${site.backendPort} maxconn 8192
${sections}
`;
}
