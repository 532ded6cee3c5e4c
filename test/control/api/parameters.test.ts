import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import {
  type CreateApiParams,
  createApi,
  createService,
  httpApi,
  type ModifyApiParams,
  readApi,
} from "../resources.ts";

const input = (Name: string, Position: string, change: object = {}) => {
  return { Name, Position, Type: "string", DefaultValue: "", Required: false, Desc: "", ...change };
};
const mapping = (Name: string, Position: string, from: string, fromPosition: string) => {
  return { Name, Position, RelevantRequestParameterName: from, RelevantRequestParameterPosition: fromPosition };
};
const constant = (Name: string, Position: string, DefaultValue = "v") => ({ Name, Position, DefaultValue });
const backend = (Path: string) => ({ Url: "http://backend.test", Path, Method: "GET" });

/** Tries a definition both ways; ModifyApi lists other codes for some rules. */
async function tryBoth(client: Client, ServiceId: string, change: Partial<CreateApiParams>) {
  const ApiId = await createApi(client, httpApi(ServiceId, { RequestConfig: { Path: "/own", Method: "GET" } }));
  const { Protocol, ...request } = httpApi(ServiceId, change);
  const before = await readApi(client, ServiceId, ApiId);
  return {
    async refusedWith(code: string, codeOfModify = code) {
      await refused(client.CreateApi({ ...request, Protocol }), code);
      await refused(client.ModifyApi({ ...request, ApiId } as ModifyApiParams), codeOfModify);
      assert.deepEqual(await readApi(client, ServiceId, ApiId), before, "nothing changed");
      await client.DeleteApi({ ServiceId, ApiId });
    },
  };
}

test("parameters are read back as they were written", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const RequestParameters = [
    input("id", "PATH", { Required: true, Desc: "which user" }),
    input("X-Trace", "HEADER", { Type: "String" }),
    input("page", "query", { Type: "int", DefaultValue: "1" }),
    input("note", "body"),
  ];
  const ServiceParameters = [
    { ...mapping("user", "path", "id", "PATH"), DefaultValue: "", RelevantRequestParameterDesc: "d" },
    { ...mapping("p", "QUERY", "page", "QUERY"), DefaultValue: "2", RelevantRequestParameterDesc: "" },
  ];
  const ConstantParameters = [
    { ...constant("host", "HEADER", "inner.test"), Desc: "c" },
    { ...constant("from", "query", "gateway & co"), Desc: "" },
  ];
  const request = httpApi(ServiceId, {
    RequestConfig: { Path: "/users/{id}", Method: "GET" },
    ServiceConfig: backend("/u/{user}"),
    RequestParameters,
    ServiceParameters,
    ConstantParameters,
  });
  const api = await readApi(client, ServiceId, await createApi(client, request));
  assert.deepEqual(api.RequestParameters, RequestParameters);
  assert.deepEqual(api.ServiceParameters, [{ ...ServiceParameters[0], DefaultValue: null }, ServiceParameters[1]]);
  assert.deepEqual(api.ConstantParameters, ConstantParameters);
});

test("path variables and path parameters are declared both ways", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const code = "InvalidParameterValue.InvalidRequestParameters";
  const RequestConfig = { Path: "/users/{id}", Method: "GET" };
  await (await tryBoth(client, ServiceId, { RequestConfig })).refusedWith(code);
  await (await tryBoth(client, ServiceId, { RequestConfig, RequestParameters: [input("id", "query")] })).refusedWith(
    code,
  );
  await (await tryBoth(client, ServiceId, { RequestParameters: [input("id", "path")] })).refusedWith(code);
});

test("an input has a name, a known position and a place of its own", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const code = "InvalidParameterValue.InvalidRequestParameters";
  const cases = [
    [input("", "query")],
    [input("a", "cookie")],
    [input("a", "query"), input("a", "QUERY")],
    [input("X-A", "header"), input("x-a", "header")],
  ];
  for (const RequestParameters of cases) {
    await (await tryBoth(client, ServiceId, { RequestParameters })).refusedWith(code);
  }
});

