import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchKeys } from "../cases.ts";
import type { Gateway } from "./gateway.ts";
import { haproxyVersion, isHaproxyInstalled, startHaproxy } from "./haproxy.ts";

/**
 * HAProxy with the checks of a keyed call: its own converters for the signature, stick tables for the limits, and a
 * few lines of Lua for the one thing it cannot do itself, reading a date (haproxy-date.lua).
 */
export const haproxyCheck: Gateway = {
  name: "haproxy-check",
  title: "HAProxy, with the check",
  checks: true,
  install: "apt-get install haproxy",
  isInstalled: isHaproxyInstalled,
  version: haproxyVersion,
  async start(site) {
    const secrets = join(site.folder, "secrets.map");
    const plans = join(site.folder, "plans.map");
    await writeFile(
      secrets,
      mapFile(site.keys, (key) => Buffer.from(key.secret).toString("base64")),
    );
    await writeFile(
      plans,
      mapFile(site.keys, (key) => (key === site.keys.throttled ? "slow" : "open")),
    );
    return startHaproxy(site, {
      global: `lua-load ${join(import.meta.dirname, "haproxy-date.lua")}`,
      frontend: checks(secrets, plans),
      sections: [
        limitTable("service_rate", "http_req_rate(1s)"),
        limitTable("api_rate", "http_req_rate(1s)"),
        limitTable("plan_use", "http_req_rate(1s),http_req_cnt"),
      ].join("\n"),
    });
  },
};

type Key = BenchKeys["throttled"];

function mapFile({ open, throttled }: BenchKeys, value: (key: Key) => string): string {
  return `${[...open, throttled].map((key) => `${key.id} ${value(key)}`).join("\n")}\n`;
}

function limitTable(name: string, store: string): string {
  return `backend ${name}\n  stick-table type string len 32 size 1k expire 1h store ${store}`;
}

/** The header is cut at its quotes: field 2 is the id, then algorithm, headers and signature. HAProxy unquotes twice. */
function authorizationField(number: 2 | 4 | 6 | 8): string {
  return `var(txn.auth),field(${number},\\'\\"\\')`;
}

function checks(secrets: string, plans: string): string {
  const rules = [
    "set-var(txn.auth) req.fhdr(authorization)",
    `set-var(txn.id) ${authorizationField(2)}`,
    `set-var(txn.signature) ${authorizationField(8)}`,
    `set-var(txn.secret) var(txn.id),map_str(${secrets})`,
    `set-var(txn.plan) var(txn.id),map_str(${plans})`,
    "set-var(txn.date) req.fhdr(x-date)",
    'set-var(txn.text) str("x-date: "),concat(,txn.date)',
    "set-var(txn.mac) var(txn.text),hmac(sha1,txn.secret),base64",
    deny(404, "There is no api match", "unless { path /small /large } METH_GET or { path /post /upload } METH_POST"),
    deny(401, "HMAC authorization format error", `unless { ${authorizationField(4)} -m str hmac-sha1 }`),
    deny(401, "HMAC authorization format error", `unless { ${authorizationField(6)} -m str x-date }`),
    deny(401, "the x-date header is out of date", "unless { var(txn.date),lua.date_skew -m int le 900 }"),
    deny(401, "the id is not valid", "unless { var(txn.secret) -m found }"),
    deny(401, "HMAC signature does not match", "unless { var(txn.mac),secure_memcmp(txn.signature) }"),
    "track-sc0 str(service) table service_rate",
    "track-sc1 path table api_rate",
    "track-sc2 var(txn.plan) table plan_use",
    deny(429, "API rate limit exceeded", "if { sc_http_req_rate(0) gt 1000000 } or { sc_http_req_rate(1) gt 1000000 }"),
    deny(429, "API rate limit exceeded", "if { var(txn.plan) -m str slow } { sc_http_req_rate(2) gt 1 }"),
    deny(429, "API quota exceeded", "if { var(txn.plan) -m str open } { sc_http_req_cnt(2) gt 99999999 }"),
  ];
  return [
    ...rules.map((rule) => `  http-request ${rule}`),
    "  unique-id-format %[uuid()]",
    "  unique-id-header X-Api-RequestId",
    "  http-response set-header X-Api-RequestId %[unique-id]",
  ].join("\n");
}

function deny(status: 401 | 404 | 429, message: string, condition: string): string {
  return `return status ${status} content-type application/json string '{"message":"${message}"}' ${condition}`;
}
