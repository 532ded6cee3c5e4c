import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request } from "node:http";
import type { Socket } from "node:net";
import { after, describe, it } from "node:test";
import { distinctBody } from "../harness/distinct-body.ts";
import { startRelay, until } from "./relay-fixture.ts";
import { portOf } from "./wire.ts";

/** More than the kernel takes for a peer that does not read. */
const STALLED_BYTES = 30_000_000;
const QUICK_BYTES = 400_000;
const QUICK_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

// Reads share one buffer and writes another: what is in them has to be where it belongs before the next call takes its turn.
describe("large bodies of many calls at once", () => {
  const stopping: (() => void)[] = [];
  after(() => {
    for (const stop of stopping) stop();
  });

  async function start(listener: RequestListener) {
    const server = createServer(listener);
    const fixture = await startRelay({ server, sockets: [], received: [] }, { plan: { upgrade: "echo" } });
    server.on("connection", (socket) => stopping.push(() => socket.destroy()));
    stopping.push(fixture.stop);
    const call = async (number: number, body?: Buffer, isChunked = false): Promise<IncomingMessage> => {
      const framing = isChunked ? {} : { "content-length": body?.length ?? 0 };
      const options = { port: portOf(fixture.server), path: `/${number}`, agent: false, headers: framing };
      const outgoing = request({ ...options, method: body === undefined ? "GET" : "POST" }).end(body);
      const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
      return incoming;
    };
    return { call, server, port: portOf(fixture.server) };
  }

  for (const isChunked of [false, true]) {
    it(`pass both ways byte by byte, ${isChunked ? "chunked" : "with their length"}`, async () => {
      const { call } = await start((req, res) => {
        if (!isChunked) res.setHeader("Content-Length", req.headers["content-length"] ?? "");
        req.pipe(res);
      });
      const echo = async (number: number) => {
        const body = distinctBody(number, QUICK_BYTES);
        const answer = await wholeOf(await call(number, body, isChunked));
        assert.ok(answer.equals(body), `call ${number}`);
      };
      await Promise.all(QUICK_NUMBERS.map(echo));
      // Now there are connections to the backend.
      await Promise.all(QUICK_NUMBERS.map(echo));
    });
  }

  it("do not touch what waits for a caller that does not read", async () => {
    let stalled: number | undefined;
    const { call } = await start((req, res) => {
      const number = Number(req.url?.slice(1));
      res.end(distinctBody(number, number === 0 ? STALLED_BYTES : QUICK_BYTES));
      if (number === 0) stalled = res.socket?.writableLength;
    });
    const waiting = await call(0);
    await until(() => (stalled ?? 0) > 0);
    for (const number of QUICK_NUMBERS) {
      const answer = await wholeOf(await call(number));
      assert.ok(answer.equals(distinctBody(number, QUICK_BYTES)), `call ${number}`);
    }
    const answer = await wholeOf(waiting);
    assert.ok(answer.equals(distinctBody(0, STALLED_BYTES)));
  });

  it("do not touch what waits for a backend that does not read", async () => {
    let stalled: IncomingMessage | undefined;
    const { call } = await start(async (req, res) => {
      if (req.url === "/0" && stalled === undefined) {
        stalled = req;
        return;
      }
      res.end(await wholeOf(req));
    });
    call(0, distinctBody(0, STALLED_BYTES)).catch(() => {});
    await until(() => stalled !== undefined);
    for (const number of QUICK_NUMBERS) {
      const body = distinctBody(number, QUICK_BYTES);
      const answer = await wholeOf(await call(number, body));
      assert.ok(answer.equals(body), `call ${number}`);
    }
    const upload = await wholeOf(stalled ?? assert.fail("nothing came"));
    assert.ok(upload.equals(distinctBody(0, STALLED_BYTES)));
  });

  it("pass through tunnels byte by byte", async () => {
    const { server, port } = await start((_, res) => res.end());
    server.on("upgrade", (_, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
      socket.on("error", () => {}).pipe(socket);
    });
    const echo = async (number: number) => {
      const outgoing = request({ port, headers: { connection: "upgrade", upgrade: "echo" }, agent: false }).end();
      const [, socket, early] = (await once(outgoing, "upgrade")) as [IncomingMessage, Socket, Buffer];
      const body = distinctBody(number, QUICK_BYTES);
      const parts = [early];
      let length = early.length;
      socket.on("data", (part: Buffer) => {
        parts.push(part);
        length += part.length;
      });
      socket.write(body);
      await until(() => length >= body.length);
      socket.destroy();
      assert.ok(Buffer.concat(parts).equals(body), `tunnel ${number}`);
    };
    await Promise.all(QUICK_NUMBERS.map(echo));
  });
});
