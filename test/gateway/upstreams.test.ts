import assert from "node:assert/strict";
import { type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { test } from "node:test";
import type { ActiveCheck, HealthThresholds } from "../../src/model/upstream.ts";
import type { HealthCheckState, UpstreamState } from "../../src/snapshot/delta.ts";
import { call, type Received, read, StoppedClock, startBackend, startEcho, startGateway, until } from "./running.ts";
import { api, delta, host, httpBackend, serving } from "./state.ts";

const upstreamId = "upstream-abcd1234";

function upstream(nodes: Readonly<Record<number, number>>, overrides: Partial<UpstreamState> = {}): UpstreamState {
  return {
    id: upstreamId,
    scheme: "http",
    isGrpc: false,
    retries: 3,
    hostHeader: null,
    nodes: Object.entries(nodes).map(([port, weight]) => ({ address: `127.0.0.1:${port}`, weight })),
    healthCheck: null,
    ...overrides,
  };
}

function check(overrides: Partial<HealthThresholds>, active: ActiveCheck | null = null): HealthCheckState {
  const thresholds = {
    healthyStatuses: "200",
    unhealthyStatuses: "500",
    connectionFailures: 0,
    timeouts: 0,
    badStatuses: 0,
    unhealthySeconds: 30,
    ...overrides,
  };
  return { thresholds, isPassive: active === null, active };
}

/** The whole state: one API that is balanced over the upstream. */
function balanced(state: UpstreamState, backendTimeoutSeconds = 5) {
  const backend = { ...httpBackend(1), url: "", product: "upstream", upstreamId };
  return serving([api({ backend, backendTimeoutSeconds })], { upstreams: [state] });
}

/** A port nothing listens on. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** A backend that answers its own letter. */
const named = (t: Parameters<typeof startBackend>[0], name: string, status = () => 200) =>
  startBackend(t, (_, res) => {
    res.statusCode = status();
    res.end(name);
  });

async function answers(port: number, count: number): Promise<string> {
  let text = "";
  for (let made = 0; made < count; made++) text += (await call(port, "/release/")).body;
  return text;
}

test("calls are spread by weight, smoothly, and a node of weight 0 gets none", async (t) => {
  const [a, b, c] = [await named(t, "a"), await named(t, "b"), await named(t, "c")];
  const nodes = [
    { address: `127.0.0.1:${a}`, weight: 5 },
    { address: `127.0.0.1:${b}`, weight: 1 },
    { address: `127.0.0.1:${c}`, weight: 0 },
    { address: `localhost:${c}`, weight: 1 },
  ];
  const { port } = await startGateway(t, balanced(upstream({}, { nodes })));
  // The published sequence of smooth weighted round robin for the weights 5, 1 and 1.
  assert.equal(await answers(port, 14), "aabacaaaabacaa");
});

test("a node that cannot be connected to is passed over, and the body arrives whole at the next", async (t) => {
  const [closed, echo] = [await closedPort(), await startEcho(t)];
  const { port, records } = await startGateway(t, balanced(upstream({ [closed]: 100, [echo]: 1 })));
  const reply = await call(port, "/release/path?q=1", { method: "POST", body: "x".repeat(100_000) });
  assert.equal(reply.status, 200);
  const received: Received = JSON.parse(reply.body);
  assert.equal(received.body.length, 100_000);
  assert.equal(received.url, "/path?q=1");
  assert.deepEqual(received.rawHeaders.slice(0, 2), ["Host", `127.0.0.1:${echo}`]);
  assert.match(JSON.stringify(records[0]), new RegExp(`127\\.0\\.0\\.1:${echo}`));
});

test("a body without a length that is passed on as it comes arrives whole at the next node too", async (t) => {
  const [closed, echo] = [await closedPort(), await startEcho(t)];
  const { port } = await startGateway(t, balanced(upstream({ [closed]: 100, [echo]: 1 })));
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, path: "/release/", method: "POST", headers: { host } });
    outgoing.on("error", reject).on("response", resolve);
    for (let part = 0; part < 10; part++) outgoing.write("x".repeat(10_000));
    outgoing.end();
  });
  const received: Received = JSON.parse(await read(incoming));
  assert.ok(received.rawHeaders.includes("chunked"));
  assert.equal(received.body.length, 100_000);
});

