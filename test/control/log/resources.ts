import { join } from "node:path";
import type { TestContext } from "node:test";
import { AccessLog } from "../../../src/observability/access-log.ts";
import type { AccessRecord } from "../../../src/observability/access-record.ts";
import { openLogFile } from "../../../src/observability/log-file.ts";
import { LogSearch } from "../../../src/observability/log-search.ts";
import { accessRecord } from "../../harness/access-record.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { startManagement } from "../management.ts";
import { createService } from "../resources.ts";

export const appId = 1_251_006_373;
/** When what is logged happens unless a record says otherwise. */
export const start = Date.now() - 3_600_000;

/** As log times are written: in China's time. */
export function logTime(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

/** A window of the log with `start` in it. */
export const window = { StartTime: logTime(start - 1000), EndTime: logTime(start + 600_000) };

function record(serviceId: string, change: Partial<AccessRecord> = {}): AccessRecord {
  return accessRecord({
    time: start,
    requestId: "a26f8eaf6ef7e4ef466a25036332139a",
    appId,
    serviceId,
    environment: "release",
    apiId: "api-55rj9ide",
    host: "api.example.com",
    clientAddress: "203.0.113.9",
    gatewayAddress: "198.51.100.1",
    requestBodyBytes: 114,
    responseBodyBytes: 328,
    durationMs: 0.4,
    processId: 20260,
    ...change,
  });
}

/** A management endpoint with a service and an access log; `write` puts records there. */
export async function startWithLog(t: Pick<TestContext, "after">) {
  const path = join(temporaryFolder(t), "access.log");
  const management = await startManagement(t, { surroundings: { logs: new LogSearch({ path }) } });
  const log = new AccessLog({ sink: await openLogFile({ path, maxBytes: 1e6, keptFiles: 1 }) });
  t.after(() => log.close());
  const client = management.client();
  const ServiceId = await createService(client);
  const write = async (...records: readonly Partial<AccessRecord>[]) => {
    for (const change of records) log.write(record(ServiceId, change));
    await log.flush();
  };
  const idsOf = async (request: object) => {
    const { LogSet = [] } = await client.DescribeLogSearch({ ServiceId, ...window, ...request });
    return LogSet.map((line) => /\[req_id:(.*)\]$/.exec(line)?.[1]);
  };
  return { management, client, ServiceId, write, idsOf };
}
