import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { notYet, reads, writes } from "../../../src/control/action.ts";
import { actionTable } from "../../../src/control/actions/table.ts";
import { StoreError } from "../../../src/store/errors.ts";
import { codeOf, startEndpoint } from "./endpoint.ts";

const requestId = "3c140219-cfe9-470e-b241-907877d6fb03";
const uuid = () => requestId;

test("a success is its members and the request id, byte for byte", async (t) => {
  const endpoint = await startEndpoint(t, { uuid });
  const answer = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal(answer.text, `{"Response":{"Result":{"TotalCount":0,"ApiKeySet":[]},"RequestId":"${requestId}"}}`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["content-type"], "application/json");
});

test("an error is its code, its message and the request id, byte for byte, with status 200", async (t) => {
  const endpoint = await startEndpoint(t, { uuid });
  const answer = await endpoint.send({ method: "DELETE" });
  const error = `{"Code":"UnsupportedProtocol","Message":"HTTP(S) request protocol error; only GET and POST requests are supported."}`;
  assert.equal(answer.text, `{"Response":{"Error":${error},"RequestId":"${requestId}"}}`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["content-type"], "application/json");
});

test("every answer has a request id of its own", async (t) => {
  const endpoint = await startEndpoint(t);
  const ids = new Set<string>();
  for (let i = 0; i < 5; i += 1) ids.add((await endpoint.send({})).response.RequestId);
  assert.equal(ids.size, 5);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("a trace id comes back when it is harmless", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [sent, seen] of [
    ["A1b2:c3-d4_e5.f6", "A1b2:c3-d4_e5.f6"],
    ["x".repeat(128), "x".repeat(128)],
    ["x".repeat(129), undefined],
    ["a b", undefined],
    ["<script>", undefined],
    ["", undefined],
  ] as const) {
    const answer = await endpoint.send({ headers: { "X-TC-TraceId": sent } });
    assert.equal(answer.headers["x-tc-traceid"], seen, sent);
  }
});

test("an unexpected failure says nothing of its cause, which is logged once with the request id", async (t) => {
  const cause = new Error("SQLITE_CORRUPT: secret detail");
  const failing = writes<"CreateApiKey">(() => Promise.reject(cause));
  const endpoint = await startEndpoint(t, { actions: { ...actionTable, CreateApiKey: failing } });
  const answer = await endpoint.tc3("CreateApiKey", { SecretName: "key" });
  assert.equal(codeOf(answer), "InternalError");
  assert.doesNotMatch(answer.text, /SQLITE|secret detail/);
  assert.equal(endpoint.logged.length, 1);
  assert.deepEqual(endpoint.logged[0]?.details, { err: cause, requestId: answer.response.RequestId });
});

test("a failed store is told by the code published for that, where the action lists it", async (t) => {
  for (const [cause, code] of [
    [new StoreError("full", "secret detail"), "InternalError.OssException"],
    [new StoreError("unavailable", "secret detail"), "InternalError.OssException"],
    // A bug is none of the storage's failures.
    [new StoreError("conflict", "secret detail"), "InternalError"],
  ] as const) {
    const fails = () => Promise.reject(cause);
    const failing = { BindSecretIds: writes<"BindSecretIds">(fails), DescribeApiKey: reads<"DescribeApiKey">(fails) };
    const endpoint = await startEndpoint(t, { actions: { ...actionTable, ...failing } });
    const bound = await endpoint.tc3("BindSecretIds", { UsagePlanId: "usagePlan-1", AccessKeyIds: ["AKIDsome"] });
    assert.equal(codeOf(bound), code);
    assert.doesNotMatch(bound.text, /secret detail/);
    assert.equal(codeOf(await endpoint.tc3("DescribeApiKey", { AccessKeyId: "AKIDsome" })), "InternalError");
    assert.equal(endpoint.logged.length, 2);
    assert.match(inspect(endpoint.logged, { depth: 5 }), /secret detail/);
  }
});

test("a change that could not be put in force is told like a failed store", async (t) => {
  const changesApplied = () => Promise.reject(new Error("a thread is stuck"));
  const endpoint = await startEndpoint(t, { changesApplied });
  assert.equal(codeOf(await endpoint.tc3("CreateApiKey", { SecretName: "key" })), "InternalError.OssException");
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
});

test("an expected failure is not logged as one of the server", async (t) => {
  const endpoint = await startEndpoint(t);
  await endpoint.tc3("DescribeApiKey", { AccessKeyId: "AKIDnothere" });
  assert.equal(endpoint.logged.length, 0);
});

test("a write that fails changes nothing", async (t) => {
  const { handle } = actionTable.CreateApiKey;
  const failsAtTheEnd = writes<"CreateApiKey">(async (call, input) => {
    await handle(call, input);
    throw new Error("after the insert");
  });
  const endpoint = await startEndpoint(t, { actions: { ...actionTable, CreateApiKey: failsAtTheEnd } });
  assert.equal(codeOf(await endpoint.tc3("CreateApiKey", { SecretName: "key" })), "InternalError");
  const listed = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal((listed.response["Result"] as { TotalCount: number }).TotalCount, 0);
});

test("a write is answered once its change is in force, a read or a failed write at once", async (t) => {
  const waiting: (() => void)[] = [];
  const asked = Promise.withResolvers<void>();
  const changesApplied = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      asked.resolve();
    });
  const endpoint = await startEndpoint(t, { changesApplied });
  let isAnswered = false;
  const write = endpoint.tc3("CreateApiKey", { SecretName: "key" }).then((answer) => {
    isAnswered = true;
    return answer;
  });
  await asked.promise;
  // Committed by now, so a read on another connection sees it while the write still waits.
  const listed = await endpoint.tc3("DescribeApiKeysStatus");
  assert.equal((listed.response["Result"] as { TotalCount: number }).TotalCount, 1);
  assert.equal(
    codeOf(await endpoint.tc3("DeleteApiKey", { AccessKeyId: "AKIDnothere" })),
    "ResourceNotFound.InvalidAccessKeyId",
  );
  assert.equal(isAnswered, false);
  assert.equal(waiting.length, 1);
  waiting[0]?.();
  assert.equal(codeOf(await write), "ok");
});

test("an action that is not there yet runs nothing", async (t) => {
  const endpoint = await startEndpoint(t, { actions: { ...actionTable, CreateApiKey: notYet() } });
  assert.equal(codeOf(await endpoint.tc3("CreateApiKey", { SecretName: "key" })), "UnsupportedOperation");
  assert.equal(endpoint.logged.length, 0);
});
