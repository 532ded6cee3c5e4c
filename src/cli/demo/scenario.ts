import { type GatewayAnswer, sendToGateway, signatureHeaders } from "../gateway-client.ts";
import type { Manage } from "./manage.ts";
import { type DemoKey, type DemoSetup, demoQuota, demoRate } from "./setup.ts";

/** One row of the demo's table. */
export interface Outcome {
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  readonly why: string;
  readonly isExpected: boolean;
}

/** Makes the demo's calls one after the other against the gateway and yields what each came to. */
export async function* playScenario(setup: DemoSetup, manage: Manage, gateway: string): AsyncGenerator<Outcome> {
  const { keys } = setup;
  const ask = (path: string, key: DemoKey | null): Promise<GatewayAnswer> => call(gateway, setup, path, key);

  yield outcome("no signature", 401, await ask("/hello", null));
  yield outcome("good signature, HTTP backend", 200, await ask("/hello", keys.good));
  yield outcome("good signature, mock", 200, await ask("/mock", keys.good));
  yield outcome("wrong secret", 401, await ask("/hello", { ...keys.good, secret: "not-the-secret" }));
  await manage("DisableApiKey", { AccessKeyId: keys.disabled.id });
  yield outcome("disabled key", 401, await ask("/hello", keys.disabled));
  yield outcome("key whose plan is not bound here", 401, await ask("/hello", keys.unbound));
  yield await burst(`more than the plan's ${demoRate} calls a second`, () => ask("/mock", keys.slow));
  for (let spent = 0; spent < demoQuota; spent++) {
    yield outcome(`call ${spent + 1} of the plan's ${demoQuota} in total`, 200, await ask("/mock", keys.small));
  }
  yield outcome("one call more than the plan's quota", 429, await ask("/mock", keys.small), "API quota exceeded");

  const { ServiceConfig, ...hello } = setup.helloApi as typeof setup.helloApi & { ServiceConfig: object };
  await manage("ModifyApi", { ...hello, ServiceConfig: { ...ServiceConfig, Path: "/changed" } });
  yield outcome("API changed, not released", 200, await ask("/hello", keys.good), "/greeting");
  await manage("ReleaseService", { ServiceId: setup.serviceId, EnvironmentName: "release", ReleaseDesc: "second" });
  yield outcome("released", 200, await ask("/hello", keys.good), "/changed");
  await manage("UpdateService", {
    ServiceId: setup.serviceId,
    EnvironmentName: "release",
    VersionName: setup.firstVersion,
    UpdateDesc: "back to the first version",
  });
  yield outcome("rolled back by UpdateService", 200, await ask("/hello", keys.good), "/greeting");
}

function call(gateway: string, setup: DemoSetup, path: string, key: DemoKey | null): Promise<GatewayAnswer> {
  const signature = key === null ? [] : signatureHeaders(key);
  return sendToGateway(new URL(`/release${path}`, gateway), "GET", [["Host", setup.domain], ...signature], null);
}

function outcome(title: string, status: number, answer: GatewayAnswer, contains = ""): Outcome {
  const body = answer.body.toString("utf8").trim();
  return {
    title,
    expected: contains === "" ? String(status) : `${status}, ${contains}`,
    actual: String(answer.status),
    why: body,
    isExpected: answer.status === status && body.includes(contains),
  };
}

/** Calls as fast as it can for up to three clock seconds; one of them must meet the limit. */
async function burst(title: string, ask: () => Promise<GatewayAnswer>): Promise<Outcome> {
  let passed = 0;
  const until = Date.now() + 3_000;
  while (Date.now() < until) {
    const answer = await ask();
    if (answer.status !== 200) {
      const refused = outcome(title, 429, answer, "API rate limit exceeded");
      return { ...refused, why: `${refused.why} after ${passed} that passed` };
    }
    passed++;
  }
  return { title, expected: "429", actual: "200", why: `${passed} calls, none was refused`, isExpected: false };
}
