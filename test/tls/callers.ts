import { randomBytes } from "node:crypto";
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type SecureClientSessionOptions,
} from "node:http2";
import { type Agent, request } from "node:https";
import type { TestContext } from "node:test";
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from "node:tls";
import { makeSelfSigned } from "../../src/domains/self-signed.ts";
import type { CertificatePair, CertificateSet } from "../../src/model/certificate.ts";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { type RunningGateway, read, type StartOptions, startGateway } from "../gateway/running.ts";
import { host } from "../gateway/state.ts";

export function makePair(...names: string[]): CertificatePair {
  return makeSelfSigned(names[0] ?? "", names, new Date(Date.now() - 1000), new Date(Date.now() + 86_400_000));
}

export function certificatesOf(fallback: CertificatePair, byId: Record<string, CertificatePair> = {}): CertificateSet {
  return { fallback, byId: new Map(Object.entries(byId)), ticketKeys: randomBytes(48) };
}

/** Made once: what the certificate is does not matter to most tests. */
export const fallbackPair = makePair("localhost", host);

/** A gateway that listens for HTTPS on `tlsPort`. */
export async function startTlsGateway(
  t: TestContext,
  state: SnapshotDelta,
  options: StartOptions & { readonly certificates?: CertificateSet } = {},
): Promise<RunningGateway & { readonly tlsPort: number }> {
  const { certificates = certificatesOf(fallbackPair), ...rest } = options;
  const running = await startGateway(t, state, rest);
  running.gateway.useCertificates(certificates);
  const { port } = await running.gateway.listenTls("127.0.0.1", 0);
  return { ...running, tlsPort: port };
}

/** An HTTP/2 connection that is closed when the test ends. */
export function openHttp2(t: TestContext, port: number, options: SecureClientSessionOptions = {}): ClientHttp2Session {
  const session = connectHttp2(`https://127.0.0.1:${port}`, {
    servername: "localhost",
    ca: fallbackPair.certificate,
    ...options,
  });
  session.on("error", () => {});
  t.after(() => session.destroy());
  return session;
}

export interface Http2Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly rstCode: number;
}

/** One call over an HTTP/2 connection under the test service's host. */
export function callHttp2(
  session: ClientHttp2Session,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<Http2Reply> {
  const stream = session.request(
    { ":path": path, ":authority": host, ":method": body === undefined ? "GET" : "POST", ...headers },
    { endStream: body === undefined },
  );
  if (body !== undefined) stream.end(body);
  return replyOf(stream);
}

/** What comes back on a stream until it is closed; status 0 where there is no answer. */
export function replyOf(stream: ClientHttp2Stream): Promise<Http2Reply> {
  let headers: IncomingHttpHeaders & { ":status"?: number | undefined } = {};
  const chunks: Buffer[] = [];
  stream.on("response", (received) => {
    headers = received;
  });
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("error", () => {});
  return new Promise((resolve) =>
    stream.on("close", () =>
      resolve({
        status: headers[":status"] ?? 0,
        headers,
        body: Buffer.concat(chunks).toString(),
        rstCode: stream.rstCode ?? 0,
      }),
    ),
  );
}

/** One call over HTTP/1.1 and TLS. */
export function callHttps(port: number, path: string, headers: Record<string, string> = {}, agent?: Agent) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const ca = agent?.options.ca ?? fallbackPair.certificate;
    const servername = agent?.options.servername ?? "localhost";
    const options = { host: "127.0.0.1", port, path, ca, servername };
    const outgoing = request({ ...options, agent: agent ?? false, headers: { host, ...headers } }, (incoming) => {
      read(incoming).then(
        (body) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
        reject,
      );
    });
    outgoing.on("error", reject).end();
  });
}

/** A handshake, trusting anybody: what was shown, and the connection. */
export function shakeHands(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connectTls({ host: "127.0.0.1", port, rejectUnauthorized: false, ...options }, () =>
      resolve(socket),
    );
    socket.on("error", reject);
  });
}
