import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createService } from "../resources.ts";
import { appId, logTime, start, startWithLog, window } from "./resources.ts";

test("a line has the published form", async (t) => {
  const { client, ServiceId, write } = await startWithLog(t);
  await write({ time: start });
  const { LogSet, TotalCount, ConText } = await client.DescribeLogSearch({ ServiceId, ...window });
  assert.equal(TotalCount, 1);
  assert.equal(ConText, "");
  const time = new Date(start + 8 * 3_600_000);
  const month = time.toLocaleString("en", { month: "short", timeZone: "UTC" });
  const day = time.toISOString().slice(8, 10);
  const at = `${day}/${month}/${time.getUTCFullYear()}:${time.toISOString().slice(11, 19)} +0800`;
  assert.equal(
    LogSet?.[0],
    `[${appId}][release][${ServiceId}][api.example.com][api-55rj9ide][/][http][rsp_st:200][ups_st:-]` +
      "[cip:203.0.113.9][uip:-][vip:198.51.100.1][rsp_len:328][req_len:114][req_t:0.000][ups_rsp_t:-][ups_conn_t:-]" +
      `[ups_head_t:-][err_msg:-][tcp_rtt:-][20260][${at}][req_id:a26f8eaf6ef7e4ef466a25036332139a]`,
  );
});

test("what a caller chose cannot forge a field", async (t) => {
  const { client, ServiceId, write } = await startWithLog(t);
  await write({
    path: "/x][rsp_st:200][",
    host: "a]\r\nb",
    backendAddress: "http://192.0.2.7:80",
    backendHeadMs: 12.3456,
  });
  const { LogSet } = await client.DescribeLogSearch({ ServiceId, ...window });
  const line = LogSet?.[0] ?? "";
  assert.match(line, /\[\/x%5D%5Brsp_st:200%5D%5B\]\[http\]/);
  assert.match(line, /\[a%5D%0D%0Ab\]/);
  assert.match(line, /\[uip:192\.0\.2\.7\]/);
  assert.match(line, /\[ups_head_t:0\.012\]/);
  assert.equal(line.match(/\]\[/g)?.length, 22);
});

test("times without an offset are those of China; others may be written with theirs", async (t) => {
  const { write, idsOf } = await startWithLog(t);
  await write({ time: start, requestId: "this" });
  const second = Math.floor(start / 1000) * 1000;
  const withOffset = (hours: number, offset: string) =>
    new Date(second + hours * 3_600_000).toISOString().replace(".000Z", offset);
  for (const time of [logTime(second), withOffset(0, "Z"), withOffset(8, "+08:00"), withOffset(-3, "-03:00")]) {
    assert.deepEqual(await idsOf({ StartTime: time, EndTime: time }), ["this"], time);
  }
});

test("newest first unless asked otherwise, page by page until the cursor is empty", async (t) => {
  const { client, ServiceId, write, idsOf } = await startWithLog(t);
  await write(
    ...Array.from({ length: 45 }, (_, index) => ({
      requestId: String(index),
      time: start + index * 1000,
    })),
  );
  const first = await client.DescribeLogSearch({ ServiceId, ...window });
  assert.equal(first.TotalCount, 20);
  assert.match(first.LogSet?.[0] ?? "", /\[req_id:44\]$/);
  const second = await idsOf({ ConText: first.ConText, Limit: 100 });
  assert.deepEqual(
    second,
    Array.from({ length: 25 }, (_, index) => String(24 - index)),
  );
  assert.deepEqual(await idsOf({ Sort: "asc", Limit: 2 }), ["0", "1"]);
  assert.deepEqual(await idsOf({ EndTime: logTime(start + 2000), Sort: "asc" }), ["0", "1", "2"]);
  assert.deepEqual(await idsOf({ Limit: 0 }), []);
  const wholeDay = { StartTime: logTime(start + 1000 - 86_400_000), EndTime: logTime(start + 1000) };
  assert.deepEqual(await idsOf({ ...wholeDay, Sort: "asc" }), ["0", "1"], "a day is not too long");
});

