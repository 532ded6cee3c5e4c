import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDefinition } from "../../../src/control/actions/api/check-definition.ts";
import { createApiCodes } from "../../../src/control/actions/api/definition-codes.ts";
import { readDefinition } from "../../../src/control/actions/api/definition-from-request.ts";
import { ApiError } from "../../../src/control/contract/errors.ts";
import { validateInput } from "../../../src/control/contract/validate.ts";
import { planApi } from "../../../src/gateway/api-plan.ts";
import { compileRoutes } from "../../../src/gateway/router/router.ts";
import type { ApiDefinition } from "../../../src/model/api.ts";
import { httpApi } from "../resources.ts";

// The management API and the gateway judge an API each for itself. An API that the first takes and the second cannot
// serve would be found out by callers only.

function mostly<T>(sound: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: other });
}

const hostile = fc.constantFrom("", "__proto__", "a b", "a\r\nX: 1", "é", "{id}", "Host", "Content-Length", "%", "/..");
const name = mostly(fc.constantFrom("id", "user", "X-A", "q", "p", "a.b"), hostile);
const position = mostly(fc.constantFrom("header", "QUERY"), fc.constantFrom("path", "Body", "cookie"));
const value = mostly(fc.constantFrom("", "1", "v"), fc.oneof(hostile, fc.string({ maxLength: 6 })));
const parts = fc.constantFrom("/", "a", "{id}", "{", "}", "(", ")", "*", "[", "]", "%2F", ".", "..", "\\", "?");
const anyPath = fc.array(parts, { maxLength: 8 }).map((texts) => `/${texts.join("")}`);
const frontPath = mostly(fc.constantFrom("/", "/a", "/u/{id}", "/{id}/{user}", "=/a", "^~/a", "/[ab]+/{id}"), anyPath);
const backPath = mostly(fc.constantFrom("", "/", "/a/b", "/u/{id}", "/{user}"), anyPath);
const url = mostly(
  fc.constantFrom("http://backend.test", "https://10.0.0.1:8443", "http://[::1]:80", "HTTP://a_b.test."),
  fc.oneof(
    fc.tuple(fc.constantFrom("http://", "ws://"), fc.string({ maxLength: 12 })).map((texts) => texts.join("")),
    fc.constantFrom("http://1.2.3", "http://0x7f.1", "http://a..b", "http://xn--/", "http://a:99999", "http://-a"),
  ),
);
const request = fc.record({
  RequestConfig: fc.record({ Path: frontPath, Method: fc.constantFrom("GET", "ANY") }),
  ServiceConfig: fc.record({
    Url: url,
    Path: backPath,
    Method: mostly(fc.constantFrom("GET", "ANY"), fc.constant("")),
  }),
  RequestParameters: fc.array(fc.record({ Name: name, Position: position, DefaultValue: value }), { maxLength: 3 }),
  ServiceParameters: fc.array(
    fc.record({ Name: name, Position: mostly(position, fc.constant("path")), DefaultValue: value, source: fc.nat(3) }),
    { maxLength: 2 },
  ),
  ConstantParameters: fc.array(fc.record({ Name: name, Position: position, DefaultValue: value }), { maxLength: 2 }),
});

/** Declares what the path holds and lets mappings name declared inputs, or hardly a request would be sound. */
function completed({
  RequestParameters,
  ServiceParameters,
  ...rest
}: typeof request extends fc.Arbitrary<infer T> ? T : never) {
  const inPath = Array.from(rest.RequestConfig.Path.matchAll(/\{([\w.]+)\}/g), (match) => match[1] ?? "");
  const declared = [...inPath.map((Name) => ({ Name, Position: "PATH", DefaultValue: "" })), ...RequestParameters];
  const mappings = ServiceParameters.map(({ source, ...mapping }) => ({
    ...mapping,
    RelevantRequestParameterName: declared[source]?.Name ?? "undeclared",
    RelevantRequestParameterPosition: declared[source]?.Position ?? "query",
  }));
  return { ...rest, RequestParameters: declared, ServiceParameters: mappings };
}

/** The definition the management API would store, or undefined when it refuses the request. */
function accepted(change: object): ApiDefinition | undefined {
  try {
    const input = validateInput("CreateApi", { ...httpApi("service-12345678"), ...change });
    const definition = readDefinition(input, createApiCodes, {
      protocol: input.Protocol,
      responseErrorCodes: [],
      mock: {},
      functionForm: "EVENT",
    });
    checkDefinition(definition, createApiCodes);
    return definition;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

test("what the management API takes, the gateway can serve", () => {
  let taken = 0;
  fc.assert(
    fc.property(request, (change) => {
      const definition = accepted(completed(change));
      if (definition === undefined) return;
      taken += 1;
      const problems: string[] = [];
      const served = planApi({ id: "api-1", createdAt: 0, definition }, new Map(), [], (_id, problem) =>
        problems.push(problem),
      );
      const route = { path: definition.path, method: definition.method, createdAt: 0, id: "api-1", target: served };
      assert.deepEqual(problems, []);
      assert.deepEqual(compileRoutes([route]).problems, []);
      for (const { to, name: header, fallback } of served.parameters.assignments) {
        if (to.position === "header") assert.doesNotMatch(`${header}${fallback}`, /[\r\n\0]/);
      }
    }),
    { numRuns: 3000 },
  );
  assert.ok(taken > 200, `only ${taken} requests were taken`);
});