test("a mapping is taken from a declared input", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const RequestParameters = [input("a", "query")];
  const map = (...ServiceParameters: object[]) => tryBoth(client, ServiceId, { RequestParameters, ServiceParameters });
  const notMatched = "InvalidParameterValue.ParameterNotMatch";
  await (await map(mapping("b", "query", "other", "query"))).refusedWith(notMatched);
  await (await map(mapping("b", "query", "a", "header"))).refusedWith(notMatched);
  const malformed = "InvalidParameterValue.InvalidServiceParameters";
  const malformedInModify = "InvalidParameterValue.InvalidServiceParam";
  await (await map(mapping("", "query", "a", "query"))).refusedWith(malformed, malformedInModify);
  await (await map(mapping("b", "nowhere", "a", "query"))).refusedWith(malformed, malformedInModify);
});

test("a message repeats what was sent shortened, and without control characters", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const source = `\u0007\u202e${"x".repeat(1000)}`;
  const call = client.CreateApi(httpApi(ServiceId, { ServiceParameters: [mapping("b", "query", source, "query")] }));
  await assert.rejects(call, ({ message }: Error) => {
    assert.match(message, /`\\u0007\\u202ex{62}…`/);
    return true;
  });
});

test("a variable of the backend path is filled by a mapping, or by the path parameter of its name", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const RequestConfig = { Path: "/users/{id}", Method: "GET" };
  const RequestParameters = [input("id", "path")];
  const unfilled = { RequestConfig, RequestParameters, ServiceConfig: backend("/u/{user}") };
  await (await tryBoth(client, ServiceId, unfilled)).refusedWith("InvalidParameterValue.InvalidServiceParam");
  await createApi(client, httpApi(ServiceId, { RequestConfig, RequestParameters, ServiceConfig: backend("/u/{id}") }));
});

test("constants go to a header or the query", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const invalid = ["InvalidParameter.FormatError", "InvalidParameterValue.InvalidConstantParameters"] as const;
  for (const bad of [constant("a", "path"), constant("", "query"), { Name: "a", DefaultValue: "v" }]) {
    await (await tryBoth(client, ServiceId, { ConstantParameters: [bad] })).refusedWith(...invalid);
  }
});

// An operator's text must not become a second header, or a second request, at the backend (request splitting, CWE-113):
// names of headers are tokens, values hold no line end, and fields that frame the message cannot be set at all.
test("nothing can be injected into the backend's request", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const forbidden = ["X-A\r\nX-B", "X-A: 1", "X A", "Transfer-Encoding", "content-length", "Connection"];
  for (const name of forbidden) {
    const declared = { RequestParameters: [input(name, "header")] };
    await (await tryBoth(client, ServiceId, declared)).refusedWith("InvalidParameterValue.InvalidRequestParameters");
    const mapped = {
      RequestParameters: [input("q", "query")],
      ServiceParameters: [mapping(name, "header", "q", "query")],
    };
    await (await tryBoth(client, ServiceId, mapped)).refusedWith(
      "InvalidParameterValue.InvalidServiceParameters",
      "InvalidParameterValue.InvalidServiceParam",
    );
    const fixed = { ConstantParameters: [constant(name, "header")] };
    await (await tryBoth(client, ServiceId, fixed)).refusedWith(
      "InvalidParameter.FormatError",
      "InvalidParameterValue.InvalidConstantParameters",
    );
  }
  for (const value of ["1\r\nX-B: 2", "1\n", "\u0007"]) {
    const fixed = { ConstantParameters: [constant("X-A", "header", value)] };
    await (await tryBoth(client, ServiceId, fixed)).refusedWith(
      "InvalidParameter.FormatError",
      "InvalidParameterValue.InvalidConstantParameters",
    );
    const declared = { RequestParameters: [input("X-A", "header", { DefaultValue: value })] };
    await (await tryBoth(client, ServiceId, declared)).refusedWith("InvalidParameterValue.InvalidRequestParameters");
    const moved = {
      RequestParameters: [input("q", "query", { DefaultValue: value })],
      ServiceParameters: [mapping("X-A", "header", "q", "query")],
    };
    await (await tryBoth(client, ServiceId, moved)).refusedWith(
      "InvalidParameterValue.InvalidServiceParameters",
      "InvalidParameterValue.InvalidServiceParam",
    );
  }
});
