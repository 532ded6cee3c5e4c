// What a connection costs below the gateway: sockets of node:net that are read, or the HTTP engine alone. A process of its own
// that answers each message with its memory, garbage collected.
import { type AddressInfo, createServer, type Server } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { HttpServer } from "../../src/http1/server.ts";

export interface ListenerMemory {
  readonly residentBytes: number;
  readonly heapBytes: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const ANSWER = Buffer.from("ok");

async function listen(isEngine: boolean): Promise<Server> {
  if (isEngine) {
    const engine = new HttpServer({ onRequest: (exchange) => exchange.respond(200, "", ANSWER) });
    await engine.listen({ port: 0, host: "127.0.0.1", backlog: 4096 });
    return engine.listener;
  }
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on("error", () => {});
    socket.on("end", () => socket.end());
    socket.on("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, resolve));
  return server;
}

if (import.meta.main) {
  const listener = await listen(process.argv[2] === "engine");
  process.on("message", () => {
    collectGarbage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ residentBytes: rss, heapBytes: heapUsed } satisfies ListenerMemory);
  });
  process.send?.((listener.address() as AddressInfo).port);
}
