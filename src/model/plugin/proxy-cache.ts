import { checkDistinct, type DataReader } from "./data-reader.ts";

/** A part of a request that answers differ by, in lower case. */
export interface CacheKeyParameter {
  readonly position: "header" | "query" | "path";
  readonly name: string;
}

export interface ProxyCache {
  readonly keyParameters: readonly CacheKeyParameter[];
  readonly methods: ReadonlySet<string>;
  readonly statuses: ReadonlySet<number>;
  /** Whether Cache-Control of request and answer is obeyed. */
  readonly obeysCacheControl: boolean;
  readonly ttlSeconds: number;
}

const cacheableMethods: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "DELETE", "HEAD"]);
const maxKeyParameters = 50;

export function readProxyCache(data: DataReader): ProxyCache {
  const keyParameters = data.objects("cache_key_params", maxKeyParameters).map(
    (entry): CacheKeyParameter => ({
      name: entry.text("parameter").toLowerCase(),
      position: entry.oneOf("position", ["header", "query", "path"]),
    }),
  );
  checkDistinct(
    data.at("cache_key_params"),
    keyParameters.map(({ position, name }) => `${position} ${name}`),
  );
  const methods = data.list("cacheable_methods");
  if (methods.length === 0 || !methods.every((method) => typeof method === "string" && cacheableMethods.has(method))) {
    throw data.wrong("cacheable_methods", `must hold one or more of ${[...cacheableMethods].join(", ")}`);
  }
  const statuses = data.list("cacheable_response_codes");
  if (statuses.length === 0 || !statuses.every(isStatus)) {
    throw data.wrong("cacheable_response_codes", "must hold one or more status codes from 200 to 599");
  }
  return {
    keyParameters,
    methods: new Set(methods as string[]),
    statuses: new Set(statuses),
    obeysCacheControl: data.optionalBoolean("cache_control") ?? false,
    ttlSeconds: data.integer("ttl", { min: 1, max: 3_600 }),
  };
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599;
}
