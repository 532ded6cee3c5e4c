import type { SearchedRecord } from "../../../model/log-search.ts";
import { ApiError } from "../../contract/errors.ts";
import type { LogQuery } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { addressOf } from "./log-line.ts";

type Condition = (record: SearchedRecord) => boolean;
type Reader = (value: string) => Condition | undefined;

const equals =
  (textOf: (record: SearchedRecord) => string | null): Reader =>
  (value) =>
  (record) =>
    textOf(record) === value;
const contains =
  (textOf: (record: SearchedRecord) => string | null): Reader =>
  (value) =>
  (record) =>
    textOf(record)?.includes(value) ?? false;
const compares =
  (isRight: (record: SearchedRecord, limit: number) => boolean): Reader =>
  (value) =>
    /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? (record) => isRight(record, Number(value)) : undefined;

const statusOf = (record: SearchedRecord) => String(record.status);

/** What each field can be asked. Source: Tencent Cloud docs, DescribeLogSearch. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ["req_id =", equals((record) => record.requestId)],
  ["api_id =", equals((record) => record.apiId)],
  ["cip =", equals((record) => record.clientAddress)],
  ["uip :", contains((record) => addressOf(record.backendAddress))],
  ["err_msg :", contains((record) => record.error)],
  ["rsp_st =", equals(statusOf)],
  ["rsp_st !=", (value) => (record) => statusOf(record) !== value],
  ["rsp_st :", contains(statusOf)],
  ["rsp_st >", compares((record, limit) => record.status > limit)],
  ["rsp_st <", compares((record, limit) => record.status < limit)],
  ["req_t >=", compares((record, seconds) => record.durationMs >= seconds * 1000)],
  ["req_t <=", compares((record, seconds) => record.durationMs <= seconds * 1000)],
]);

/** Whether a record meets all conditions. Throws InvalidParameterValue for one that cannot be asked. */
export function readConditions(queries: readonly LogQuery[]): Condition {
  const conditions = queries.map(readCondition);
  return (record) => conditions.every((isMet) => isMet(record));
}

function readCondition({ Name, Operator, Value }: LogQuery): Condition {
  const condition = readers.get(`${Name} ${Operator}`)?.(Value);
  if (condition !== undefined) return condition;
  const message = `The log cannot be searched for \`${Name} ${Operator} ${quote(Value)}\`.`;
  throw new ApiError("InvalidParameterValue", message);
}
