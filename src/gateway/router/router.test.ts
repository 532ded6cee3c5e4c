import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compileRoutes, type Route, type RouteMatch } from "./router.ts";

/** Routes whose age is their place in the list and whose target is their method and path. */
function routesOf(...specs: string[]): Route<string>[] {
  return specs.map((spec, index) => {
    const [method = "", path = ""] = spec.split(" ");
    return { path, method, createdAt: index, id: `api-${index}`, target: spec };
  });
}

function targetOf(match: RouteMatch<string>): string {
  return match.kind === "match" ? match.target : match.kind;
}

function select(specs: string[], path: string, method = "GET"): string {
  return targetOf(compileRoutes(routesOf(...specs)).match(path, method));
}

describe("precedence", () => {
  const all = ["GET /user", "GET /user/{x}", "GET ^~/user/files", "GET =/user/files/a", "GET /"];
  test("an exact path wins, then the prefix that beats regexes, then a pattern, then a plain prefix", () => {
    assert.equal(select(all, "/user/files/a"), "GET =/user/files/a");
    assert.equal(select(all, "/user/files/b"), "GET ^~/user/files");
    assert.equal(select(all, "/user/42"), "GET /user/{x}");
    assert.equal(select(all, "/user"), "GET /user");
    assert.equal(select(all, "/other"), "GET /");
  });

  test("the longest prefix of a kind wins", () => {
    assert.equal(select(["GET ^~/a", "GET ^~/a/b"], "/a/b/c"), "GET ^~/a/b");
    assert.equal(select(["GET /a", "GET /a/b", "GET /"], "/a/bc"), "GET /a/b");
    assert.equal(select(["GET /a/b/c/d", "GET ^~/a"], "/a/b/c/d"), "GET ^~/a");
  });

  test("a plain path is a prefix of the text, not of segments, and slashes at the end count", () => {
    assert.equal(select(["GET /user"], "/usertest"), "GET /user");
    assert.equal(select(["GET /user"], "/user/test/a"), "GET /user");
    assert.equal(select(["GET =/p"], "/p/"), "no-path");
    assert.equal(select(["GET /p/"], "/p"), "no-path");
  });

  test("among patterns the longer literal text wins, then the older API, then the lower id", () => {
    assert.equal(select(["GET /{x}", "GET /{x}/detail"], "/a/detail"), "GET /{x}/detail");
    assert.equal(select(["GET /a/{x}", "GET /{x}/detail"], "/a/detail"), "GET /{x}/detail");
    assert.equal(select(["GET /{x}/a", "GET /a/{x}"], "/a/a"), "GET /{x}/a");
    assert.equal(select(["GET /a/{x}", "GET /{x}/a"], "/a/a"), "GET /a/{x}");
    const route = { method: "GET", createdAt: 1 };
    const routes = [
      { ...route, path: "/{x}/a", id: "api-2", target: "second" },
      { ...route, path: "/a/{x}", id: "api-1", target: "first" },
    ];
    assert.equal(targetOf(compileRoutes(routes).match("/a/a", "GET")), "first");
  });
});

describe("methods", () => {
  test("an API of the exact method beats ANY, and the path decides before the method", () => {
    const specs = ["ANY /a", "POST /a", "DELETE =/a/b"];
    assert.equal(select(specs, "/a", "POST"), "POST /a");
    assert.equal(select(specs, "/a", "PATCH"), "ANY /a");
    assert.equal(select(specs, "/a/b", "GET"), "no-method");
    assert.equal(select(specs, "/x", "GET"), "no-path");
  });

  test("a BEGIN API neither matches nor hides another", () => {
    assert.equal(select(["BEGIN =/a", "GET /a"], "/a"), "GET /a");
    assert.equal(select(["BEGIN /a"], "/a", "BEGIN"), "no-path");
  });

  test("templates that differ in parameter names are one path with methods of their own", () => {
    const router = compileRoutes(routesOf("GET /a/{x}", "POST /a/{y}"));
    const match = router.match("/a/1", "POST");
    assert.ok(match.kind === "match");
    assert.deepEqual(match.params, { names: ["y"], values: ["1"] });
  });
});

describe("what a match carries", () => {
  test("the rest is what follows the prefix, and empty for other kinds", () => {
    const router = compileRoutes(routesOf("GET /p/", "GET ^~/q", "GET =/e", "GET /t/{x}", "GET /r/[0-9]"));
    const rest = (path: string): string => {
      const match = router.match(path, "GET");
      return match.kind === "match" ? match.rest : match.kind;
    };
    assert.deepEqual(["/p/a/b", "/p/", "/qx", "/e", "/t/1/2", "/r/1/2"].map(rest), ["a/b", "", "x", "", "", ""]);
  });

  test("parameter names from outside are values, never keys", () => {
    const match = compileRoutes(routesOf("GET /{__proto__}/{constructor}")).match("/a/b", "GET");
    assert.ok(match.kind === "match");
    assert.deepEqual(match.params, { names: ["__proto__", "constructor"], values: ["a", "b"] });
    assert.equal(targetOf(compileRoutes(routesOf("GET =/a")).match("__proto__", "constructor")), "no-path");
  });
});

