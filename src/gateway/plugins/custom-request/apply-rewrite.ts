import type { Exchange } from "../../exchange.ts";
import { EncodedFields } from "../../parameters/encoded-fields.ts";
import { parseForm } from "../../parameters/form.ts";
import type { Rewrite } from "./rewrite.ts";

/** Changes the request as the stages after this one, and the backend, see it. */
export async function applyRewrite(exchange: Exchange, rewrite: Rewrite): Promise<void> {
  const query = new EncodedFields(exchange.query ?? "");
  for (const name of rewrite.removedQueries) query.remove(name);
  for (const [name, value] of rewrite.queries) query.set(name, value);
  if (query.isChanged) {
    exchange.query = query.toString();
    if (exchange.queryFields !== null) exchange.queryFields = new EncodedFields(exchange.query);
  }
  if (rewrite.removedHeaders.size > 0 || rewrite.headers.length > 0) {
    rewriteFields(exchange, rewrite);
  }
  if (rewrite.body === null) return;
  // The caller's own is read all the same, or its bytes would be taken for his next request.
  if (exchange.body === null && exchange.head.hasBody) await exchange.caller.readBody();
  exchange.body = rewrite.body;
  if (exchange.form !== null) exchange.form = parseForm(rewrite.body);
}

function rewriteFields(exchange: Exchange, { removedHeaders, headers: set }: Rewrite): void {
  const { method, target, fields, minorVersion, hasBody, contentLength, upgrade } = exchange.head;
  const dropped = new Set([...removedHeaders, ...set.map(([name]) => name.toLowerCase())]);
  const added = set.flat();
  const kept: string[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] ?? "";
    if (!dropped.has(name.toLowerCase())) kept.push(name, fields[index + 1] ?? "");
  }
  exchange.head = { method, target, fields: [...kept, ...added], minorVersion, hasBody, contentLength, upgrade };
  exchange.rewritten = { dropped, added };
}
