import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createApi, createService, type ModifyApiParams, mockApi, readApi } from "../resources.ts";

const functions = [{ pattern: ["default", "known", "*"], url: "http://127.0.0.1:9000/" }] as const;

test("a function is taken where its endpoint is known, and read back", async (t) => {
  const client = (await startManagement(t, { functions })).client();
  const ServiceId = await createService(client);
  const request = mockApi(ServiceId, {
    ServiceType: "SCF",
    ServiceScfFunctionName: "known",
    ServiceScfIsIntegratedResponse: true,
  });
  const ApiId = await createApi(client, request);
  const made = await readApi(client, ServiceId, ApiId);
  assert.equal(made.ServiceScfFunctionName, "known");
  assert.equal(made.ServiceScfFunctionNamespace, "default");
  assert.equal(made.ServiceScfFunctionQualifier, "$LATEST");
  assert.deepEqual(
    [made.ServiceScfIsIntegratedResponse, made.IsBase64Encoded, made.IsBase64Trigger],
    [true, false, false],
  );
  const code = "InvalidParameterValue.InvalidScfConfig";
  const other = (change: object) => client.CreateApi({ ...request, ...change });
  await refused(other({ ServiceScfFunctionName: "unknown" }), code, /default\/unknown/);
  await refused(other({ ServiceScfFunctionNamespace: "elsewhere" }), code);
  await refused(other({ ServiceScfFunctionName: "../x" }), code);
  await refused(other({ ServiceScfFunctionName: undefined }), code);
  await refused(other({ Protocol: "WEBSOCKET" }), "InvalidParameterValue.InvalidServiceType");
});

test("what is said of a function and its answers is read back, and ModifyApi resets what it is not sent", async (t) => {
  const client = (await startManagement(t, { functions })).client();
  const ServiceId = await createService(client);
  const request = mockApi(ServiceId, { ServiceType: "SCF", ServiceScfFunctionName: "known" });
  const said = { ServiceScfFunctionQualifier: "2", ServiceScfEventIsAsyncCall: true, IsBase64Encoded: true };
  const ApiId = await createApi(client, { ...request, ...said });
  const made = await readApi(client, ServiceId, ApiId);
  assert.deepEqual({ ...made, ...said, ServiceScfIsIntegratedResponse: false, IsBase64Trigger: false }, made);

  const { Protocol: _, ...definition } = request;
  const modify = async (change: Partial<ModifyApiParams>) => {
    await client.ModifyApi({ ...definition, ApiId, ...change } as ModifyApiParams);
    return readApi(client, ServiceId, ApiId);
  };
  const Base64EncodedTriggerRules = [
    { Name: "Content_Type", Value: ["image/*"] },
    { Name: "Accept", Value: ["image/png", "image/gif"] },
  ];
  const triggered = await modify({ IsBase64Trigger: true, Base64EncodedTriggerRules });
  assert.deepEqual([triggered.IsBase64Trigger, triggered.IsBase64Encoded], [true, false]);
  assert.deepEqual(triggered.Base64EncodedTriggerRules, Base64EncodedTriggerRules);
  assert.deepEqual([triggered.ServiceScfFunctionQualifier, triggered.ServiceScfEventIsAsyncCall], ["$LATEST", false]);
  // Rules without the switch are none.
  const plain = await modify({ Base64EncodedTriggerRules });
  assert.deepEqual([plain.IsBase64Trigger, plain.Base64EncodedTriggerRules], [false, null]);
});
