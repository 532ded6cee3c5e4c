import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createService } from "../resources.ts";

test("the published release requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const request = { ServiceId, EnvironmentName: "prepub" };
  const released = await client.ReleaseService({ ...request, ReleaseDesc: "Released By Serverless" });
  assertPublishedForm("ReleaseService", released);
  const VersionName = present(released.Result?.ReleaseVersion);
  const updated = await client.UpdateService({ ...request, VersionName, UpdateDesc: "test" });
  assertPublishedForm("UpdateService", updated);

  // The example leaves out a time that the reference declares nullable.
  const list = await client.DescribeServiceEnvironmentList({ ServiceId });
  assertPublishedMembers("DescribeServiceEnvironmentList", list, ["CreateTime"]);
  const history = await client.DescribeServiceEnvironmentReleaseHistory(request);
  assertPublishedForm("DescribeServiceEnvironmentReleaseHistory", history);
  const versions = await client.DescribeServiceReleaseVersion({ ServiceId });
  assertPublishedForm("DescribeServiceReleaseVersion", versions);
  assertPublishedForm("UnReleaseService", await client.UnReleaseService(request));
});
