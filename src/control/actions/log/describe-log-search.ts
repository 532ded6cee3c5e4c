import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import type { LogSearch } from "../../surroundings.ts";
import { loadService } from "../service/load.ts";
import { readConditions } from "./conditions.ts";
import { formatLogLine } from "./log-line.ts";
import { checkWindow, readLogTime } from "./log-time.ts";

/** Lines of the caller's own service. `Filters` and `Query` are reserved and not looked at. */
export const describeLogSearch: Handler<"DescribeLogSearch"> = async (call, input) => {
  checkLimit(input.Limit);
  const fromMs = readLogTime("StartTime", input.StartTime);
  const toMs = readLogTime("EndTime", input.EndTime);
  const isWanted = readConditions(input.LogQuerys ?? []);
  const { id: serviceId } = await loadService(call, input.ServiceId);
  checkWindow(fromMs, toMs, call.now);

  const { appId } = call.scope;
  const page = await logsOf(call).search({
    serviceId,
    fromMs,
    // The end is a whole second, all of it included.
    toMs: toMs + 999,
    order: input.Sort === "asc" ? "oldest-first" : "newest-first",
    limit: input.Limit,
    cursor: input.ConText || null,
    matches: (record) => record.appId === appId && isWanted(record),
  });
  if (page === undefined) {
    const message = `The parameter \`ConText\` is not one a reply gave: \`${quote(input.ConText ?? "")}\`.`;
    throw new ApiError("InvalidParameterValue", message);
  }
  const lines = page.records.map(formatLogLine);
  return { ConText: page.cursor ?? "", LogSet: lines, TotalCount: lines.length };
};

/** The message is published word for word. Source: Tencent Cloud docs, DescribeLogSearch. */
function checkLimit(limit: number): void {
  if (limit < 0 || limit > 100) throw new ApiError("InvalidParameterValue", `Param is illegal: \`${limit}\``);
}

function logsOf(call: Call): LogSearch {
  const { logs } = call.surroundings;
  if (logs !== null) return logs;
  const message =
    "The access log of this gateway is not kept in files (TURNPIKE_ACCESS_LOG), so it cannot be searched.";
  throw new ApiError("UnsupportedOperation.InvalidAction", message);
}
