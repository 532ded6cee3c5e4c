import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, createService, mockApi, release } from "../resources.ts";

/** A service with two APIs, released. */
export async function createReleased(client: Client) {
  const ServiceId = await createService(client);
  const RequestParameters = [
    { Name: "q", Position: "QUERY", Type: "int", DefaultValue: "1", Required: true, Desc: "" },
  ];
  const first = await createApi(client, mockApi(ServiceId, { ApiName: "orders", RequestParameters }));
  const other = { ApiName: "stock", AuthType: "SECRET", RequestConfig: { Path: "=/stock", Method: "ANY" } };
  const second = await createApi(client, mockApi(ServiceId, other));
  await release(client, ServiceId);
  return { ServiceId, ApiIds: [first, second] };
}

export async function createDoc(client: Client, ServiceId: string, ApiIds: string[], ApiDocName = "Shop") {
  const { Result } = await client.CreateAPIDoc({ ApiDocName, ServiceId, Environment: "release", ApiIds });
  return present(Result?.ApiDocId);
}

export async function readDetail(client: Client, ApiDocId: string) {
  return present((await client.DescribeAPIDocDetail({ ApiDocId })).Result);
}

export interface Read {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Reads a document of the management listener on `port`, as a browser does once it was asked for the password. */
export async function readDocument(port: number, path: string, password?: string): Promise<Read> {
  const authorization = `Basic ${Buffer.from(`reader:${password}`).toString("base64")}`;
  const headers = password === undefined ? {} : { authorization };
  const response = await fetch(`http://127.0.0.1:${port}/apidoc/${path}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
