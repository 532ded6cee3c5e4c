import type { Exchange } from "../exchange.ts";
import { encodePathValue } from "../router/join-backend-path.ts";
import { valueAt } from "./check-parameters.ts";
import { decodePercent } from "./encoded-fields.ts";
import type { Assignment, ParameterPlan } from "./parameter-plan.ts";

/** What parameters change about the backend call, apart from the query and the form, which change in place. */
export interface ParameterEffect {
  /** Lower-case names of the caller's headers that are not sent on. */
  readonly removedHeaders: ReadonlySet<string>;
  /** `[name, value, …]` */
  readonly addedHeaders: readonly string[];
  /** Values for the backend's path, in path spelling. */
  readonly pathValues: ReadonlyMap<string, string>;
}

export const noEffect: ParameterEffect = { removedHeaders: new Set(), addedHeaders: [], pathValues: new Map() };

/** Renames, moves and adds parameters as the API says. */
export function applyParameters(exchange: Exchange, plan: ParameterPlan): ParameterEffect {
  if (plan.assignments.length === 0) return noEffect;
  // All values are read before anything is changed: two parameters may trade places.
  const values = plan.assignments.map((assignment) => valueFor(exchange, assignment));
  const removedHeaders = new Set<string>();
  const addedHeaders: string[] = [];
  const pathValues = new Map<string, string>();

  for (const { position, name } of plan.removals) {
    if (position === "header") removedHeaders.add(name);
    else if (position === "query") exchange.queryFields?.remove(name);
    else if (position === "body") exchange.form?.fields.remove(name);
  }
  for (const [index, { to, name }] of plan.assignments.entries()) {
    const value = values[index];
    if (value === undefined) continue;
    switch (to.position) {
      case "header":
        removedHeaders.add(to.name);
        addedHeaders.push(name, fieldValue(value));
        break;
      case "query":
        exchange.queryFields?.set(to.name, value);
        break;
      case "body":
        exchange.form?.fields.set(to.name, value);
        break;
      case "path":
        pathValues.set(to.name, encodePathValue(value));
        break;
    }
  }
  return { removedHeaders, addedHeaders, pathValues };
}

/** Decoded, or undefined when there is nothing to send or nothing to change. */
function valueFor(exchange: Exchange, { from, to, fallback }: Assignment): string | undefined {
  const sent = from === null ? undefined : valueAt(exchange, from);
  if (sent === undefined) return fallback ?? undefined;
  if (from?.position === to.position && from.name === to.name) return undefined;
  return from?.position === "path" ? decodePercent(sent) : sent;
}

/** A decoded value may hold a line break or text that no header can carry; then it travels percent-encoded. */
function fieldValue(value: string): string {
  return UNSENDABLE.test(value) ? encodeURIComponent(value.toWellFormed()) : value;
}

const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;
