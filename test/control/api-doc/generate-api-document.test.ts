import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createService } from "../resources.ts";

test("the retired action that made documents and libraries says that it is retired", async (t) => {
  const client = (await startManagement(t)).client();
  const request = { ServiceId: await createService(client), GenEnvironment: "release", GenLanguage: "Python" };
  await refused(client.request("GenerateApiDocument", request), "ActionOffline", /deprecated/);
});
