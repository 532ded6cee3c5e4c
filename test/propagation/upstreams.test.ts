import assert from "node:assert/strict";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { createApi, httpApi, release } from "../control/resources.ts";
import { call, startBackend } from "../gateway/running.ts";
import { createService } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

test("changed nodes get the next call, without a release", async (t) => {
  const { port, client } = await startTurnpike(t);
  const sdk = client();
  const named = (name: string) => startBackend(t, (_, res) => void res.end(name));
  const node = (Port: number, Weight = 10) => ({ Host: "127.0.0.1", Port, Weight });
  const [a, b] = [await named("a"), await named("b")];
  const group = { Scheme: "HTTP", Algorithm: "ROUND-ROBIN", UniqVpcId: "vpc-1", Nodes: [node(a)] };
  const UpstreamId = present((await sdk.CreateUpstream(group)).UpstreamId);
  const { serviceId, host } = await createService(sdk);
  const ServiceConfig = { Product: "upstream", UniqVpcId: "vpc-1", UpstreamId, Url: "", Path: "/", Method: "ANY" };
  await createApi(sdk, httpApi(serviceId, { ServiceConfig, RequestConfig: { Path: "/", Method: "ANY" } }));
  await release(sdk, serviceId);
  const ask = async () => {
    const { status, body } = await call(port, "/release/", { host });
    return status === 200 ? body : status;
  };
  assert.equal(await ask(), "a");
  await sdk.ModifyUpstream({ UpstreamId, Nodes: [node(b)] });
  assert.equal(await ask(), "b");
  await sdk.ModifyUpstream({ UpstreamId, Nodes: [node(a), node(b, 0)] });
  assert.equal(await ask(), "a");
  await sdk.ModifyUpstream({ UpstreamId, Nodes: [node(a, 0)] });
  assert.equal(await ask(), 502);
});