test("conditions are combined, each field with its own operators", async (t) => {
  const { write, idsOf } = await startWithLog(t);
  await write(
    { requestId: "a", status: 200, durationMs: 10, apiId: "api-1" },
    { requestId: "b", status: 404, durationMs: 2000, error: "There is no api", clientAddress: "192.0.2.1" },
    { requestId: "c", status: 502, durationMs: 500, error: "502 Bad Gateway", backendAddress: "http://10.0.0.5:80" },
  );
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["req_id", "=", "b", ["b"]],
    ["api_id", "=", "api-1", ["a"]],
    ["cip", "=", "192.0.2.1", ["b"]],
    ["uip", ":", "10.0.", ["c"]],
    ["err_msg", ":", "Gateway", ["c"]],
    ["rsp_st", "=", "404", ["b"]],
    ["rsp_st", "!=", "404", ["c", "a"]],
    ["rsp_st", ":", "0", ["c", "b", "a"]],
    ["rsp_st", ">", "404", ["c"]],
    ["rsp_st", "<", "404", ["a"]],
    ["req_t", ">=", "0.5", ["c", "b"]],
    ["req_t", "<=", "0.5", ["c", "a"]],
  ];
  for (const [Name, Operator, Value, expected] of cases) {
    assert.deepEqual(await idsOf({ LogQuerys: [{ Name, Operator, Value }] }), expected, `${Name} ${Operator} ${Value}`);
  }
  const both = [
    { Name: "rsp_st", Operator: ">", Value: "400" },
    { Name: "req_t", Operator: ">=", Value: "1" },
  ];
  assert.deepEqual(await idsOf({ LogQuerys: both }), ["b"]);
});

test("nobody reads the log of another account's service", async (t) => {
  const { management, client, ServiceId, write, idsOf } = await startWithLog(t);
  await write({ requestId: "mine" }, { requestId: "reused id", appId: appId + 1 }, { serviceId: "service-other000" });
  assert.deepEqual(await idsOf({}), ["mine"]);
  const stranger = management.client({ account: await management.addAccount() });
  const request = { ServiceId, ...window };
  await refused(stranger.DescribeLogSearch(request), "ResourceNotFound.InvalidService");
  const elsewhere = management.client({ region: "ap-shanghai" });
  await refused(elsewhere.DescribeLogSearch(request), "ResourceNotFound.InvalidService");
  assert.equal((await client.DescribeLogSearch(request)).TotalCount, 1);
});

test("every code listed for the log search occurs, or there is a reason", async (t) => {
  const { client, ServiceId } = await startWithLog(t);
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const request = { ServiceId, ...window };
  const query = (Name: string, Operator: string, Value: string) => ({ LogQuerys: [{ Name, Operator, Value }] });
  await faulty(
    "DescribeLogSearch",
    request,
    { ServiceId: "service-unknown0" },
    { EndTime: logTime(start - 2000) },
    { StartTime: logTime(start - 86_400_000) },
    { StartTime: logTime(start - 31 * 86_400_000), EndTime: logTime(start - 31 * 86_400_000) },
  );
  // As published, word for word. Source: Tencent Cloud docs, DescribeLogSearch.
  await refused(
    client.DescribeLogSearch({ ...request, Limit: 101 }),
    "InvalidParameterValue",
    /^Param is illegal: `101`$/,
  );
  await refused(client.DescribeLogSearch({ ...request, Limit: -1 }), "InvalidParameterValue", /`-1`/);
  for (const fault of [
    { Sort: "up" },
    { StartTime: "2026-02-30 00:00:00" },
    { StartTime: "2026-02-30T00:00:00Z" },
    { StartTime: "2026-02-28T00:00:00" },
    { StartTime: "2026-02-28T00:00:00+99:00" },
    { EndTime: "yesterday" },
    { ConText: "no cursor" },
    query("req_id", ":", "a"),
    query("api_id", "!=", "a"),
    query("rsp_st", ">", "many"),
    query("req_t", ">=", "1e3"),
    query("nope", "=", "a"),
  ]) {
    await refused(client.DescribeLogSearch({ ...request, ...fault }), "InvalidParameterValue");
  }

  const withoutLog = (await startManagement(t)).client();
  const noteWithoutLog = noteCodes(withoutLog, answered);
  await noteWithoutLog("DescribeLogSearch", { ...request, ServiceId: await createService(withoutLog) }, {});
  assertListedCodes(answered);
});
