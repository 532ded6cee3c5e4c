import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp, createAppApi } from "../control/api-app/resources.ts";
import { present } from "../control/outcome.ts";
import { type ModifyApiParams, mockApi, release } from "../control/resources.ts";
import { call } from "../gateway/running.ts";
import { signedByApp } from "../harness/app-signature.ts";
import { createService, verdict } from "../harness/sample.ts";
import { startTurnpike, type Turnpike } from "../harness/turnpike.ts";

const noApp = "403 Found no validate apiapp";
const notBound = "401 HMAC apikey is invalid for API";
const unknown = "401 HMAC signature cannot be verified";

/** A released service with an API that takes apps, and an app that is not bound yet. */
async function start(turnpike: Turnpike) {
  const sdk = turnpike.client();
  const { serviceId: ServiceId, host } = await createService(sdk);
  const ApiId = await createAppApi(sdk, ServiceId);
  const app = await createApp(sdk);
  await release(sdk, ServiceId);
  const place = { ServiceId, ApiId, Environment: "release" };
  const ask = async ({ key, secret }: { key: string; secret: string } = app) => {
    const headers = signedByApp({ key, secret, path: "/app", query: "a=1", now: Date.now() });
    return verdict(await call(turnpike.port, "/release/app?a=1", { host, headers }));
  };
  return { sdk, ServiceId, ApiId, app, place, ask };
}

test("a binding is in force at the next call, and so is its end", async (t) => {
  const { sdk, app, place, ask } = await start(await startTurnpike(t));
  assert.equal(await ask(), noApp);
  for (let round = 0; round < 5; round++) {
    await sdk.BindApiApp({ ...place, ApiAppId: app.id });
    assert.equal(await ask(), "200");
    await sdk.UnbindApiApp({ ...place, ApiAppId: app.id });
    assert.equal(await ask(), noApp);
  }
  await sdk.BindApiApp({ ...place, ApiAppId: app.id, Environment: "test" });
  assert.equal(await ask(), noApp, "a binding in another environment does not count");
});

test("with a replaced secret or key only the new pair passes", async (t) => {
  const { sdk, app, place, ask } = await start(await startTurnpike(t));
  const ApiAppId = app.id;
  await sdk.BindApiApp({ ...place, ApiAppId });
  await sdk.UpdateApiAppKey({ ApiAppId, ApiAppKey: app.key, ApiAppSecret: "chosen_secret" });
  assert.match(await ask(), /^401 HMAC signature does not match, Server StringToSign:x-date: /);
  assert.equal(await ask({ ...app, secret: "chosen_secret" }), "200");
  await sdk.UpdateApiAppKey({ ApiAppId, ApiAppKey: "APID_chosen", ApiAppSecret: "chosen_secret" });
  assert.equal(await ask({ ...app, secret: "chosen_secret" }), unknown);
  assert.equal(await ask({ key: "APID_chosen", secret: "chosen_secret" }), "200");
});

test("an app of another account passes where it is bound; an unbound one of the same account does not", async (t) => {
  const turnpike = await startTurnpike(t);
  const { sdk, app, place, ask } = await start(turnpike);
  const stranger = await createApp(turnpike.client({ account: await turnpike.addAccount() }));
  await sdk.BindApiApp({ ...place, ApiAppId: stranger.id });
  assert.equal(await ask(stranger), "200");
  assert.equal(await ask(app), notBound);
  await sdk.DeleteApiApp({ ApiAppId: app.id });
  assert.equal(await ask(app), unknown);
});

test("the kind of authentication is that of the release: what runs fails closed when its apps are gone", async (t) => {
  const { sdk, app, place, ask, ApiId, ServiceId } = await start(await startTurnpike(t));
  await sdk.BindApiApp({ ...place, ApiAppId: app.id });
  assert.equal(await ask(), "200");
  await sdk.UnbindApiApp({ ...place, ApiAppId: app.id });
  const RequestConfig = { Path: "/app", Method: "GET" };
  await sdk.ModifyApi({ ...mockApi(ServiceId, { AuthType: "NONE", RequestConfig }), ApiId } as ModifyApiParams);
  assert.equal(await ask(), noApp);
  await release(sdk, ServiceId);
  assert.equal(await ask(), "200");
  await sdk.DeleteApi({ ServiceId, ApiId });
  const { Result } = await sdk.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId] });
  assert.deepEqual(present(Result).ApiAppApiSet, []);
});