test("a call that reached a node is not repeated at another", async (t) => {
  let calls = 0;
  const broken = () =>
    startBackend(t, (req) => {
      calls++;
      req.socket.destroy();
    });
  const nodes = { [await broken()]: 1, [await broken()]: 1 };
  const { port } = await startGateway(t, balanced(upstream(nodes)));
  assert.equal((await call(port, "/release/", { method: "POST", body: "once" })).status, 502);
  assert.equal(calls, 1);
});

test("retries are limited, and an upstream all of whose nodes are down answers 502", async (t) => {
  const [first, second, up] = [await closedPort(), await closedPort(), await named(t, "up")];
  const down = await startGateway(t, balanced(upstream({ [first]: 1, [second]: 1 })));
  assert.equal((await call(down.port, "/release/")).status, 502);
  const nodes = [first, second, up].map((port, index) => ({ address: `127.0.0.1:${port}`, weight: 9 - index }));
  const once = await startGateway(t, balanced(upstream({}, { nodes, retries: 1 })));
  assert.equal((await call(once.port, "/release/")).status, 502);
  const twice = await startGateway(t, balanced(upstream({}, { nodes, retries: 2 })));
  assert.equal((await call(twice.port, "/release/")).body, "up");
  const none = await startGateway(t, balanced(upstream({})));
  assert.equal((await call(none.port, "/release/")).status, 502);
});

test("nodes get the Host of the upstream where it has one", async (t) => {
  const echo = await startEcho(t);
  const { port } = await startGateway(t, balanced(upstream({ [echo]: 1 }, { hostHeader: "shop.example.com" })));
  const received: Received = JSON.parse((await call(port, "/release/")).body);
  assert.deepEqual(received.rawHeaders.slice(0, 2), ["Host", "shop.example.com"]);
});

test("bad statuses in a row take a node out until its time has passed", async (t) => {
  let status = 500;
  const [a, b] = [await named(t, "a", () => status), await named(t, "b")];
  const clock = new StoppedClock(1_000);
  const healthCheck = check({ badStatuses: 2, unhealthySeconds: 10 });
  const nodes = [
    { address: `127.0.0.1:${a}`, weight: 1 },
    { address: `127.0.0.1:${b}`, weight: 1 },
  ];
  const { port } = await startGateway(t, balanced(upstream({}, { nodes, healthCheck })), { clock });
  assert.equal(await answers(port, 8), "ababbbbb");
  clock.time += 9_999;
  assert.equal(await answers(port, 2), "bb");
  clock.time += 1;
  status = 200;
  assert.match(await answers(port, 2), /a/);
});

test("a healthy status between two bad ones starts the count anew", async (t) => {
  const statuses = [500, 200, 500, 200, 500, 200];
  const a = await named(t, "a", () => statuses.shift() ?? 200);
  const { port } = await startGateway(t, balanced(upstream({ [a]: 1 }, { healthCheck: check({ badStatuses: 2 }) })));
  assert.equal(await answers(port, 6), "aaaaaa");
});

test("failed connections and timeouts take a node out", async (t) => {
  let stuck = 0;
  const slow = await startBackend(t, () => {
    stuck++;
  });
  const healthCheck = check({ timeouts: 1, connectionFailures: 1 });
  const { port } = await startGateway(t, balanced(upstream({ [slow]: 1 }, { healthCheck }), 1));
  assert.equal((await call(port, "/release/")).status, 504);
  assert.equal((await call(port, "/release/")).status, 502);
  assert.equal(stuck, 1);
});

