import assert from "node:assert/strict";
import { test } from "node:test";
import { signApp } from "../../../src/signing/app-signature.ts";
import { indexHeaders } from "../../../src/signing/hmac-authorization.ts";
import { call, StoppedClock, signed, startGateway } from "../running.ts";
import { api, delta, key, planId, service, serviceId, serving } from "../state.ts";
import { plugin, servingWith } from "./attached.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const perMinute = { expire_type: "minute", expire: 1, api_rate_limit: 100 };
const trustedProxies = { settings: { trustedProxies: ["127.0.0.1"] } };

async function statuses(port: number, count: number, headers: [string, string][] = [], path = "/release/") {
  const list: number[] = [];
  for (let index = 0; index < count; index += 1) list.push((await call(port, path, { headers })).status);
  return list;
}

test("an API takes so many calls in a window, which starts with the clock's", async (t) => {
  const clock = new StoppedClock(noon + 59_000);
  const data = { ...perMinute, api_rate_limit: 2 };
  const { port } = await startGateway(t, servingWith([api()], [plugin("TrafficControl", data)]), { clock });
  assert.deepEqual(await statuses(port, 2), [200, 200]);
  const refused = await call(port, "/release/");
  assert.equal(refused.status, 429);
  assert.equal(refused.body, '{"message":"API rate limit exceeded"}\n');
  assert.equal(refused.headers["retry-after"], "1");
  clock.time = noon + 60_000;
  assert.deepEqual(await statuses(port, 3), [200, 200, 429]);
});

test("each address has its figure, and a special one stands in for the general one", async (t) => {
  const data = { ...perMinute, ip_rate_limit: 1, spec_ip_rate_limits: [{ ip_key: "192.0.2.9", rate_limit: 2 }] };
  const clock = new StoppedClock(noon);
  const state = servingWith([api()], [plugin("TrafficControl", data)]);
  const { port } = await startGateway(t, state, { clock, ...trustedProxies });
  const from = (address: string) => statuses(port, 3, [["X-Forwarded-For", address]]);
  assert.deepEqual(await from("192.0.2.1"), [200, 429, 429]);
  assert.deepEqual(await from("192.0.2.2"), [200, 429, 429]);
  assert.deepEqual(await from("192.0.2.9"), [200, 200, 429]);
});

test("a special figure does not lift the API's, and refused calls are not counted", async (t) => {
  const special = [{ ip_key: "127.0.0.1", rate_limit: 50 }];
  const data = { ...perMinute, api_rate_limit: 2, ip_rate_limit: 1, spec_ip_rate_limits: special };
  const clock = new StoppedClock(noon);
  const { port } = await startGateway(t, servingWith([api()], [plugin("TrafficControl", data)]), { clock });
  assert.deepEqual(await statuses(port, 3), [200, 200, 429]);
});

test("each app has its figure, and a special one stands in for the general one", async (t) => {
  const clock = new StoppedClock(noon);
  const apps = ["one", "two"].map((name) => ({ id: `app-${name}`, key: `APID${name}`, secret: `secret of ${name}` }));
  const data = { ...perMinute, app_rate_limit: 1, spec_app_rate_limits: [{ app_id: "app-two", rate_limit: 2 }] };
  const appIds = apps.map(({ id }) => id);
  const state = servingWith([api({ authType: "APP" })], [plugin("TrafficControl", data)], {
    apps,
    appBindings: [{ serviceId, environment: "release", apiId: "api-abcd1234", appIds }],
  });
  const { port } = await startGateway(t, state, { clock });
  const as = (app: (typeof apps)[number]) => {
    const date: [string, string] = ["X-Date", new Date(noon).toUTCString()];
    const text = { method: "GET", path: "/", query: undefined, form: null, listedHeaders: ["x-date"] };
    const authorization = signApp({ ...text, key: app.key, secret: app.secret, headers: indexHeaders(date) });
    return statuses(port, 3, [date, ["Authorization", authorization]]);
  };
  const [one, two] = apps;
  assert.ok(one !== undefined && two !== undefined);
  assert.deepEqual(await as(one), [200, 429, 429]);
  assert.deepEqual(await as(two), [200, 200, 429]);
});

test("a change of something else keeps the counts; each API has its own", async (t) => {
  const clock = new StoppedClock(noon);
  const both = ["api-abcd1234", "api-other000"].map((apiId) => ({ environment: "release" as const, apiId }));
  const shared = { ...plugin("TrafficControl", { ...perMinute, api_rate_limit: 1 }), places: both };
  const apis = [api({ path: "/a" }), api({ path: "/b" }, "api-other000")];
  const { gateway, port } = await startGateway(t, servingWith(apis, [shared]), { clock });
  assert.deepEqual(await statuses(port, 2, [], "/release/a"), [200, 429]);
  const rates = [{ environment: "release", rate: 100 }] as const;
  gateway.apply(delta({ services: [service({ plugins: [shared], rates })] }));
  assert.deepEqual(await statuses(port, 1, [], "/release/a"), [429]);
  assert.deepEqual(await statuses(port, 2, [], "/release/b"), [200, 429]);
});

test("a call the plugin refuses spends nothing of rates and quotas", async (t) => {
  const clock = new StoppedClock(Date.now());
  const data = { expire_type: "day", expire: 1, api_rate_limit: 1 };
  const bindings = [{ planId, environment: "release", apiId: null }] as const;
  const rates = [{ environment: "release", rate: 3 }] as const;
  const state = serving([api({ authType: "SECRET" })], {
    services: [service({ bindings, rates, plugins: [plugin("TrafficControl", data)] })],
    keys: [key()],
    plans: [{ id: planId, ratePerSecond: -1, quota: 5 }],
  });
  const { port } = await startGateway(t, state, { clock });
  const ask = () => call(port, "/release/", { headers: signed(clock.time) });
  assert.equal((await ask()).headers["x-usageplan-quota"], "4/5");
  for (let round = 0; round < 4; round += 1) {
    const { status, headers } = await ask();
    assert.deepEqual([status, headers["x-usageplan-quota"], headers["x-service-ratelimit"]], [429, "4/5", "2/3"]);
  }
});
