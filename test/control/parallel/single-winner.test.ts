import assert from "node:assert/strict";
import { test } from "node:test";
import type { Client } from "../../harness/sdk.ts";
import { startTurnpike, type Turnpike } from "../../harness/turnpike.ts";
import { createApp } from "../api-app/resources.ts";
import { present } from "../outcome.ts";
import { createPlugin, createReleased } from "../plugin/resources.ts";
import { createApi, createService, mockApi } from "../resources.ts";
import { domainOf } from "../sub-domain/resources.ts";
import { assertWinners, race } from "./race.ts";

interface Contest {
  readonly title: string;
  prepare(clients: readonly Client[]): Promise<readonly (() => Promise<unknown>)[]>;
  readonly loses: string;
}

/** Several want what only one can have; `clients` are two accounts in two regions. */
const contests: readonly Contest[] = [
  {
    title: "an id of a key, over all accounts and regions",
    async prepare(clients) {
      const pair = { AccessKeyType: "manual", AccessKeyId: "AKIDwanted", AccessKeySecret: "a-long-secret" };
      return clients.flatMap((client) => [
        () => client.CreateApiKey({ SecretName: "a", ...pair }),
        () => client.CreateApiKey({ SecretName: "b", ...pair }),
      ]);
    },
    loses: "FailedOperation.AccessKeyExist",
  },
  {
    title: "a key of an app, over all accounts and regions",
    prepare: (clients) =>
      Promise.all(
        clients.map(async (client) => {
          const { id: ApiAppId } = await createApp(client);
          return () => client.UpdateApiAppKey({ ApiAppId, ApiAppKey: "APIDwanted" });
        }),
      ),
    loses: "InvalidParameter.FormatError",
  },
  {
    title: "a custom domain, over all accounts and regions",
    prepare: (clients) =>
      Promise.all(
        clients.map(async (client) => {
          const domain = await domainOf(client, await createService(client));
          return () => client.BindSubDomain(domain);
        }),
      ),
    loses: "FailedOperation.DomainAlreadyBindOtherService",
  },
  {
    title: "a name of an API in a service",
    async prepare([client]) {
      const ServiceId = await createService(present(client));
      const request = (index: number) =>
        mockApi(ServiceId, { ApiName: "wanted", RequestConfig: { Path: `/${index}`, Method: "GET" } });
      return [0, 1, 2, 3, 4].map((index) => () => createApi(present(client), request(index)));
    },
    loses: "InvalidParameter.FormatError",
  },
  {
    title: "a path that two spellings name",
    async prepare([client]) {
      const ServiceId = await createService(present(client));
      const request = (name: string) =>
        mockApi(ServiceId, {
          RequestConfig: { Path: `/orders/{${name}}`, Method: "GET" },
          RequestParameters: [{ Name: name, Position: "PATH", Type: "string" }],
        });
      return ["a", "b", "c"].map((name) => () => createApi(present(client), request(name)));
    },
    loses: "InvalidParameterValue.InvalidApiRequestConfig",
  },
  {
    title: "the place of a plugin of one kind at an API",
    async prepare([client]) {
      const { ServiceId, ApiIds } = await createReleased(present(client), "/a");
      const types = ["TrafficControl", "TrafficControlByParameter", "TrafficControl"] as const;
      const plugins = await Promise.all(types.map((type) => createPlugin(present(client), type)));
      const place = { ServiceId, EnvironmentName: "release", ApiIds };
      return plugins.map((PluginId) => () => present(client).AttachPlugin({ PluginId, ...place }));
    },
    loses: "InvalidParameter.DuplicatePluginConfig",
  },
  {
    title: "the place of an IP strategy at an API",
    async prepare([client]) {
      const { ServiceId, ApiIds } = await createReleased(present(client), "/a");
      const request = { ServiceId, StrategyName: "list", StrategyType: "BLACK", StrategyData: "192.0.2.1" };
      const created = await Promise.all([1, 2, 3].map(() => present(client).CreateIPStrategy(request)));
      const place = { ServiceId, EnvironmentName: "release", BindApiIds: ApiIds };
      return created.map(
        ({ Result }) =>
          () =>
            present(client).BindIPStrategy({ StrategyId: present(Result?.StrategyId), ...place }),
      );
    },
    loses: "UnsupportedOperation.InvalidAction",
  },
];

test("what only one can have is had by one of those who want it at the same moment", async (t) => {
  const clients = await fourClients(await startTurnpike(t));
  for (const { title, prepare, loses } of contests) {
    const calls = await prepare(clients);
    assert.ok(calls.length > 1, title);
    await t.test(title, async () => assertWinners(await race(...calls), 1, loses));
  }
});

async function fourClients({ client, addAccount }: Turnpike): Promise<readonly Client[]> {
  const account = await addAccount();
  const regions = ["ap-guangzhou", "ap-beijing"];
  return regions.flatMap((region) => [client({ region }), client({ region, account })]);
}
