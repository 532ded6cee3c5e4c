import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp } from "../control/api-app/resources.ts";
import { createApi, mockApi, release } from "../control/resources.ts";
import { runCommand, spawnTurnpike } from "../harness/process.ts";
import { createService } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

test("turnpike curl --app signs calls with and without a body", async (t) => {
  const data = temporaryFolder(t);
  const { client, management, port } = await spawnTurnpike(t, data);
  const { serviceId: ServiceId } = await createService(client);
  const RequestConfig = { Path: "/any", Method: "ANY" };
  const ApiId = await createApi(client, mockApi(ServiceId, { AuthType: "APP", RequestConfig }));
  const { id: ApiAppId } = await createApp(client);
  await client.BindApiApp({ ApiAppId, ServiceId, ApiId, Environment: "release" });
  await release(client, ServiceId);
  const url = `http://127.0.0.1:${port}/_/${ServiceId}/release/any?b=2&a=%20`;
  const where = ["--data", data, "--management", `127.0.0.1:${management.port}`];
  const form = ["-H", "Content-Type: application/x-www-form-urlencoded", "-d", "c=3&a=ä"];
  const calls = [[], form, ["-H", "Content-Type: application/json", "-d", '{"ä":1}'], ["-H", "Accept: text/plain"]];
  for (const options of calls) {
    const { code, stdout, stderr } = await runCommand(t, [
      "curl",
      "--fail",
      "--app",
      ApiAppId,
      ...where,
      ...options,
      url,
    ]);
    assert.equal(stderr, "");
    assert.deepEqual([code, stdout], [0, "hello"]);
  }
  const { code, stderr } = await runCommand(t, ["curl", "--app", "app-unknown0", ...where, url]);
  assert.deepEqual([code, stderr.includes("no such API app")], [1, true]);
});
