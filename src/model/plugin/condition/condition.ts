/** A condition on a request, as a tree. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly terms: readonly Condition[] }
  | { readonly kind: "compare"; readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "matches"; readonly operand: Parameter; readonly pattern: string }
  | { readonly kind: "exists"; readonly operand: Parameter };

export type Operator = "=" | "!=" | "<" | ">" | "<=" | ">=";

export type Operand = Parameter | Constant | { readonly kind: "random" };

export interface Constant {
  readonly kind: "constant";
  readonly value: string | number | boolean;
}

export type Parameter =
  | { readonly kind: "header" | "query"; readonly name: string }
  | { readonly kind: "path" }
  | { readonly kind: "system"; readonly name: SystemParameter };

export const systemParameters = ["clientIp", "httpScheme", "clientUa"] as const;
export type SystemParameter = (typeof systemParameters)[number];
