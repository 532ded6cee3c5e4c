import assert from "node:assert/strict";
import { test } from "node:test";
import { notYet } from "../../../src/control/action.ts";
import { actionTable } from "../../../src/control/actions/table.ts";
import { codeOf, type Endpoint, keyPair, region, startEndpoint, type Tc3Change, tc3Request } from "./endpoint.ts";

/** A call that succeeds until a fault is put in. */
interface Draft {
  method: string;
  action: string;
  timestamp: number;
  secretId: string;
  secretKey: string;
  body: string | undefined;
  headers: Record<string, string | undefined>;
  parameters: Record<string, unknown>;
  isRateSpent: boolean;
}

interface Fault {
  readonly name: string;
  readonly code: string;
  readonly says: RegExp;
  readonly apply: (draft: Draft) => void;
}

const tooLarge = "x".repeat(10 * 1024 * 1024 + 1);

/** In the order the API checks them; of two faults in a call the earlier one is told. */
const faults: readonly Fault[] = [
  fault("method", "UnsupportedProtocol", /only GET and POST/, (draft) => {
    draft.method = "PUT";
  }),
  fault("size", "RequestSizeLimitExceeded", /size exceeds/, (draft) => {
    draft.body = tooLarge;
  }),
  fault("syntax", "InvalidParameter", /not a JSON object/, (draft) => {
    draft.body = '{"SecretName":';
  }),
  fault("no action", "MissingParameter", /`Action`/, (draft) => {
    draft.headers["X-TC-Action"] = undefined;
  }),
  fault("no version", "MissingParameter", /`Version`/, (draft) => {
    draft.headers["X-TC-Version"] = undefined;
  }),
  fault("no timestamp", "MissingParameter", /`Timestamp`/, (draft) => {
    draft.headers["X-TC-Timestamp"] = undefined;
  }),
  fault("malformed authorization", "AuthFailure.InvalidAuthorization", /`Authorization`/, (draft) => {
    draft.headers["Authorization"] = "TC3-HMAC-SHA256 Credential=x";
  }),
  fault("unknown version", "NoSuchVersion", /`2019-07-22` does not exist in service=`apigateway`/, (draft) => {
    draft.headers["X-TC-Version"] = "2019-07-22";
  }),
  fault("unknown action", "InvalidAction", /action=`Nonsense` is invalid .* version=`2018-08-08`/, (draft) => {
    draft.action = "Nonsense";
  }),
  fault("clock", "AuthFailure.SignatureExpire", /expired/, (draft) => {
    draft.timestamp -= 301;
  }),
  fault("unknown key", "AuthFailure.SecretIdNotFound", /SecretId is not found/, (draft) => {
    draft.secretId = "AKIDnobody";
  }),
  fault("wrong signature", "AuthFailure.SignatureFailure", /could not be validated/, (draft) => {
    draft.secretKey = "another secret";
  }),
  fault("rate", "RequestLimitExceeded", /equals to `2` in a second, .* limit `1` for a second/, (draft) => {
    draft.isRateSpent = true;
  }),
  fault("no region", "MissingParameter", /`Region`/, (draft) => {
    draft.headers["X-TC-Region"] = undefined;
  }),
  fault("unknown region", "InvalidParameterValue", /`X-TC-Region` is not valid/, (draft) => {
    draft.headers["X-TC-Region"] = "ap-nowhere";
  }),
  fault("unknown parameter", "UnknownParameter", /`\$schema` is not recognized/, (draft) => {
    draft.parameters["$schema"] = "x";
  }),
  fault("missing parameter", "MissingParameter", /`SecretName`/, (draft) => {
    delete draft.parameters["SecretName"];
  }),
  fault("mistyped parameter", "InvalidParameter", /`Tags`.*`array`/, (draft) => {
    draft.parameters["Tags"] = "none";
  }),
  fault("value out of range", "InvalidParameter.FormatError", /`AccessKeyType`/, (draft) => {
    draft.parameters["AccessKeyType"] = "robot";
  }),
  fault("business rule", "InvalidParameter.FormatError", /manual API key/, (draft) => {
    draft.parameters["AccessKeyType"] = "manual";
  }),
];

function fault(name: string, code: string, says: RegExp, apply: Fault["apply"]): Fault {
  return { name, code, says, apply };
}