test("changed nodes and rules are in force at once, and nodes that stay keep their health", async (t) => {
  const [a, b] = [await named(t, "a", () => 500), await named(t, "b")];
  const healthCheck = check({ badStatuses: 1 });
  const { port, gateway } = await startGateway(t, balanced(upstream({ [a]: 1 }, { healthCheck })));
  assert.equal((await call(port, "/release/")).status, 500);
  assert.equal((await call(port, "/release/")).status, 502);
  gateway.apply(delta({ seq: 2, upstreams: [upstream({ [a]: 1, [b]: 1 }, { healthCheck })] }));
  assert.equal(await answers(port, 3), "bbb");
  gateway.apply(delta({ seq: 3, upstreams: [upstream({ [a]: 1 })] }));
  assert.equal((await call(port, "/release/")).status, 500);
  gateway.apply(delta({ seq: 4, removedUpstreams: [upstreamId] }));
  assert.equal((await call(port, "/release/")).status, 481);
});

const asked: ActiveCheck = {
  path: "/health?deep=1",
  timeoutSeconds: 1,
  intervalSeconds: 5,
  headers: [{ name: "X-Probe", value: "yes" }],
};

test("a node that says it is unwell gets no calls until it says it is well, whatever calls to it would have met", async (t) => {
  const probes: (string | undefined)[][] = [];
  let status = 200;
  const a = await startBackend(t, (req, res) => {
    if (req.url?.startsWith("/health")) {
      probes.push([req.method, req.url, req.headers.host, req.headers["x-probe"] as string]);
      res.writeHead(status).end();
    } else res.writeHead(500).end("a");
  });
  const b = await named(t, "b");
  const clock = new StoppedClock(1_000);
  const healthCheck = check({ badStatuses: 2 }, asked);
  const state = upstream({ [a]: 1, [b]: 0 }, { healthCheck, hostHeader: "shop.test" });
  const { port } = await startGateway(t, balanced(state), { clock });
  const probed = async (count: number) => {
    await until(() => probes.length === count, `probe ${count}`);
    // The answer of the probe comes after its arrival; that of a call made later comes after both.
    await call(port, "/release/");
  };
  const isOut = async () => (await call(port, "/release/")).status === 502;
  await probed(1);
  assert.deepEqual(probes[0], ["GET", "/health?deep=1", "shop.test", "yes"]);
  assert.equal(await isOut(), false, "the calls it fails do not count");
  status = 500;
  clock.time += 5_000;
  await probed(2);
  assert.equal(await isOut(), false, "one bad probe is not two");
  clock.time += 5_000;
  await probed(3);
  assert.equal(await isOut(), true);
  clock.time += 60_000;
  await probed(4);
  assert.equal(await isOut(), true, "time alone does not bring it back");
  status = 200;
  clock.time += 5_000;
  await probed(5);
  assert.equal(await isOut(), false);
});

test("a node that cannot be asked is out, and back when nodes are not asked any more", async (t) => {
  const closed = await closedPort();
  const up = await named(t, "up");
  const clock = new StoppedClock(1_000);
  const nodes = [
    { address: `127.0.0.1:${closed}`, weight: 9 },
    { address: `127.0.0.1:${up}`, weight: 1 },
  ];
  const state = upstream({}, { nodes, retries: 0, healthCheck: check({ connectionFailures: 1 }, asked) });
  const { port, gateway } = await startGateway(t, balanced(state), { clock });
  const passed = async () => (await call(port, "/release/")).status === 200;
  for (let inRow = 0; inRow < 10; ) inRow = (await passed()) ? inRow + 1 : 0;
  assert.equal(await answers(port, 12), "up".repeat(12));
  gateway.apply(delta({ seq: 2, upstreams: [{ ...state, healthCheck: null }] }));
  let failed = 0;
  for (let made = 0; made < 10; made++) if (!(await passed())) failed++;
  assert.equal(failed, 9);
});
