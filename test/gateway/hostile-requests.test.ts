import assert from "node:assert/strict";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import { statusesOf } from "../http1/wire.ts";
import { CHUNK_ENDS, CHUNK_SIZES } from "./hostile/chunks.ts";
import { BODIES, LENGTHS } from "./hostile/content-length.ts";
import { HOSTS, LINES, REQUEST_LINES } from "./hostile/heads.ts";
import type { HostileCase } from "./hostile/hostile-case.ts";
import { IMITATIONS, NOMINATIONS, PATHS, PIPELINES, UPGRADES } from "./hostile/identity.ts";
import { CODING_ALONE, LENGTH_AND_CODING } from "./hostile/transfer-encoding.ts";
import { startGateway } from "./running.ts";
import { api, httpBackend, serving } from "./state.ts";

const CLASSES: Readonly<Record<string, readonly HostileCase[]>> = {
  "a length and a coding": LENGTH_AND_CODING,
  "a disguised coding": CODING_ALONE,
  "lengths that are read differently": LENGTHS,
  "bodies that become requests": BODIES,
  "chunk sizes": CHUNK_SIZES,
  "ends of chunks, bodies and trailers": CHUNK_ENDS,
  "line ends, names and values": LINES,
  hosts: HOSTS,
  "methods, targets and versions": REQUEST_LINES,
  "imitated identity": IMITATIONS,
  "fields nominated in Connection": NOMINATIONS,
  "upgrades and expectations": UPGRADES,
  paths: PATHS,
  pipelines: PIPELINES,
};

/** A backend that keeps every byte it gets, and answers each request by the framing it was sent with. */
class Tap {
  readonly seen: string[] = [];
  /** Bytes that are no whole request. */
  residue = "";
  readonly server = createServer((socket) => this.#serve(socket));
  readonly #sockets = new Set<Socket>();

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setEncoding("latin1").on("error", () => {});
    let received = "";
    socket.on("data", (text: string) => {
      received += text;
      for (let length = wholeLength(received); length > 0; length = wholeLength(received)) {
        this.seen.push(normalise(received.slice(0, length), this.port));
        received = received.slice(length);
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      }
      this.residue = received;
    });
  }
}

/** Length of the request at the start, by Content-Length, which is all the gateway sends for bodies this short; 0: not whole. */
function wholeLength(text: string): number {
  const headEnd = text.indexOf("\r\n\r\n") + 4;
  if (headEnd === 3) return 0;
  const bodyLength = Number(/\r\ncontent-length: (\d+)\r\n/.exec(text.slice(0, headEnd))?.[1] ?? 0);
  return text.length < headEnd + bodyLength ? 0 : headEnd + bodyLength;
}

function normalise(request: string, port: number): string {
  return request
    .replace(`Host: 127.0.0.1:${port}\r\n`, "Host: backend\r\n")
    .replace(/(x-b3-traceid: )[0-9a-f]{32}/, "$1*");
}

/** Sends the bytes of a case and resolves with all that comes back once the gateway has closed. */
function run(port: number, { send, answers, isUnfinished }: HostileCase): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    let hasEnded = false;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
      socket.write(send, "latin1", () => isUnfinished && socket.end());
    });
    socket.setEncoding("latin1").on("error", () => {});
    socket.on("data", (text: string) => {
      received += text;
      // What is no request is refused after all that came before it has been dealt with.
      if (!hasEnded && finalStatuses(received).length >= answers.length && !isUnfinished) {
        hasEnded = true;
        socket.end("\0\0");
      }
    });
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(received));
  });
}

const finalStatuses = (transcript: string) => statusesOf(transcript).filter((status) => status >= 200);

describe("hostile requests, and what the backend sees of them:", () => {
  const tap = new Tap();
  let gatewayPort = 0;
  const cleanups: (() => unknown)[] = [];
  before(async () => {
    await new Promise<void>((resolve) => tap.server.listen(0, "127.0.0.1", resolve));
    const context = { after: (clean: () => unknown) => void cleanups.push(clean) };
    const guarded = api(
      { path: "/guarded", authType: "SECRET", backend: httpBackend(tap.port, "/guarded") },
      "api-guarded0",
    );
    const open = api({ backend: httpBackend(tap.port) });
    gatewayPort = (await startGateway(context as never, serving([open, guarded]))).port;
  });
  after(async () => {
    for (const clean of cleanups) await clean();
    tap.stop();
  });

  it("there are three hundred at least, all different", () => {
    const all = Object.values(CLASSES).flat();
    assert.ok(all.length >= 300, String(all.length));
    assert.equal(new Set(all.map(({ send }) => send)).size, all.length);
    for (const [name, rows] of Object.entries(CLASSES))
      assert.equal(new Set(rows.map(({ title }) => title)).size, rows.length, name);
  });

  for (const [name, rows] of Object.entries(CLASSES)) {
    describe(name, () => {
      for (const row of rows) {
        it(row.title, async () => {
          tap.seen.length = 0;
          const transcript = await run(gatewayPort, row);
          const statuses = finalStatuses(transcript);
          // The last may be about the bytes that ended the test.
          if (statuses.length === row.answers.length + 1 && statuses.at(-1) === 400) statuses.pop();
          assert.deepEqual(statuses, row.answers, JSON.stringify(transcript));
          assert.deepEqual(tap.seen, row.seen);
          assert.equal(tap.residue, "");
        });
      }
    });
  }
});
