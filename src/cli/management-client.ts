import { request } from "node:http";
import { type Address, formatAddress } from "../config/setting.ts";
import { signTc3 } from "../signing/tc3.ts";
import { CliError } from "./errors.ts";

export interface Credentials {
  readonly secretId: string;
  readonly secretKey: string;
}

interface ApiFailure {
  readonly Code: string;
  readonly Message: string;
}

export type ApiResponse = Record<string, unknown> & { readonly RequestId: string; readonly Error?: ApiFailure };

/** What a management call carries: a JSON object, or flattened `Name=value` pairs. */
export type Parameters = { readonly json: unknown } | { readonly flat: readonly (readonly [string, string])[] };

/** Makes one signed API 3.0 call and resolves with the `Response` member, failed or not. */
export async function callManagement(
  target: Address,
  credentials: Credentials,
  action: string,
  region: string,
  parameters: Parameters,
): Promise<ApiResponse> {
  const isJson = "json" in parameters;
  const body = Buffer.from(isJson ? JSON.stringify(parameters.json) : form(parameters.flat));
  const contentType = isJson ? "application/json" : "application/x-www-form-urlencoded";
  const host = formatAddress(target);
  const timestamp = Math.floor(Date.now() / 1000);
  const signed = new Map([
    ["content-type", contentType],
    ["host", host],
  ]);
  const Authorization = signTc3({
    ...credentials,
    method: "POST",
    path: "/",
    rawQuery: "",
    headers: signed,
    body,
    timestamp,
    service: "apigateway",
  });
  const headers = {
    Host: host,
    "Content-Type": contentType,
    "Content-Length": String(body.length),
    "X-TC-Action": action,
    "X-TC-Version": "2018-08-08",
    "X-TC-Region": region,
    "X-TC-Timestamp": String(timestamp),
    "X-TC-RequestClient": "turnpike",
    Authorization,
  };
  const answer = await send(target, headers, body);
  const response = readResponse(answer);
  if (response === null) {
    throw new CliError(`no management API answers at ${formatAddress(target)}; name its address with --management`);
  }
  return response;
}

/** Null when the answer is not one of API 3.0: something else listens there. */
function readResponse(answer: string): ApiResponse | null {
  try {
    return JSON.parse(answer).Response ?? null;
  } catch {
    return null;
  }
}

function form(pairs: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}

function send(target: Address, headers: Record<string, string>, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: target.host, port: target.port, method: "POST", path: "/", headers },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
        incoming.on("error", reject);
      },
    );
    outgoing.setTimeout(30_000, () => outgoing.destroy(new Error("no answer within 30 s")));
    outgoing.on("error", (error) => {
      reject(
        new CliError(
          `cannot reach the management API at ${formatAddress(target)}: ${error.message}; is "turnpike up" running?`,
        ),
      );
    });
    outgoing.end(body);
  });
}
