import { createHash } from "node:crypto";
import type { ApiDoc } from "../model/api-doc.ts";
import { equalInConstantTime } from "../signing/constant-time.ts";
import type { Store } from "../store/store.ts";
import { documentPolicy } from "./actions/api-doc/html.ts";
import type { ControlLogger } from "./call.ts";

/** Where readers find API documents: `/apidoc/{id}`, and `/apidoc/{id}/openapi.json`. */
export interface DocumentSite {
  answer(method: string, path: string, authorization: string | undefined): Promise<DocumentAnswer>;
}

interface DocumentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const documentPathPrefix = "/apidoc/";

const address = /^\/apidoc\/([a-z0-9-]{1,64})(\/openapi\.json)?$/;
/** A share password has six digits: few wrong ones may be tried. */
const maxFailures = 10;
const failureWindowMs = 600_000;
/** Documents whose failures are remembered at one time; beyond it the oldest are forgotten. */
const maxRemembered = 10_000;

/**
 * Serves documents to whoever knows their share password, which is asked for as HTTP Basic authentication (RFC 7617) with any
 * user name. Documents that do not exist are not told from those with another password.
 */
export function createDocumentSite(parts: {
  readonly store: Store;
  /** Milliseconds that never go back, so that no lock is stretched. */
  readonly clock: () => number;
  readonly logger: ControlLogger;
}): DocumentSite {
  const { store, clock, logger } = parts;
  const failures = new Map<string, { count: number; until: number }>();

  function isLocked(id: string): boolean {
    const entry = failures.get(id);
    if (entry !== undefined && entry.until <= clock()) failures.delete(id);
    return (failures.get(id)?.count ?? 0) >= maxFailures;
  }

  function noteFailure(id: string): void {
    const entry = failures.get(id) ?? { count: 0, until: clock() + failureWindowMs };
    failures.set(id, { ...entry, count: entry.count + 1 });
    if (failures.size <= maxRemembered) return;
    for (const oldest of failures.keys()) {
      failures.delete(oldest);
      return;
    }
  }

  async function show(doc: ApiDoc, isOpenApi: boolean): Promise<DocumentAnswer> {
    const pages = await store.read((tx) => tx.apiDocs.pages(doc.id));
    if (pages === undefined) return plain(404, "There is no such document.");
    if (isOpenApi) return answer(200, "application/json", pages.openApi);
    await countView(doc);
    return answer(200, "text/html; charset=utf-8", pages.html);
  }

  /** What cannot be counted, on a full disk for instance, can still be read. */
  async function countView({ id }: ApiDoc): Promise<void> {
    try {
      await store.write((tx) => tx.apiDocs.countView(id));
    } catch (err) {
      logger.error({ err }, "a view of an API document could not be counted");
    }
  }

  return {
    async answer(method, path, authorization) {
      const [, id, file] = address.exec(path) ?? [];
      if (id === undefined) return plain(404, "There is no such document.");
      if (method !== "GET" && method !== "HEAD") return plain(405, "Documents can be read.", { Allow: "GET, HEAD" });
      if (isLocked(id))
        return plain(429, "Too many wrong passwords.", { "Retry-After": String(failureWindowMs / 1000) });
      const password = readPassword(authorization);
      if (password === undefined) return askForPassword();
      const doc = await store.read((tx) => tx.apiDocs.findAnywhere(id));
      const wanted = doc?.sharePassword ?? null;
      // Compared as well where there is no document, so that the time does not tell.
      const isRight = isSamePassword(password, wanted ?? "") && wanted !== null;
      // Others may have failed while the store was read.
      if (isLocked(id))
        return plain(429, "Too many wrong passwords.", { "Retry-After": String(failureWindowMs / 1000) });
      if (doc === undefined || !isRight) {
        noteFailure(id);
        return askForPassword();
      }
      return show(doc, file !== undefined);
    },
  };
}

/** The password of `Basic base64(user:password)`. */
function readPassword(authorization: string | undefined): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=]{1,1024})$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

/** Digests have one length, so that nothing is told of the password's. */
function isSamePassword(given: string, wanted: string): boolean {
  return equalInConstantTime(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function askForPassword(): DocumentAnswer {
  const challenge = { "WWW-Authenticate": 'Basic realm="API document", charset="UTF-8"' };
  return plain(401, "This document asks for its share password; any user name will do.", challenge);
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): DocumentAnswer {
  return answer(status, "text/plain; charset=utf-8", `${text}\n`, headers);
}

function answer(
  status: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): DocumentAnswer {
  const guards = {
    "Content-Security-Policy": documentPolicy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
  return { status, headers: { "Content-Type": contentType, ...guards, ...headers }, body };
}
