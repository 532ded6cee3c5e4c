import type { Client } from "../../management.ts";
import { refused } from "../../outcome.ts";

/** Searches the log of the service in the window, where something must be, and with the published limit that is too high. */
export async function callLogActions(
  client: Client,
  request: { ServiceId: string; StartTime: string; EndTime: string },
) {
  await client.DescribeLogSearch(request);
  await refused(client.DescribeLogSearch({ ...request, Limit: 101 }), "InvalidParameterValue");
}
