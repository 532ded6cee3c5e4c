import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayError } from "../errors.ts";
import { type Caller, type Exchange, startExchange } from "../exchange.ts";
import { rememberPlace } from "./remember-place.ts";

interface Request {
  readonly target: string;
  readonly method?: string;
  readonly host?: string;
  readonly scheme?: Caller["scheme"];
}

function exchangeFor({ target, method = "GET", host = "h.example", scheme = "http" }: Request): Exchange {
  const head = {
    method,
    target,
    fields: ["Host", host],
    minorVersion: 1,
    hasBody: false,
    contentLength: -1,
    upgrade: "",
    findings: null,
  };
  const caller: Caller = {
    scheme,
    isHttp2: false,
    peerAddress: "192.0.2.1",
    readBody: () => Promise.reject(new Error("no body")),
  };
  return startExchange(head, caller, "0".repeat(32), 0);
}

/** A memory over one stage that finds a path of its own for every request, and how often it was asked. */
function memory() {
  const snapshot = { revision: 1 };
  let finds = 0;
  const stage = rememberPlace(snapshot, [
    (exchange) => {
      finds++;
      if (exchange.head.target === "/unknown") return gatewayError("pathUnknown", "/unknown", "h.example");
      exchange.path = `found ${finds}`;
      return undefined;
    },
  ]);
  const ask = (request: Request) => {
    const exchange = exchangeFor(request);
    const outcome = stage(exchange);
    return outcome === undefined ? exchange.path : outcome;
  };
  return { snapshot, ask, finds: () => finds };
}

test("what was found for a request is found again without looking, until the snapshot changes", () => {
  const { snapshot, ask, finds } = memory();
  assert.equal(ask({ target: "/a?b" }), "found 1");
  assert.equal(ask({ target: "/a?b" }), "found 1");
  assert.equal(finds(), 1);
  snapshot.revision++;
  assert.equal(ask({ target: "/a?b" }), "found 2");
});

test("requests that differ in target, method, host or scheme are not taken for each other", () => {
  const { ask, finds } = memory();
  ask({ target: "/a" });
  const others: Request[] = [
    { target: "/a?" },
    { target: "/A" },
    { target: "/a", method: "POST" },
    { target: "/a", host: "i.example" },
    { target: "/a", scheme: "https" },
  ];
  for (const [index, other] of others.entries()) assert.equal(ask(other), `found ${index + 2}`);
  assert.equal(finds(), others.length + 1);
});

test("the same path of many hosts and methods is remembered for each", () => {
  const { ask, finds } = memory();
  const requests = Array.from({ length: 20 }, (_, index) => ({
    target: "/items",
    host: `service-${index}.gateway.example`,
    method: index % 2 === 0 ? "GET" : "POST",
  }));
  for (const request of [...requests, ...requests]) ask(request);
  assert.equal(finds(), requests.length);
});

test("neither refusals nor preflights are remembered", () => {
  const { ask, finds } = memory();
  for (const request of [{ target: "/unknown" }, { target: "/a", method: "OPTIONS" }]) {
    ask(request);
    ask(request);
  }
  assert.equal(finds(), 4);
});
