import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { type RequestOptions, request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { signKeyPair } from "../signing/key-pair.ts";
import { CliError } from "./errors.ts";

export interface GatewayAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** The headers that sign a call of now with an API key. */
export function signatureHeaders(key: { readonly id: string; readonly secret: string }): [string, string][] {
  const date: [string, string] = ["X-Date", new Date().toUTCString()];
  return [date, ["Authorization", signKeyPair({ ...key, headers: [date] })]];
}

/**
 * Makes one call to the gateway. Names under `.localhost` are this machine (RFC 6761 §6.3), whatever its resolver says.
 * `trusted` are certificates, in PEM form, that are good for HTTPS beside those everybody trusts.
 */
export function sendToGateway(
  url: URL,
  method: string,
  headers: readonly (readonly [string, string])[],
  body: string | null,
  trusted: readonly string[] = [],
): Promise<GatewayAnswer> {
  const isLocal = url.hostname === "localhost" || url.hostname.endsWith(".localhost");
  const isEncrypted = url.protocol === "https:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    const outgoing = start(
      isEncrypted,
      {
        host: isLocal ? "127.0.0.1" : host,
        port: url.port || (isEncrypted ? 443 : 80),
        servername: isIP(host) === 0 ? host : "",
        ca: [...rootCertificates, ...trusted],
        method,
        path: url.pathname + url.search,
        setHost: false,
        agent: false,
        headers: [...complete(url, headers, body)].flat(),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            reason: incoming.statusMessage ?? "",
            headers: pairs(incoming.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on("error", (error) => reject(new CliError(`cannot reach ${url.host}: ${error.message}`)));
    outgoing.end(body ?? undefined);
  });
}

function start(
  isEncrypted: boolean,
  options: RequestOptions,
  onAnswer: (incoming: IncomingMessage) => void,
): ClientRequest {
  try {
    return isEncrypted ? requestHttps(options, onAnswer) : request(options, onAnswer);
  } catch (error) {
    // Node refuses to send a method or header that HTTP does not allow.
    throw new CliError(error instanceof Error ? error.message : String(error), 2);
  }
}

function* complete(
  url: URL,
  headers: readonly (readonly [string, string])[],
  body: string | null,
): Generator<[string, string]> {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (!names.has("host")) yield ["Host", url.host];
  if (!names.has("user-agent")) yield ["User-Agent", "turnpike-curl"];
  if (!names.has("accept")) yield ["Accept", "*/*"];
  if (body !== null && !names.has("content-length")) yield ["Content-Length", String(Buffer.byteLength(body))];
  for (const [name, value] of headers) yield [name, value];
}

function pairs(flat: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) result.push([flat[index] ?? "", flat[index + 1] ?? ""]);
  return result;
}
