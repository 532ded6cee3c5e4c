import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";

test("replies of the key actions have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const created = await client.CreateApiKey({ SecretName: "test" });
  const AccessKeyId = present(created.Result?.AccessKeyId);
  assertPublishedForm("CreateApiKey", created);
  assertPublishedForm("DescribeApiKey", await client.DescribeApiKey({ AccessKeyId }));
  assertPublishedForm("DescribeApiKeysStatus", await client.DescribeApiKeysStatus({}));
  assertPublishedForm("UpdateApiKey", await client.UpdateApiKey({ AccessKeyId }));
  assertPublishedForm("DisableApiKey", await client.DisableApiKey({ AccessKeyId }));
  assertPublishedForm("EnableApiKey", await client.EnableApiKey({ AccessKeyId }));
  await client.DisableApiKey({ AccessKeyId });
  assertPublishedForm("DeleteApiKey", await client.DeleteApiKey({ AccessKeyId }));
});
