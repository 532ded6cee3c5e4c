import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchKeys } from "../cases.ts";
import { findProgram } from "../processes.ts";
import type { Gateway } from "./gateway.ts";
import { nginxVersion, startNginx } from "./nginx.ts";

const modules = "/usr/lib/nginx/modules";

/** nginx with the checks of a keyed call written in Lua (nginx-check.lua), on LuaJIT inside the worker. */
export const nginxLua: Gateway = {
  name: "nginx-lua",
  title: "nginx + Lua, with the check",
  checks: true,
  install: "apt-get install nginx-light libnginx-mod-http-lua",
  isInstalled: () => findProgram("nginx") !== undefined && existsSync(join(modules, "ngx_http_lua_module.so")),
  version: nginxVersion,
  async start(site) {
    await writeFile(join(site.folder, "keys.lua"), keyTable(site.keys));
    return startNginx(site, {
      top: `load_module ${modules}/ndk_http_module.so;\nload_module ${modules}/ngx_http_lua_module.so;`,
      http: [
        `lua_package_path "${site.folder}/?.lua;${import.meta.dirname}/?.lua;;";`,
        "lua_shared_dict counters 10m;",
        'init_by_lua_block { check = require "nginx-check" }',
        "log_format calls '[$time_iso8601][$request_id][$status][$request_method][$uri][$remote_addr][$request_time]';",
        `access_log ${site.folder}/access.log calls buffer=64k flush=1s;`,
      ].join("\n  "),
      location: [
        "access_by_lua_block { check() }",
        "proxy_set_header X-Api-RequestId $request_id;",
        "add_header X-Api-RequestId $request_id always;",
      ].join("\n      "),
    });
  },
};

/** As a Lua module: key id → secret, plan, and the plan's rate (-1: none) and quota. */
function keyTable({ open, throttled }: BenchKeys): string {
  const rows = [
    ...open.map(({ id, secret }) => `["${id}"]={secret="${secret}",plan="open",rate=-1,quota=99999999}`),
    `["${throttled.id}"]={secret="${throttled.secret}",plan="slow",rate=1,quota=-1}`,
  ];
  return `return {\n${rows.join(",\n")}\n}\n`;
}
