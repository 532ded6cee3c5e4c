import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Member } from "./contract-shape.ts";
import { actions, objects } from "./generated/contract.ts";
import type { ActionName } from "./generated/types.ts";
import { unflatten } from "./unflatten.ts";

const actionNames = Object.keys(actions) as ActionName[];

/** `unflatten` builds objects without a prototype; comparisons are about what they hold. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function read(action: ActionName, parameters: [string, string][]): unknown {
  return plain(unflatten(actions[action], parameters));
}

describe("flattened parameters", () => {
  test("every request type survives flattening and reading back, in any order of parameters", () => {
    for (const action of actionNames) {
      const requests = arbitraryObject(actions[action].input);
      fc.assert(
        fc.property(requests, fc.nat(), (request, rotation) => {
          const parameters = flatten(request);
          const cut = parameters.length === 0 ? 0 : rotation % parameters.length;
          const rotated = [...parameters.slice(cut), ...parameters.slice(0, cut)].reverse();
          assert.deepEqual(read(action, rotated), plain(withoutEmpty(request) ?? {}));
        }),
        { numRuns: 15 },
      );
    }
  });

  test("lists of objects are read by their zero-based indices", () => {
    const parameters: [string, string][] = [
      ["Filters.1.Name", "Environment"],
      ["Filters.0.Name", "ServiceId"],
      ["Filters.0.Values.0", "service-a"],
      ["Filters.0.Values.1", "service-b"],
      ["Filters.1.Values.0", "test"],
    ];
    assert.deepEqual(read("DescribeServicesStatus", parameters), {
      Filters: [
        { Name: "ServiceId", Values: ["service-a", "service-b"] },
        { Name: "Environment", Values: ["test"] },
      ],
    });
  });

  test("gaps between indices close up and the last of repeated names counts", () => {
    const parameters: [string, string][] = [
      ["AccessKeyIds.7", "c"],
      ["AccessKeyIds.2", "a"],
      ["AccessKeyIds.2", "b"],
    ];
    assert.deepEqual(read("BindSecretIds", parameters), { AccessKeyIds: ["b", "c"] });
  });

  test("a huge index costs one entry and more than nine digits are no index", () => {
    const parameters: [string, string][] = [
      ["AccessKeyIds.999999999", "a"],
      ["AccessKeyIds.1000000000", "b"],
    ];
    assert.deepEqual(read("BindSecretIds", parameters), { AccessKeyIds: ["a"], "AccessKeyIds.1000000000": "b" });
  });

  test("booleans are read in every spelling clients use, integers as plain decimals", () => {
    for (const [text, value] of [
      ["true", true],
      ["True", true],
      ["TRUE", true],
      ["1", true],
      ["false", false],
      ["False", false],
      ["0", false],
      ["yes", "yes"],
      ["", ""],
    ] as const) {
      assert.deepEqual(read("CreateApi", [["EnableCORS", text]]), { EnableCORS: value });
    }
    for (const [text, value] of [
      ["15", 15],
      ["-1", -1],
      ["0015", 15],
      ["9007199254740991", 9007199254740991],
      ["9007199254740993", "9007199254740993"],
      ["1e3", "1e3"],
      ["0x10", "0x10"],
      ["1.0", "1.0"],
      [" 1", " 1"],
      ["", ""],
    ] as const) {
      assert.deepEqual(read("CreateApi", [["ServiceTimeout", text]]), { ServiceTimeout: value });
    }
  });

  test("names that fit no declared path stay as they are, for the validator to name", () => {
    for (const name of [
      "Nope",
      "nope.0.x",
      "ServiceId.0",
      "AccessKeyIds.x",
      "AccessKeyIds.-1",
      "AccessKeyIds.01",
      "AccessKeyIds.",
      "AccessKeyIds.0.0",
      "",
      ".",
      "__proto__",
      "constructor.prototype.polluted",
    ]) {
      assert.deepEqual(Object.entries(unflatten(actions.BindSecretIds, [[name, "1"]])), [[name, "1"]], name);
    }
  });

  test("unknown nested members are ignored", () => {
    const parameters: [string, string][] = [
      ["RequestConfig.Path", "/a"],
      ["RequestConfig.Nope", "1"],
    ];
    assert.deepEqual(read("CreateApi", parameters), { RequestConfig: { Path: "/a" } });
  });

  test("no spelling of a prototype member reaches a prototype", () => {
    const spellings = ["__proto__", "constructor", "prototype"];
    const parameters = spellings.flatMap((name): [string, string][] => [
      [name, "1"],
      [`${name}.polluted`, "1"],
      [`RequestConfig.${name}`, "1"],
      [`RequestConfig.${name}.polluted`, "1"],
      [`RequestParameters.${name}`, "1"],
      [`RequestParameters.0.${name}.polluted`, "1"],
      [`Tags.0.${name}`, "1"],
    ]);
    const value = unflatten(actions.CreateApi, parameters);
    assert.equal(Object.getPrototypeOf(value), null);
    assert.equal(Reflect.get({}, "polluted"), undefined);
    assert.equal(Reflect.get([], "polluted"), undefined);
    assert.equal(Reflect.get(Object, "polluted"), undefined);
    assert.deepEqual(plain(value["RequestConfig"]), {});
  });

  test("parameters of every call are left out", () => {
    const parameters: [string, string][] = [
      ["Action", "DescribeService"],
      ["Version", "2018-08-08"],
      ["Nonce", "1"],
      ["Signature", "x"],
      ["ServiceId", "service-a"],
    ];
    assert.deepEqual(read("DescribeService", parameters), { ServiceId: "service-a" });
  });

  test("more than 10000 parameters are refused", () => {
    const parameters = Array.from({ length: 10_001 }, (_, index): [string, string] => [`AccessKeyIds.${index}`, "a"]);
    assert.throws(() => unflatten(actions.BindSecretIds, parameters), { code: "RequestSizeLimitExceeded" });
  });
});

/** What the client libraries do: dots at every level, zero-based indices, empty lists and objects vanish. */
function flatten(value: unknown, name = ""): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => flatten(item, `${name}.${index}`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => flatten(item, name === "" ? key : `${name}.${key}`));
  }
  return [[name, String(value)]];
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .map(([key, item]) => [key, withoutEmpty(item)] as const)
      .filter(([, item]) => item !== undefined);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value;
}

function arbitraryObject(members: readonly Member[]): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(members.map((member) => [member.name, arbitraryMember(member)]));
  return fc.record(model, { requiredKeys: [] });
}

function arbitraryMember(member: Member): fc.Arbitrary<unknown> {
  const one = arbitraryOne(member);
  return member.list === true ? fc.array(one, { maxLength: 3 }) : one;
}

function arbitraryOne(member: Member): fc.Arbitrary<unknown> {
  if (member.type === "bool") return fc.boolean();
  if (member.type === "int") return fc.maxSafeInteger();
  if (member.type === "string") return fc.string({ unit: "binary" });
  return arbitraryObject(objects[member.ref ?? ""] ?? []);
}
