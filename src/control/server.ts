import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Control, ControlLogger } from "./call.ts";
import { type DocumentSite, documentPathPrefix } from "./document-site.ts";
import { createReceive, type Receive } from "./receive.ts";
import type { ReceivedRequest } from "./request.ts";
import { isTagCall, type TagProduct } from "./tag/tag-product.ts";
import { createTurns, type TakeTurn } from "./turns.ts";

/** What the listener serves besides the API, for whoever watches the process. */
export interface Probes {
  /** Whether the process works at all. */
  isAlive(): boolean;
  /** Whether calls are served. */
  isReady(): boolean;
  /** What does not keep calls from being served, but needs somebody to look at it. */
  warnings?(): readonly string[];
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
}

interface ManagementServer {
  readonly address: AddressInfo;
  /** Takes no new connection, lets running calls finish for at most `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

interface ManagementParts {
  readonly control: Control;
  readonly probes: Probes;
  readonly tags: TagProduct;
  readonly documents: DocumentSite;
  readonly logger: ControlLogger;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const limits = {
  /** Leaves room beside a query of the size that is still answered properly. */
  maxHeaderSize: 128 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than clients commonly keep idle connections, so that they are the ones to close them. */
  keepAliveTimeout: 65_000,
} as const;
const maxConnections = 1024;
/** How long calls begin within one turn of the event loop before connections and probes come again. */
const turnMs = 5;
const defaultGraceMs = 10_000;

/** Listens for management calls on `host:port`; port 0 takes a free one. */
export async function listenManagement(
  parts: ManagementParts,
  where: { readonly host: string; readonly port: number },
): Promise<ManagementServer> {
  let isClosing = false;
  const receive = receiveInTurn(createReceive(), createTurns(turnMs));
  const server = createServer(limits, (message, response) => {
    serve(parts, receive, message).then(
      (answer) => send(response, answer, isClosing),
      // The client went away, or sent what cannot be read to its end: there is nobody to answer.
      () => void response.destroy(),
    );
  });
  server.maxConnections = maxConnections;
  await listen(server, where);
  // Without a listener, a failed accept would end the process.
  server.on("error", (err) => parts.logger.error({ err }, "the listener failed"));
  return {
    address: server.address() as AddressInfo,
    close(graceMs = defaultGraceMs) {
      isClosing = true;
      return close(server, graceMs);
    },
  };
}

/** Whole requests only, so that nobody waits for a slow sender. */
function receiveInTurn(receive: Receive, takeTurn: TakeTurn): Receive {
  return async (message) => {
    const received = await receive(message);
    await takeTurn();
    return received;
  };
}

async function serve(parts: ManagementParts, receive: Receive, message: IncomingMessage): Promise<Answer> {
  // RFC 9112 section 3.2: with two hosts, the one that was signed would be anyone's guess.
  if ((message.headersDistinct["host"]?.length ?? 0) > 1) return plain(400, "more than one Host header");
  const path = (message.url ?? "").split("?", 1)[0] ?? "";
  if (path.startsWith(documentPathPrefix)) return readDocument(parts, receive, message, path);
  switch (path) {
    case "/healthz":
      return probe(parts.probes.isAlive());
    case "/readyz":
      return probe(parts.probes.isReady(), parts.probes.warnings?.());
    case "/metrics":
      return metrics(parts);
    case "/v2/index.php":
      return parts.control.handleLegacy(await receive(message));
    default:
      // Clients may put a prefix before the API's path, so every other path is the API's.
      return answerCall(parts, await receive(message));
  }
}

function answerCall({ control, tags }: ManagementParts, received: ReceivedRequest): Promise<Answer> {
  return isTagCall(received) ? tags.handle(received) : control.handle(received);
}

async function readDocument(
  { documents, logger }: ManagementParts,
  receive: Receive,
  message: IncomingMessage,
  path: string,
): Promise<Answer> {
  const { method } = await receive(message);
  try {
    return await documents.answer(method, path, message.headers.authorization);
  } catch (err) {
    logger.error({ err }, "an API document could not be read");
    return plain(500, "the document could not be read");
  }
}

function probe(isGood: boolean, warnings: readonly string[] = []): Answer {
  return isGood ? plain(200, ["ok", ...warnings].join("\n")) : plain(503, "unavailable");
}

function plain(status: number, text: string): Answer {
  return { status, headers: { "Content-Type": "text/plain" }, body: `${text}\n` };
}

async function metrics({ probes, logger }: ManagementParts): Promise<Answer> {
  try {
    const { contentType, text } = await probes.metrics();
    return { status: 200, headers: { "Content-Type": contentType }, body: text };
  } catch (err) {
    logger.error({ err }, "metrics could not be collected");
    return plain(500, "metrics could not be collected");
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer, isClosing: boolean): void {
  response.writeHead(status, isClosing ? { ...headers, Connection: "close" } : headers).end(body);
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
