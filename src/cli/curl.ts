import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/settings.ts";
import { selfSignedFiles } from "../domains/gateway-certificate.ts";
import { appHeaders } from "./app-headers.ts";
import { managementCredentials } from "./credentials.ts";
import { CliError } from "./errors.ts";
import { type GatewayAnswer, sendToGateway, signatureHeaders } from "./gateway-client.ts";
import { callManagement } from "./management-client.ts";

interface CurlOptions {
  readonly key?: string;
  readonly app?: string;
  readonly region: string;
  readonly request?: string;
  readonly header: readonly string[];
  readonly dataRaw?: string;
  readonly include?: true;
  readonly fail?: true;
}

/** `turnpike curl`: like curl, but signs with an API key, or as an API app, whose secret it fetches through the management API. */
export async function curl(config: Config, target: string, options: CurlOptions): Promise<number> {
  const url = parseUrl(target);
  const headers = options.header.map(parseHeader);
  if (options.key !== undefined) {
    headers.push(...signatureHeaders({ id: options.key, secret: await fetchSecret(config, options, options.key) }));
  }
  const method = options.request ?? (options.dataRaw === undefined ? "GET" : "POST");
  const body = options.dataRaw ?? null;
  if (options.app !== undefined) {
    const app = await fetchApp(config, options, options.app);
    headers.push(...appHeaders({ url, method, headers, body }, app));
  }
  const answer = await sendToGateway(url, method, headers, body, ownCertificates(config));
  print(answer, options.include === true);
  return options.fail && answer.status >= 400 ? 22 : 0;
}

async function fetchSecret(config: Config, options: CurlOptions, keyId: string): Promise<string> {
  const response = await callManagement(
    config.management,
    managementCredentials(config),
    "DescribeApiKey",
    options.region,
    {
      json: { AccessKeyId: keyId },
    },
  );
  if (response.Error)
    throw new CliError(`cannot sign with ${keyId}: ${response.Error.Message} (${response.Error.Code})`);
  return (response.Result as { AccessKeySecret: string }).AccessKeySecret;
}

async function fetchApp(
  config: Config,
  options: CurlOptions,
  id: string,
): Promise<{ readonly key: string; readonly secret: string }> {
  const json = { Filters: [{ Name: "ApiAppId", Values: [id] }] };
  const credentials = managementCredentials(config);
  const response = await callManagement(config.management, credentials, "DescribeApiAppsStatus", options.region, {
    json,
  });
  if (response.Error) throw new CliError(`cannot sign as ${id}: ${response.Error.Message} (${response.Error.Code})`);
  const { ApiAppSet } = response.Result as { ApiAppSet: readonly { ApiAppKey: string; ApiAppSecret: string }[] };
  const [app] = ApiAppSet;
  if (app === undefined) throw new CliError(`cannot sign as ${id}: there is no such API app`);
  return { key: app.ApiAppKey, secret: app.ApiAppSecret };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text.includes("://") ? text : `http://${text}`);
  if (url === null) throw new CliError(`${JSON.stringify(text)} is not a URL`, 2);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new CliError("only http:// and https:// URLs can be called", 2);
  }
  return url;
}

/** What this gateway shows its callers: whoever can read its data folder may take it at its word. */
function ownCertificates({ data, tlsCertificate }: Config): readonly string[] {
  const file = tlsCertificate ?? join(data, selfSignedFiles.certificate);
  try {
    return [readFileSync(file, "utf8")];
  } catch {
    return [];
  }
}

function parseHeader(line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 1) throw new CliError(`a header is written as "Name: value", not ${JSON.stringify(line)}`, 2);
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function print(answer: GatewayAnswer, isHeadShown: boolean): void {
  if (isHeadShown) {
    process.stdout.write(`HTTP/1.1 ${answer.status} ${answer.reason}\n`);
    for (const [name, value] of answer.headers) process.stdout.write(`${name}: ${value}\n`);
    process.stdout.write("\n");
  }
  process.stdout.write(answer.body);
  if (process.stdout.isTTY && answer.body.at(-1) !== 0x0a) process.stdout.write("\n");
}
