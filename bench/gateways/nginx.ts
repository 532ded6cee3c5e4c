import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { findProgram, freePort, listening, startProcess } from "../processes.ts";
import type { Gateway, RunningGateway, Site } from "./gateway.ts";

/** What nginx does as a relay and nothing else: one worker, connections to the backend kept open, bodies streamed. */
export const nginx: Gateway = {
  name: "nginx",
  title: "nginx, plain proxy_pass",
  checks: false,
  install: "apt-get install nginx-light",
  isInstalled: () => findProgram("nginx") !== undefined,
  version: nginxVersion,
  start: (site) => startNginx(site, { top: "", http: "access_log off;", location: "" }),
};

export function nginxVersion(): string {
  const program = findProgram("nginx");
  if (program === undefined) return "";
  // It prints its version on standard error: `nginx version: nginx/1.22.1`.
  return execFileSync("/bin/sh", ["-c", '"$0" -v 2>&1', program], { encoding: "utf8" }).split("/")[1]?.trim() ?? "";
}

/** Lines a variant adds to the configuration. */
export interface NginxParts {
  readonly top: string;
  readonly http: string;
  readonly location: string;
}

export async function startNginx(site: Site, parts: NginxParts): Promise<RunningGateway> {
  const port = await freePort();
  await mkdir(join(site.folder, "tmp"));
  const file = join(site.folder, "nginx.conf");
  await writeFile(file, configuration(site, port, parts));
  const started = startProcess(findProgram("nginx") ?? "nginx", ["-p", site.folder, "-c", file, "-e", "stderr"]);
  await listening(started, port);
  return { port, pid: started.pid, address: { host: `127.0.0.1:${port}`, prefix: "" }, stop: started.stop };
}

function configuration(site: Site, port: number, { top, http, location }: NginxParts): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${site.folder}/tmp/${name};`)
    .join("\n  ");
  return `
user ${userInfo().username};
daemon off;
worker_processes 1;
pid ${site.folder}/nginx.pid;
error_log stderr error;
${top}
events { worker_connections 8192; }
http {
  ${temporary}
  keepalive_requests 100000000;
  client_max_body_size 16m;
  ${http}
  upstream backend {
    server 127.0.0.1:${site.backendPort};
    keepalive 1024;
    keepalive_requests 100000000;
  }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      ${location}
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
      proxy_buffers 32 8k;
    }
  }
}
`;
}
