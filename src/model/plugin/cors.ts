import { isHeaderName } from "../header-field.ts";
import type { DataReader } from "./data-reader.ts";

/** What browsers are told about calls from other origins. Empty lists allow nothing; `*` stands for everything. */
export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly requestHeaders: readonly string[];
  readonly responseHeaders: readonly string[];
  readonly allowsCredentials: boolean;
  readonly maxAgeSeconds: number;
}

const corsMethods: ReadonlySet<string> = new Set(["PUT", "GET", "POST", "DELETE", "HEAD"]);
// Linear: every part is closed by a character the part before cannot hold.
const originForm = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\\\s]+$/i;

export function readCors(data: DataReader): Cors {
  const origins = data.texts("allow_origin");
  if (!data.has("allow_origin")) data.list("allow_origin");
  if (!origins.every((origin) => origin === "*" || originForm.test(origin))) {
    throw data.wrong("allow_origin", "must hold `*` or origins of the form scheme://host[:port]");
  }
  const methods = data.texts("allow_methods");
  if (!data.has("allow_methods")) data.list("allow_methods");
  if (!methods.every((method) => corsMethods.has(method))) {
    throw data.wrong("allow_methods", `must hold only ${[...corsMethods].join(", ")}`);
  }
  return {
    origins,
    methods,
    requestHeaders: headerNames(data, "allow_headers"),
    responseHeaders: headerNames(data, "expose_headers"),
    allowsCredentials: data.optionalBoolean("allow_credentials") ?? false,
    maxAgeSeconds: data.integer("max_age", { min: 1, max: 1_000_000_000 }),
  };
}

function headerNames(data: DataReader, member: string): readonly string[] {
  const names = data.texts(member);
  if (names.every(isHeaderName)) return names;
  throw data.wrong(member, "must hold names of header fields");
}
