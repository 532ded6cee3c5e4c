import { createHash } from "node:crypto";
import type { CacheKeyParameter } from "../../../model/plugin/proxy-cache.ts";
import type { Exchange } from "../../exchange.ts";
import { joinedValues } from "../../headers.ts";
import { EncodedFields } from "../../parameters/encoded-fields.ts";

/** Of a request that may be answered from the cache: who asks, for what, and by which of the listed parameters. */
export function cacheKey(
  exchange: Exchange,
  parameters: readonly CacheKeyParameter[],
  identity: string,
  body: Uint8Array | null,
): string {
  const hash = createHash("sha256");
  const values = parameters.map((parameter) => valuesOf(exchange, parameter));
  const backend = exchange.chosenBackend?.name ?? null;
  // The answer to a HEAD is the head of the answer to a GET.
  const method = exchange.head.method === "HEAD" ? "GET" : exchange.head.method;
  hash.update(JSON.stringify([identity, backend, method, exchange.path, values]));
  if (body !== null) hash.update(body);
  return hash.digest("base64");
}

function valuesOf(exchange: Exchange, { position, name }: CacheKeyParameter): readonly string[] {
  switch (position) {
    case "header":
      return [joinedValues(exchange.head.fields, name) ?? []].flat();
    case "query":
      return new EncodedFields(exchange.query ?? "")
        .entries()
        .filter(([candidate]) => candidate.toLowerCase() === name)
        .map(([, value]) => value);
    case "path": {
      const { names, values } = exchange.pathParameters;
      return values.filter((_, index) => names[index]?.toLowerCase() === name);
    }
  }
}

/**
 * Whom an answer may be given to: the key or app that signed, whom a CustomAuth plugin admitted, or everybody. Undefined: the
 * caller showed credentials the gateway does not know, so that no other may get his answer.
 */
export function identityOf(exchange: Exchange): string | undefined {
  const { api, app, key, customIdentity, head } = exchange;
  if (api?.authType === "OAUTH") return undefined;
  const signer = key?.id ?? app?.id ?? null;
  const cookie = joinedValues(head.fields, "cookie") ?? null;
  // A signature differs from call to call; any other authorization belongs to its caller.
  const authorization = signer === null ? (joinedValues(head.fields, "authorization") ?? null) : null;
  const isKnown = signer !== null || customIdentity !== null;
  if (!isKnown && (cookie !== null || authorization !== null)) return undefined;
  return JSON.stringify([signer, customIdentity, cookie, authorization]);
}
