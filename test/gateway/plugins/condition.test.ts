import assert from "node:assert/strict";
import { test } from "node:test";
import { type Exchange, startExchange } from "../../../src/gateway/exchange.ts";
import { compileCondition } from "../../../src/gateway/plugins/condition/compile-condition.ts";
import { parseCondition } from "../../../src/model/plugin/condition/parse-condition.ts";
import { InvalidPluginData } from "../../../src/model/plugin/invalid-plugin-data.ts";

function exchange(): Exchange {
  const fields = ["X-Region", "gz", "User-Agent", "curl/8", "X-Count", "007"];
  const empty = { hasBody: false, contentLength: -1, upgrade: "", findings: null };
  const head = { method: "GET", target: "/", fields, minorVersion: 1, ...empty };
  const readBody = () => Promise.resolve(Buffer.alloc(0));
  const caller = { scheme: "http", isHttp2: false, peerAddress: "192.0.2.1", readBody } as const;
  const started = startExchange(head, caller, "0".repeat(32), 0);
  started.path = "/orders/12";
  started.query = "age=29&name=an%20a&Flag=true&empty=";
  return started;
}

const holds = (text: string) => compileCondition(parseCondition(text), () => 0.5)(exchange());

test("conditions that hold", () => {
  for (const text of [
    "query.age<30",
    "query.age <= 29 and query.age >= 29.0",
    "query.age = '29'",
    "query.age == 29",
    "header.X-Region = 'gz'",
    'HEADER.x-region = "gz"',
    "header.X-Count = 7",
    "query.name = 'an a'",
    "query.Flag = true",
    "query.empty = ''",
    "path = '/orders/12'",
    "sysparam.clientIp = '192.0.2.1'",
    "sysparam.CLIENTIP = '192.0.2.1'",
    "sysparam.httpScheme = 'HTTP'",
    'regex(sysparam.clientUa, "^curl/[0-9]+$")',
    "regex(path, 'ders')",
    "exists(query.age) AND exists(path)",
    "Random() < 0.6",
    "query.age > 100 and path = '/x' or query.age = 29",
    "query.age = 29 or path = '/x' and query.age > 100",
    "(query.age > 100 or path = '/orders/12') and query.age < 30",
    "query.age != 30",
    "'a' < 'b'",
  ]) {
    assert.equal(holds(text), true, text);
  }
});

test("conditions that do not hold", () => {
  for (const text of [
    "query.age > 30",
    "query.AGE = 29",
    "query.none = ''",
    "query.none != 'x'",
    "query.none < 1",
    "exists(query.none)",
    "regex(query.none, '')",
    "query.name < 5",
    "query.name > 5",
    "(query.age > 100 and path = '/x' or query.age = 29) and path = '/y'",
    "Random() > 0.6",
  ]) {
    assert.equal(holds(text), false, text);
  }
});

test("what is no condition is refused, and says where", () => {
  const wrong = [
    "",
    "query.a",
    "query.a =",
    "= 1",
    "query. = 1",
    "body.a = 1",
    "path.x = 1",
    "sysparam.x = 1",
    "query.a = 1 2",
  ];
  const more = [
    "(query.a = 1",
    "query.a = 1)",
    "exists()",
    "exists(1)",
    "regex(path)",
    "regex('a', 'b')",
    "not path = ''",
  ];
  for (const text of [...wrong, ...more, "query.a = 'x", "query.a = 1 &", "random( < 1", "query.a = 12abc"]) {
    assert.throws(() => parseCondition(text), InvalidPluginData, text);
  }
  assert.throws(() => parseCondition("query.a ? 1"), /character 9/);
  assert.throws(() => parseCondition("query.a ="), /ends too early/);
});

test("a condition too long or too deep is refused at once", () => {
  assert.throws(() => parseCondition(`path = '${"x".repeat(5_000)}'`), InvalidPluginData);
  assert.throws(() => parseCondition(`${"(".repeat(2_000)}path = ''${")".repeat(2_000)}`), /nested/);
});
