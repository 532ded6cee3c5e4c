// Answers that hold lists, but are not asked for by page and number.
import type { Actions } from "../../src/control/contract/generated/types.ts";
import * as estate from "./estate.ts";
import { requestId } from "./log.ts";

/** One call that is timed. */
export interface ListCall {
  readonly action: keyof Actions;
  readonly what: string;
  readonly parameters: object;
  /** The answer grows with the list. */
  readonly isWhole?: true;
}

/** Their answers are as long as the lists: the API has no pages for them. */
export const wholeLists: readonly ListCall[] = [
  { action: "DescribeService", what: "all APIs and plans", parameters: { ServiceId: estate.service }, isWhole: true },
  {
    action: "DescribeUsagePlan",
    what: "all keys and services",
    parameters: { UsagePlanId: estate.plan },
    isWhole: true,
  },
  {
    action: "DescribeIPStrategysStatus",
    what: "all APIs of a strategy",
    parameters: { ServiceId: estate.service },
    isWhole: true,
  },
];

/** A page each: of the newest lines, the oldest ones, those that meet a condition. */
export function logSearches(rows: number): readonly ListCall[] {
  const window = { StartTime: chinaTime(Date.now() - 23 * 3_600_000), EndTime: chinaTime(Date.now()) };
  const search = (
    what: string,
    parameters: object,
    ...conditions: (readonly [string, string, string])[]
  ): ListCall => ({
    action: "DescribeLogSearch",
    what,
    parameters: {
      ...{ ServiceId: estate.service, ...window, Limit: 100, ...parameters },
      LogQuerys: conditions.map(([Name, Operator, Value]) => ({ Name, Operator, Value })),
    },
  });
  return [
    search("newest lines", {}),
    search("oldest lines", { Sort: "asc" }),
    search("rsp_st = 502", {}, ["rsp_st", "=", "502"]),
    search("rsp_st > 499", {}, ["rsp_st", ">", "499"]),
    search("req_t >= 5", {}, ["req_t", ">=", "5"]),
    search("err_msg : refused", {}, ["err_msg", ":", "refused"]),
    search("api_id and uip", {}, ["api_id", "=", estate.numbered("api", 7)], ["uip", ":", "192.0.2.2"]),
    search("req_id of an old line", {}, ["req_id", "=", requestId(Math.floor(rows / 2))]),
    search("another service", { ServiceId: estate.numbered("service", 1) }),
  ];
}

function chinaTime(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, "2026-01-01T00:00:00".length).replace("T", " ");
}
