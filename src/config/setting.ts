import { AddressBlocks } from "../gateway/addressing/address-blocks.ts";
import type { FunctionRoute } from "../model/cloud-function.ts";

/** One thing an operator can set: by flag (where it has one) or by environment variable. */
export interface Setting<T> {
  readonly env: string;
  /** As in `--data <dir>`; settings without a flag are set by their variable only. */
  readonly flag?: string;
  readonly default: T;
  /** What it does, in one sentence, for the help text and the reference page. */
  readonly help: string;
  /** Reads what an operator wrote; throws {@link SettingError} with what would have been right. */
  readonly parse: (text: string) => T;
  /** How the default is shown; the value itself when absent. */
  readonly shownDefault?: string;
  readonly isSecret?: boolean;
}

/** Keeps the type of what is set. */
export function setting<T>(definition: Setting<T>): Setting<T> {
  return definition;
}

/** The unit of settings whose names end in MB and that bound memory. */
export const bytesPerMb = 1024 * 1024;

/** A setting that cannot be used as written. The message names the setting and what is expected. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export function text(value: string): string {
  if (value === "") throw new SettingError("must not be empty");
  return value;
}

export function flag(value: string): boolean {
  const lower = value.toLowerCase();
  if (["1", "true", "yes", "on"].includes(lower)) return true;
  if (["0", "false", "no", "off"].includes(lower)) return false;
  throw new SettingError(`must be true or false, not ${JSON.stringify(value)}`);
}

export function oneOf<const T extends string>(...values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined)
      throw new SettingError(`must be one of ${values.join(", ")}, not ${JSON.stringify(value)}`);
    return found;
  };
}

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) {
      const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`;
      throw new SettingError(`must be a whole number, ${range}, not ${JSON.stringify(value)}`);
    }
    return number;
  };
}

/** `HOST:PORT`, `[v6]:PORT` or a bare `PORT` (then on loopback). Port 0 takes a free one. */
export function address(value: string): Address {
  const match = /^(?:(\[[0-9a-fA-F:.]+\]|[^:[\]\s]+):)?(\d{1,5})$/.exec(value);
  const port = Number(match?.[2]);
  if (!match || port > 65_535) {
    throw new SettingError(`must be HOST:PORT, such as 127.0.0.1:7080, not ${JSON.stringify(value)}`);
  }
  const host = match[1] ?? "127.0.0.1";
  return { host: host.startsWith("[") ? host.slice(1, -1) : host, port };
}

export function list(value: string): readonly string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** An http or https URL that paths are put behind. */
export function baseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isBase = url !== undefined && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "";
  if (!isBase) throw new SettingError(`must be a URL such as https://docs.example.com, not ${JSON.stringify(value)}`);
  return value.replace(/\/+$/, "");
}

/** CIDR blocks or single addresses, separated by commas; `none` is the empty list where the default is not. */
export function addressBlocks(value: string): readonly string[] {
  if (value === "none") return [];
  const blocks = list(value);
  for (const block of blocks) {
    try {
      new AddressBlocks([block]);
    } catch {
      throw new SettingError(`must be CIDR blocks, such as 10.0.0.0/8,fd00::/8, not ${JSON.stringify(block)}`);
    }
  }
  return blocks;
}

/** `namespace/name/qualifier=URL`, separated by commas. */
export function functionRoutes(value: string): readonly FunctionRoute[] {
  return list(value).map((entry) => {
    const equals = entry.indexOf("=");
    const [namespace = "", name = "", qualifier = "", ...rest] = entry.slice(0, Math.max(0, equals)).split("/");
    const url = entry.slice(equals + 1);
    const isPattern = rest.length === 0 && [namespace, name, qualifier].every((part) => /^(?:\*|[\w$-]+)$/.test(part));
    if (!isPattern || !isFunctionUrl(url)) {
      const example = "default/*/*=http://127.0.0.1:9000/{name}";
      throw new SettingError(`must be namespace/name/qualifier=URL, such as ${example}, not ${JSON.stringify(entry)}`);
    }
    return { pattern: [namespace, name, qualifier], url };
  });
}

function isFunctionUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = /^https?:\/\/[^{}]+?(?:\/|$)/i.test(text) && url?.username === "" && url.password === "";
  return isHttp && /^[\x21-\x7e]+$/.test(text) && !text.includes("#");
}

/** How an address is written back: IPv6 hosts in brackets. */
export function formatAddress({ host, port }: Address): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
