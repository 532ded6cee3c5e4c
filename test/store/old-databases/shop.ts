import { present } from "../../control/outcome.ts";
import { createApi, httpApi, mockApi, release } from "../../control/resources.ts";
import { key, type Program } from "./program.ts";

/** What the first schema knows: services, APIs, releases, throttles, usage plans, keys and spent quotas. */
export async function makeShop({ client, spendOne }: Program): Promise<void> {
  const { ServiceId, OuterSubDomain } = await client.CreateService({
    ServiceName: "shop",
    ServiceDesc: "what is sold",
    Protocol: "http&https",
    Tags: [{ Key: "team", Value: "shop" }],
  });
  const serviceId = present(ServiceId);
  await client.CreateService({ ServiceName: "empty", Protocol: "http" });
  const mock = await createApi(
    client,
    mockApi(serviceId, {
      ApiName: "orders",
      ApiDesc: "Orders, écrit en UTF-8",
      AuthType: "SECRET",
      EnableCORS: true,
      RequestConfig: { Path: "/orders", Method: "ANY" },
      ResponseSuccessExample: "{}",
      ResponseErrorCodes: [{ Code: 404, Msg: "none", Desc: "no such order", ConvertedCode: 410, NeedConvert: true }],
    }),
  );
  const http = await createApi(
    client,
    httpApi(serviceId, {
      ApiName: "stock",
      RequestConfig: { Path: "/stock/{item}", Method: "GET" },
      RequestParameters: [
        { Name: "item", Position: "PATH", Type: "string", DefaultValue: "", Required: true, Desc: "which" },
        { Name: "deep", Position: "QUERY", Type: "boolean", DefaultValue: "false", Required: false, Desc: "" },
      ],
      ServiceConfig: { Url: "http://backend.test:8080", Path: "/items/{item}", Method: "GET" },
      ServiceParameters: [
        {
          Name: "item",
          Position: "PATH",
          RelevantRequestParameterName: "item",
          RelevantRequestParameterPosition: "PATH",
        },
      ],
      ConstantParameters: [{ Name: "X-Shop", Position: "HEADER", DefaultValue: "1", Desc: "who asks" }],
    }),
  );
  const leaving = await createApi(
    client,
    mockApi(serviceId, { ApiName: "leaving", RequestConfig: { Path: "/leaving", Method: "GET" } }),
  );
  const first = await release(client, serviceId);
  await client.DeleteApi({ ServiceId: serviceId, ApiId: leaving });
  await release(client, serviceId);
  await release(client, serviceId, "test");
  await release(client, serviceId, "prepub");
  await client.UnReleaseService({ ServiceId: serviceId, EnvironmentName: "prepub" });
  // What runs in `release` is not what is newest, and has an API that has no draft.
  await client.UpdateService({
    ServiceId: serviceId,
    EnvironmentName: "release",
    VersionName: first,
    UpdateDesc: "back",
  });
  await client.ModifyServiceEnvironmentStrategy({ ServiceId: serviceId, EnvironmentNames: ["test"], Strategy: 50 });
  await client.ModifyApiEnvironmentStrategy({
    ServiceId: serviceId,
    ApiIds: [http],
    EnvironmentName: "release",
    Strategy: 7,
  });

  const planOf = async (UsagePlanName: string, limits: object) =>
    present(
      (await client.CreateUsagePlan({ UsagePlanName, UsagePlanDesc: "of the shop", ...limits })).Result?.UsagePlanId,
    );
  const counted = await planOf("counted", { MaxRequestNum: 100, MaxRequestNumPreSec: 10 });
  const ofOneApi = await planOf("of_one_api", { MaxRequestNumPreSec: 5 });
  await planOf("unused", { Tags: [{ Key: "team", Value: "nobody" }] });
  await client.CreateApiKey({
    SecretName: "shop",
    AccessKeyType: "manual",
    AccessKeyId: key.id,
    AccessKeySecret: key.secret,
  });
  await client.CreateApiKey({
    SecretName: "off",
    AccessKeyType: "manual",
    AccessKeyId: "AKIDoff",
    AccessKeySecret: "off_secret_000",
  });
  await client.BindSecretIds({ UsagePlanId: counted, AccessKeyIds: [key.id, "AKIDoff"] });
  await client.DisableApiKey({ AccessKeyId: "AKIDoff" });
  await client.BindSecretIds({ UsagePlanId: ofOneApi, AccessKeyIds: [key.id] });
  const place = { ServiceId: serviceId, Environment: "release" };
  await client.BindEnvironment({ ...place, UsagePlanIds: [counted], BindType: "SERVICE" });
  await client.BindEnvironment({
    ...place,
    Environment: "test",
    UsagePlanIds: [ofOneApi],
    BindType: "API",
    ApiIds: [mock],
  });
  await spendOne({ planId: counted, serviceId, host: present(OuterSubDomain) });
}
