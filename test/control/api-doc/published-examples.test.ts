import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { createReleased } from "./resources.ts";

// BuildAPIDoc and DeleteAPIDoc are published with the text "True" where the schema says boolean; we answer by the schema.

test("replies of the document actions have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const request = { ApiDocName: "Shop", Environment: "release", ...(await createReleased(client)) };
  const created = await client.CreateAPIDoc(request);
  const ApiDocId = present(created.Result?.ApiDocId);
  assertPublishedForm("CreateAPIDoc", created);
  assertPublishedForm("ModifyAPIDoc", await client.ModifyAPIDoc({ ...request, ApiDocId }));
  assertPublishedForm("DescribeAPIDocDetail", await client.DescribeAPIDocDetail({ ApiDocId }));
  assertPublishedForm("DescribeAPIDocs", await client.DescribeAPIDocs({}));
  assertPublishedForm("ResetAPIDocPassword", await client.ResetAPIDocPassword({ ApiDocId }));
});
