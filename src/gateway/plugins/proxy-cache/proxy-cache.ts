import type { ProxyCache } from "../../../model/plugin/proxy-cache.ts";
import { relayedAnswer } from "../../answers/relayed-answer.ts";
import type { Clock } from "../../clock.ts";
import type { Exchange, Outcome } from "../../exchange.ts";
import { type HeaderList, headerValue, joinedValues } from "../../headers.ts";
import { readBody } from "../../read-body.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { type Directives, lifetimeSeconds, readCacheControl } from "./cache-control.ts";
import { cacheKey, identityOf } from "./cache-key.ts";
import { Recording } from "./recording.ts";
import type { ResponseStore, StoredResponse } from "./response-store.ts";

/** Longest request body that is read to find the answer to it. */
const maxKeyedBodyBytes = 64 * 1024;

/** Answers from the store where it can; else has the backend's answer recorded. `name` tells this plugin's entries apart. */
export function compileProxyCache(
  settings: ProxyCache,
  { name, store, clock }: { readonly name: string; readonly store: ResponseStore; readonly clock: Clock },
): Partial<ApiPlugins> {
  function decide(exchange: Exchange, identity: string, wishes: Directives, body: Uint8Array | null): Outcome {
    const key = `${name}/${cacheKey(exchange, settings.keyParameters, identity, body)}`;
    const now = clock.monotonic();
    const stored = isFreshWanted(wishes) ? undefined : store.get(key);
    if (stored !== undefined && now < stored.expiresAt && varyFits(exchange, stored))
      return replay(exchange, stored, now);
    // A head without its body is of no use to a later GET.
    if (exchange.head.method === "HEAD") return undefined;
    exchange.recording = new Recording({
      isWanted: (status, headers) => settings.statuses.has(status) && lifetimeOf(headers) > 0,
      onComplete: (status, headers, bytes) => {
        const storedAt = clock.monotonic();
        const expiresAt = storedAt + lifetimeOf(headers) * 1000;
        store.set(key, { status, headers, body: bytes, vary: varyOf(exchange, headers), storedAt, expiresAt });
      },
    });
    return undefined;
  }

  function lifetimeOf(headers: HeaderList): number {
    return settings.obeysCacheControl
      ? lifetimeSeconds(readCacheControl(headers), settings.ttlSeconds)
      : settings.ttlSeconds;
  }

  return {
    cache(exchange) {
      const { method, fields, hasBody, contentLength } = exchange.head;
      if (!settings.methods.has(method) || headerValue(fields, "range") !== undefined) return undefined;
      const wishes: Directives = settings.obeysCacheControl ? readCacheControl(fields) : new Map();
      const identity = identityOf(exchange);
      if (identity === undefined || wishes.has("no-store")) return undefined;
      if (!hasBody) return decide(exchange, identity, wishes, null);
      if (contentLength < 0 || contentLength > maxKeyedBodyBytes) return undefined;
      return readBody(exchange).then((body) => decide(exchange, identity, wishes, body));
    },
  };
}

function isFreshWanted(wishes: Directives): boolean {
  return wishes.has("no-cache") || wishes.get("max-age") === "0";
}

function replay(exchange: Exchange, stored: StoredResponse, now: number): Outcome {
  const age = Math.floor((now - stored.storedAt) / 1000);
  const headers = [...withoutAge(stored.headers), "Age", String(age), "X-Cache-Status", "Hit"];
  return relayedAnswer(exchange, stored.status, headers, stored.body);
}

/** A backend that is a cache itself has told the age the answer had when it came. */
function withoutAge(headers: HeaderList): HeaderList {
  if (headerValue(headers, "age") === undefined) return headers;
  return headers.filter((_, index) => headers[index - (index % 2)]?.toLowerCase() !== "age");
}

function varyOf({ head }: Exchange, answer: HeaderList): StoredResponse["vary"] {
  const names = (joinedValues(answer, "vary") ?? "").split(",").map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== "").map((name) => [name, joinedValues(head.fields, name) ?? ""]);
}

function varyFits({ head }: Exchange, { vary }: StoredResponse): boolean {
  return vary.every(([name, value]) => (joinedValues(head.fields, name) ?? "") === value);
}
