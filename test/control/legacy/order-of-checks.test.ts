import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, startEndpoint } from "../endpoint/endpoint.ts";
import { callLegacy, type LegacyCall, legacyPath, readLegacy, refusedLegacy } from "./legacy-call.ts";

interface Draft {
  action: string;
  parameters: Record<string, string>;
  common: Record<string, string | undefined>;
  pair: { secretId: string; secretKey: string };
  isRateSpent: boolean;
}

interface Fault {
  readonly name: string;
  readonly code: number;
  readonly codeDesc: string;
  readonly says: RegExp;
  readonly apply: (draft: Draft) => void;
}

function fault(name: string, code: number, codeDesc: string, says: RegExp, apply: (draft: Draft) => void): Fault {
  return { name, code, codeDesc, says, apply };
}

/** In the order the API checks them; of two faults in a call the earlier one is told. */
const faults: readonly Fault[] = [
  fault("no action", 4000, "MissingParameter", /`Action`/, (draft) => {
    draft.common["Action"] = undefined;
  }),
  fault("no timestamp", 4000, "MissingParameter", /`Timestamp`/, (draft) => {
    draft.common["Timestamp"] = undefined;
  }),
  fault("no nonce", 4000, "MissingParameter", /`Nonce`/, (draft) => {
    draft.common["Nonce"] = undefined;
  }),
  fault("no key", 4000, "MissingParameter", /`SecretId`/, (draft) => {
    draft.common["SecretId"] = undefined;
  }),
  fault("no signature", 4000, "MissingParameter", /`Signature`/, (draft) => {
    draft.common["Signature"] = undefined;
  }),
  fault("unknown action", 6100, "InvalidAction", /`Nonsense` does not exist in API 2\.0/, (draft) => {
    draft.action = "Nonsense";
  }),
  fault("clock", 4500, "AuthFailure", /expired/, (draft) => {
    draft.common["Timestamp"] ??= "1699999699";
  }),
  fault("unknown key", 4104, "AuthFailure", /SecretId is not found/, (draft) => {
    draft.pair = { ...draft.pair, secretId: "AKIDnobody" };
  }),
  fault("wrong signature", 4100, "AuthFailure", /could not be validated/, (draft) => {
    draft.pair = { ...draft.pair, secretKey: "another secret" };
  }),
  fault("rate", 4400, "RequestLimitExceeded", /frequency limit/, (draft) => {
    draft.isRateSpent = true;
  }),
  fault("unknown region", 4000, "InvalidParameterValue", /`Region`/, (draft) => {
    draft.common["Region"] = "mars";
  }),
  fault("missing parameter", 4000, "MissingParameter", /`secretIds`/, (draft) => {
    delete draft.parameters["secretIds.0"];
  }),
  fault("mistyped parameter", 4000, "InvalidParameter", /`usagePlanId`/, (draft) => {
    draft.parameters["usagePlanId"] = "a\0b";
  }),
  fault("unknown resource", 5000, "ResourceNotFound.InvalidUsagePlan", /usagePlan-nothing/, (draft) => {
    draft.parameters["usagePlanId"] ??= "usagePlan-nothing";
  }),
];

async function callWith(t: Parameters<typeof startEndpoint>[0], ...applied: readonly Fault[]) {
  const draft: Draft = {
    action: "BindSecretIds",
    parameters: { "secretIds.0": "AKIDsome" },
    common: {},
    pair: { secretId: "AKIDEXAMPLEfake0000000000000000000001", secretKey: "EXAMPLEfakeSecretKeyEXAMPLEfake01" },
    isRateSpent: false,
  };
  // Later faults first, so that an earlier one can overrule what it needs.
  for (const { apply } of applied.toReversed()) apply(draft);
  draft.parameters["usagePlanId"] ??= "usagePlan-nothing";
  const endpoint = await startEndpoint(t, { actionRate: draft.isRateSpent ? 1 : 0 });
  if (draft.isRateSpent)
    await callLegacy(endpoint, draft.action, {}, { common: { Region: draft.common["Region"] ?? "gz" } });
  const how: LegacyCall = { pair: draft.pair, common: draft.common };
  return callLegacy(endpoint, draft.action, draft.parameters, how);
}

for (const [index, each] of faults.entries()) {
  test(`${each.name} is answered ${each.code}`, async (t) => {
    await refusedLegacy(callWith(t, each), each.code, each.codeDesc, each.says);
  });
  const later = faults[index + 1];
  if (later === undefined) continue;
  test(`${each.name} is told before ${later.name}`, async (t) => {
    await refusedLegacy(callWith(t, each, later), each.code, each.codeDesc, each.says);
  });
}

test("a method other than GET and POST is answered 4600", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = readLegacy(await endpoint.send({ method: "PUT", path: legacyPath }));
  assert.deepEqual([answer.code, answer.codeDesc], [4600, "UnsupportedProtocol"]);
});

test("a body larger than a signed form may be is answered 4000", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const size of [1024 * 1024 + 1, 10 * 1024 * 1024 + 1]) {
    const answer = readLegacy(await endpoint.send({ method: "POST", path: legacyPath, body: "a".repeat(size) }));
    assert.deepEqual([answer.code, answer.codeDesc], [4000, "RequestSizeLimitExceeded"]);
  }
});

test("a query or form that cannot be read is answered 4000", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const request of [
    { path: `${legacyPath}?Action` },
    { path: `${legacyPath}?Action=%ff` },
    { method: "POST", path: legacyPath, body: "Action" },
    { method: "POST", path: legacyPath, body: '{"Action":"DescribeApi"}' },
    { method: "POST", path: legacyPath, body: "a=b", headers: { "Content-Type": "text/plain" } },
  ]) {
    assert.equal(readLegacy(await endpoint.send(request)).code, 4000, request.path);
  }
});

test("the query of a POST is not read", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = readLegacy(
    await endpoint.send({ method: "POST", path: `${legacyPath}?Action=DescribeApi`, body: "a=b" }),
  );
  assert.match(answer.message, /`Action`/);
});

test("signatures of API 3.0's own kind say nothing here", async (t) => {
  const endpoint = await startEndpoint(t);
  const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { path: legacyPath, signedPath: legacyPath });
  assert.equal(readLegacy(answer).codeDesc, "MissingParameter");
});

test("one rate holds for an action, whichever generation calls it", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  assert.equal(codeOf(await endpoint.tc3("DescribeApiKeysStatus")), "ok");
  await refusedLegacy(callLegacy(endpoint, "DescribeApiKeysStatus"), 4400, "RequestLimitExceeded");
});

test("a call may be repeated as it was: its nonce need not be new", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const _ of [1, 2]) assert.equal((await callLegacy(endpoint, "DescribeApiKeysStatus")).code, 0);
});