test("broken and doubled paths are reported and do not take the others down", () => {
  const { match, problems } = compileRoutes(
    routesOf("GET /a/{", "GET /b/(", "GET =/c", "GET c", "GET =/%63", "POST =/c"),
  );
  assert.deepEqual(
    problems.map(({ id }) => id),
    ["api-0", "api-1", "api-3", "api-4"],
  );
  assert.equal(targetOf(match("/c", "GET")), "GET =/c");
  assert.equal(targetOf(match("/c", "POST")), "POST =/c");
});

test("a router without routes matches nothing", () => {
  assert.equal(select([], "/"), "no-path");
});

/** Tries every route in turn, with the regular expressions of JavaScript. */
function matchNaively(routes: readonly Route<string>[], path: string, method: string): RouteMatch<string> {
  const readings = routes.filter((route) => route.method !== "BEGIN").map(readNaively);
  const fitting = readings.filter(({ pattern }) => pattern.test(path));
  fitting.sort(
    (left, right) => left.rank - right.rank || right.length - left.length || left.createdAt - right.createdAt,
  );
  const [best] = fitting;
  if (best === undefined) return { kind: "no-path" };
  const ofPath = fitting.filter(({ pattern }) => pattern.source === best.pattern.source);
  const selected = ofPath.find((route) => route.method === method) ?? ofPath.find((route) => route.method === "ANY");
  if (selected === undefined) return { kind: "no-method" };
  const [whole = "", ...values] = selected.pattern.exec(path) ?? [];
  const names = [...selected.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const isPrefix = selected.rank === 2 || selected.rank === 4;
  return {
    kind: "match",
    target: selected.target,
    params: { names, values },
    rest: isPrefix ? path.slice(whole.length) : "",
  };
}

interface NaiveReading extends Route<string> {
  rank: number;
  length: number;
  pattern: RegExp;
}

function readNaively(route: Route<string>): NaiveReading {
  const { path } = route;
  if (path.startsWith("=")) return { ...route, rank: 1, length: 0, pattern: new RegExp(`^${path.slice(1)}$`) };
  if (path.startsWith("^~"))
    return { ...route, rank: 2, length: path.length, pattern: new RegExp(`^${path.slice(2)}(?:)`) };
  const spans = path.replace(/\{\w+\}/g, "(.+)");
  if (/[[(]/.test(path)) {
    const length = path.replace(/\{\w+\}|\[ab\]\+|\$/g, "").length;
    return { ...route, rank: 3, length, pattern: new RegExp(`^${spans}(?:(?:))`) };
  }
  if (spans !== path) {
    return { ...route, rank: 3, length: path.replace(/\{\w+\}/g, "").length, pattern: new RegExp(`^${spans}$`) };
  }
  return { ...route, rank: 4, length: path.length, pattern: new RegExp(`^${path}`) };
}

const literal = fc.array(fc.constantFrom("a", "b", "/a", "/b", "/ab"), { maxLength: 3 }).map((parts) => parts.join(""));
const span = fc.constantFrom("{x}", "{y}", "{z}");
const plain = literal.map((text) => `/${text}`.replaceAll("//", "/"));
const template = fc
  .tuple(plain, fc.uniqueArray(fc.tuple(span, literal), { minLength: 1, maxLength: 3, selector: ([name]) => name }))
  .map(([head, tail]) => head + tail.map(([name, text]) => name + text).join(""));
const regex = fc
  .tuple(plain, literal, fc.constantFrom("", "$", "{x}"))
  .map(([head, tail, end]) => `${head}[ab]+${tail}${end}`);
const apiPath = fc.oneof(
  plain,
  plain.map((text) => `=${text}`),
  plain.map((text) => `^~${text}`),
  { arbitrary: template, weight: 4 },
  { arbitrary: regex, weight: 2 },
);
const method = fc.constantFrom("GET", "POST", "ANY", "BEGIN");

for (const [size, maxLength] of [
  ["few", 8],
  ["many", 60],
] as const) {
  test(`with ${size} routes the router answers as a search through all of them would`, () => {
    const routeSet = fc
      .uniqueArray(fc.tuple(method, apiPath), {
        maxLength,
        selector: ([name, path]) => `${name} ${path.replace(/\{\w+\}/g, "{}")}`,
        size: "max",
      })
      .map((pairs) => routesOf(...pairs.map((pair) => pair.join(" "))));
    const path = fc
      .array(fc.constantFrom("a", "b", "/a", "/b"), { maxLength: 10 })
      .map((parts) => `/${parts.join("")}`);
    const paths = fc.array(path, { minLength: 1, maxLength: 5 });
    const property = fc.property(
      routeSet,
      paths,
      fc.constantFrom("GET", "POST", "PUT"),
      (routes, candidates, asked) => {
        const router = compileRoutes(routes);
        assert.deepEqual(router.problems, []);
        for (const candidate of candidates) {
          assert.deepEqual(router.match(candidate, asked), matchNaively(routes, candidate, asked), candidate);
        }
      },
    );
    fc.assert(property, { numRuns: 600 });
  });
}
