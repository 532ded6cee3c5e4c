import assert from "node:assert/strict";
import type { Tenant } from "./tenant.ts";
import type { World } from "./world.ts";

/** A call with what the rules say about it. */
export interface ModelCall {
  readonly action: string;
  readonly parameters: object;
  /** The code of the error, or `ok`. */
  readonly expected: string;
  /** What a success changes, and what its reply must say. */
  readonly onSuccess?: (reply: Reply) => void;
}

/** Makes up a call of a tenant. */
export type Propose = (tenant: Tenant, world: World) => ModelCall;

/** A reply whose members are looked up by their names, inside `Result` or beside it. */
export class Reply {
  readonly #members: Map<string, unknown>;

  constructor(response: unknown) {
    const result = asObject(response)["Result"];
    this.#members = new Map(Object.entries(asObject(typeof result === "object" ? result : response)));
    if (typeof result !== "object") this.#members.set("Result", result);
  }

  get(member: string): unknown {
    assert.ok(this.#members.has(member), `the reply has ${member}`);
    return this.#members.get(member);
  }

  text(member: string): string {
    const value = this.get(member);
    assert.ok(typeof value === "string" && value !== "", `${member} is a text`);
    return value;
  }

  /** One member of each object of a list, in the order of texts. */
  column(list: string, member: string): readonly unknown[] {
    const items = this.get(list) ?? [];
    assert.ok(Array.isArray(items), `${list} is a list`);
    return items.map((item) => asObject(item)[member]).toSorted();
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The first reason that holds, or `ok`. */
export function firstOf(...reasons: readonly (readonly [isMet: boolean, code: string])[]): string {
  return reasons.find(([isMet]) => isMet)?.[1] ?? "ok";
}

export const notFound = {
  service: "ResourceNotFound.InvalidService",
  api: "ResourceNotFound.InvalidApi",
  plan: "ResourceNotFound.InvalidUsagePlan",
  key: "ResourceNotFound.InvalidAccessKeyId",
  app: "ResourceNotFound.InvalidApiApp",
  plugin: "ResourceNotFound.InvalidPlugin",
  ipStrategy: "ResourceNotFound.InvalidIPStrategy",
  doc: "ResourceNotFound.InvalidApiDoc",
  instance: "FailedOperation.InstanceNotExist",
};

export const formatError = "InvalidParameter.FormatError";
