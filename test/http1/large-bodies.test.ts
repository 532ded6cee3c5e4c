import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request } from "node:http";
import type { Socket } from "node:net";
import { afterEach, describe, it } from "node:test";
import { HttpServer } from "../../src/http1/server.ts";
import type { ServerExchange } from "../../src/http1/server-exchange.ts";
import { distinctBody } from "../harness/distinct-body.ts";
import { startRelay, turn, until } from "./relay-fixture.ts";
import { portOf } from "./wire.ts";

/** More than the kernel takes for a peer that does not read. */
const STALLED_BYTES = 30_000_000;
const QUICK_BYTES = 400_000;
const QUICK_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

const stopping: (() => void)[] = [];
afterEach(() => {
  for (const stop of stopping.splice(0)) stop();
});

/** A relay before a backend that also upgrades to `echo`; answers the relay's port. */
async function start(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  server.on("connection", (socket) => stopping.push(() => socket.destroy()));
  server.on("upgrade", (_, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
    socket.on("error", () => {}).pipe(socket);
  });
  const fixture = await startRelay({ server, sockets: [], received: [] }, { plan: { upgrade: "echo" } });
  stopping.push(fixture.stop);
  return portOf(fixture.server);
}

async function call(port: number, number: number, body?: Buffer, isChunked = false): Promise<IncomingMessage> {
  const headers = isChunked ? {} : { "content-length": body?.length ?? 0 };
  const method = body === undefined ? "GET" : "POST";
  const outgoing = request({ port, path: `/${number}`, agent: false, method, headers }).end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  return incoming;
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function echo(port: number, number: number, isChunked = false): Promise<void> {
  const body = distinctBody(number, QUICK_BYTES);
  const answer = await wholeOf(await call(port, number, body, isChunked));
  assert.ok(answer.equals(body), `call ${number}`);
}

function answerWithBody(exchange: ServerExchange): void {
  const parts: Buffer[] = [];
  exchange.readBody({
    onBodyData: (data) => parts.push(Buffer.from(data)),
    onBodyEnd: () => exchange.respond(200, "", Buffer.concat(parts)),
    onBodyFailure() {},
  });
}

async function openTunnel(port: number): Promise<Socket> {
  const outgoing = request({ port, headers: { connection: "upgrade", upgrade: "echo" }, agent: false }).end();
  const [, socket] = (await once(outgoing, "upgrade")) as [IncomingMessage, Socket];
  stopping.push(() => socket.destroy());
  return socket;
}

/** Reads what a tunnel sends back of a body. */
async function assertEchoed(socket: Socket, body: Buffer): Promise<void> {
  const parts: Buffer[] = [];
  let bytes = 0;
  socket.on("data", (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
  });
  await until(() => bytes >= body.length);
  assert.ok(Buffer.concat(parts).equals(body));
}

// Reads share one buffer and writes another: what is in them has to be where it belongs before the next call takes its turn.
describe("large bodies of many calls at once", () => {
  for (const isChunked of [false, true]) {
    it(`pass both ways byte by byte, ${isChunked ? "chunked" : "with their length"}`, async () => {
      const port = await start((req, res) => {
        if (!isChunked) res.setHeader("Content-Length", req.headers["content-length"] ?? "");
        req.pipe(res);
      });
      await Promise.all(QUICK_NUMBERS.map((number) => echo(port, number, isChunked)));
      // Now there are connections to the backend.
      await Promise.all(QUICK_NUMBERS.map((number) => echo(port, number, isChunked)));
    });
  }

  it("wait unharmed until they are asked for", async () => {
    const waiting: ServerExchange[] = [];
    const server = new HttpServer({
      onRequest(exchange) {
        waiting.push(exchange);
        if (waiting.length === QUICK_NUMBERS.length) waiting.forEach(answerWithBody);
      },
    });
    stopping.push(() => server.stop());
    await server.listen({ port: 0, host: "127.0.0.1" });
    await Promise.all(QUICK_NUMBERS.map((number) => echo(portOf(server), number)));
  });

  it("do not touch what waits for a caller that does not read", async () => {
    const port = await start((req, res) => {
      const number = Number(req.url?.slice(1));
      res.end(distinctBody(number, number === 0 ? STALLED_BYTES : QUICK_BYTES));
    });
    const stalled = await call(port, 0);
    for (const number of QUICK_NUMBERS) {
      const answer = await wholeOf(await call(port, number));
      assert.ok(answer.equals(distinctBody(number, QUICK_BYTES)), `call ${number}`);
    }
    assert.ok((await wholeOf(stalled)).equals(distinctBody(0, STALLED_BYTES)));
  });

  it("do not touch what waits for a backend that does not read", async () => {
    let stalled: IncomingMessage | undefined;
    const port = await start(async (req, res) => {
      if (req.url === "/0") stalled = req;
      else res.end(await wholeOf(req));
    });
    call(port, 0, distinctBody(0, STALLED_BYTES)).catch(() => {});
    await until(() => stalled !== undefined);
    for (const number of QUICK_NUMBERS) await echo(port, number);
    const upload = await wholeOf(stalled ?? assert.fail("nothing came"));
    assert.ok(upload.equals(distinctBody(0, STALLED_BYTES)));
  });

  it("do not touch what waits in a tunnel", async () => {
    const port = await start((req, res) => req.pipe(res));
    const stalled = await openTunnel(port);
    const body = distinctBody(0, STALLED_BYTES);
    stalled.write(body);
    for (let i = 0; i < 100; i++) await turn();
    for (const number of QUICK_NUMBERS) {
      await echo(port, number);
      const quick = await openTunnel(port);
      quick.write(distinctBody(number, QUICK_BYTES));
      await assertEchoed(quick, distinctBody(number, QUICK_BYTES));
    }
    await assertEchoed(stalled, body);
  });
});