async function answerTo(endpoint: Endpoint, present: readonly Fault[]) {
  // Every call gets a second of its own; where the fault wants its one call used up, it is sent twice.
  endpoint.time += 1;
  const draft: Draft = {
    method: "POST",
    action: "CreateApiKey",
    timestamp: endpoint.time,
    ...keyPair,
    body: undefined,
    headers: { "X-TC-Region": region },
    parameters: { SecretName: "key" },
    isRateSpent: false,
  };
  // The earlier fault is applied last: where both touch the same field, it is the one that is there.
  for (const { apply } of present.toReversed()) apply(draft);
  const change: Tc3Change & { host: string; timestamp: number } = {
    host: endpoint.host,
    timestamp: draft.timestamp,
    pair: { secretId: draft.secretId, secretKey: draft.secretKey },
    headers: draft.headers,
    ...(draft.body === undefined ? {} : { body: draft.body }),
  };
  const request = { ...tc3Request(draft.action, draft.parameters, change), method: draft.method };
  if (draft.isRateSpent) await endpoint.send(request);
  return endpoint.send(request);
}

for (const [at, earlier] of faults.entries()) {
  test(`a call with the fault "${earlier.name}" is told ${earlier.code}, whatever later check would fail too`, async (t) => {
    const endpoint = await startEndpoint(t, { actionRate: 1 });
    for (const later of [undefined, ...faults.slice(at + 1)]) {
      const answer = await answerTo(endpoint, later === undefined ? [earlier] : [earlier, later]);
      const about = `with ${later?.name ?? "no other fault"}`;
      assert.equal(codeOf(answer), earlier.code, about);
      assert.match(answer.response.Error?.Message ?? "", earlier.says, about);
      assert.equal(answer.status, 200, about);
    }
  });
}

test("a call without a fault succeeds", async (t) => {
  const endpoint = await startEndpoint(t, { actionRate: 1 });
  assert.equal(codeOf(await answerTo(endpoint, [])), "ok");
});

test("a call without Authorization is told which common parameter it misses", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const authorization of [undefined, "SKIP"]) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { headers: { Authorization: authorization } });
    assert.equal(codeOf(answer), "MissingParameter");
    assert.match(answer.response.Error?.Message ?? "", /`SecretId`/);
  }
});

test("a V1 call is told the first common parameter it misses", async (t) => {
  const endpoint = await startEndpoint(t);
  const parameters = {
    Action: "DescribeApiKeysStatus",
    Version: "2018-08-08",
    Timestamp: "1",
    SecretId: "x",
    Signature: "x",
  };
  for (const name of Object.keys(parameters)) {
    // Those after it are missing as well; an empty value is a missing one.
    const sent = Object.entries(parameters).slice(0, Object.keys(parameters).indexOf(name));
    const query = new URLSearchParams([...sent, [name, ""]]);
    const answer = await endpoint.send({ path: `/?${query}` });
    assert.deepEqual(answer.response.Error, {
      Code: "MissingParameter",
      Message: `The request is missing a required parameter \`${name}\`.`,
    });
  }
});

test("a published action that is not there yet says so after the signature and before its parameters", async (t) => {
  const endpoint = await startEndpoint(t, { actions: { ...actionTable, CreatePlugin: notYet() } });
  const answer = await endpoint.tc3("CreatePlugin", { Bogus: 1 });
  assert.equal(codeOf(answer), "UnsupportedOperation");
  assert.equal(
    answer.response.Error?.Message,
    "The action `CreatePlugin` is not implemented by this version of Turnpike.",
  );
  const stranger = await endpoint.tc3("CreatePlugin", {}, { pair: { ...keyPair, secretKey: "wrong" } });
  assert.equal(codeOf(stranger), "AuthFailure.SignatureFailure");
});

test("the clock may differ by five minutes in both directions, no more", async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [difference, code] of [
    [-300, "ok"],
    [300, "ok"],
    [-301, "AuthFailure.SignatureExpire"],
    [301, "AuthFailure.SignatureExpire"],
  ] as const) {
    const answer = await endpoint.tc3("DescribeApiKeysStatus", {}, { timestamp: endpoint.time + difference });
    assert.equal(codeOf(answer), code, String(difference));
  }
});
