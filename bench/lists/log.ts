// The access log that is searched: one line for each row, of the one service.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addAccessLine } from "../../src/observability/access-line.ts";
import { LineBuffer } from "../../src/observability/line-buffer.ts";
import * as estate from "./estate.ts";

/** Lines are so far apart. */
const spacingMs = 10;
/** One in so many calls failed. */
const failedOneIn = 1_000;

/** Ends now. Written anew for each run, because a search goes back some days only. */
export async function writeLog(folder: string, rows: number): Promise<void> {
  const firstMs = Date.now() - rows * spacingMs;
  const lines = new LineBuffer();
  for (let index = 0; index < rows; index++) addLine(lines, index, firstMs + index * spacingMs);
  await writeFile(join(folder, "access.log"), lines.bytes(), { mode: 0o640 });
}

export function requestId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function addLine(lines: LineBuffer, index: number, time: number): void {
  const hasFailed = index % failedOneIn === 0;
  addAccessLine(lines, {
    time,
    requestId: requestId(index),
    appId: estate.scope.appId,
    serviceId: estate.service,
    environment: estate.apiPlans,
    apiId: estate.numbered("api", index % 100),
    planId: estate.plan,
    keyId: estate.key,
    host: `${estate.service}.example.com`,
    method: "GET",
    path: `/resource-${index}/items`,
    scheme: "http",
    userAgent: "bench",
    status: hasFailed ? 502 : 200,
    backendStatus: hasFailed ? null : 200,
    clientAddress: "192.0.2.1",
    backendAddress: "http://192.0.2.2:9000",
    gatewayAddress: "192.0.2.3",
    requestBodyBytes: 0,
    responseBodyBytes: 1_024,
    durationMs: 3.2,
    backendDurationMs: 2.1,
    backendConnectMs: 0.1,
    backendHeadMs: 1.9,
    error: hasFailed ? "the backend refused the connection" : null,
    processId: 1,
  });
}
