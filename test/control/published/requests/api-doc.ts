import { createDoc, createReleased } from "../../api-doc/resources.ts";
import type { Client } from "../../management.ts";

export async function callApiDocActions(client: Client): Promise<void> {
  const released = await createReleased(client);
  const ApiDocId = await createDoc(client, released.ServiceId, released.ApiIds);
  await client.ModifyAPIDoc({ ApiDocId, ApiDocName: "Other", Environment: "release", ...released });
  await client.BuildAPIDoc({ ApiDocId });
  await client.DescribeAPIDocDetail({ ApiDocId });
  await client.DescribeAPIDocs({});
  await client.ResetAPIDocPassword({ ApiDocId });
  await client.DeleteAPIDoc({ ApiDocId });
}
