import type { AccessRecord } from "../../../model/access-record.ts";
import { formatLogTime } from "./log-time.ts";

/** One request in the published form; `-` stands for what is not known. */
export function formatLogLine(record: AccessRecord): string {
  const fields = [
    text(record.appId),
    text(record.environment),
    text(record.serviceId),
    text(record.host),
    text(record.apiId),
    text(record.path),
    text(record.scheme),
    `rsp_st:${record.status}`,
    `ups_st:${text(record.backendStatus)}`,
    `cip:${text(record.clientAddress)}`,
    `uip:${text(addressOf(record.backendAddress))}`,
    `vip:${text(record.gatewayAddress)}`,
    `rsp_len:${record.responseBodyBytes}`,
    `req_len:${record.requestBodyBytes}`,
    `req_t:${seconds(record.durationMs)}`,
    `ups_rsp_t:${seconds(record.backendDurationMs)}`,
    `ups_conn_t:${seconds(record.backendConnectMs)}`,
    `ups_head_t:${seconds(record.backendHeadMs)}`,
    `err_msg:${text(record.error)}`,
    // The kernel's estimate is not known to the program.
    "tcp_rtt:-",
    text(record.processId),
    formatLogTime(Date.parse(record.time)),
    `req_id:${text(record.requestId)}`,
  ];
  return fields.map((field) => `[${field}]`).join("");
}

/** The host of a backend's origin. */
export function addressOf(origin: string | null): string | null {
  return origin === null ? null : origin.replace(/^[a-z]+:\/\//, "").replace(/:\d+$/, "");
}

/** Brackets and controls are encoded: callers choose hosts and paths, and must not be able to forge a field. */
function text(value: string | number | null): string {
  if (value === null || value === "") return "-";
  return String(value).replace(/[[\]\x00-\x1f\x7f]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}

function seconds(milliseconds: number | null): string {
  return milliseconds === null ? "-" : (milliseconds / 1000).toFixed(3);
}
