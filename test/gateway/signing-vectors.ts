import { readFileSync } from "node:fs";

// Worked signing vectors; every signature was computed by two implementations other than ours.
export interface Vector {
  readonly name: string;
  readonly serverTime: string;
  readonly setup?: string;
  readonly request: {
    readonly method: string;
    readonly wirePath: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  };
  readonly expect: { readonly status: "pass" | number; readonly body: string | null };
}

/** Those of key pairs, or those of API apps. */
export function signingVectors(kind: "key" | "app"): readonly Vector[] {
  const text = readFileSync(new URL("../vectors/hmac-vectors.json", import.meta.url), "utf8");
  const { vectors } = JSON.parse(text) as { readonly vectors: readonly Vector[] };
  return vectors.filter((vector) => vector.name.startsWith(`${kind}-`));
}
