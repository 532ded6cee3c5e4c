/** Where a parameter is found or put. */
export type Position = "header" | "query" | "path" | "body";

export interface Place {
  readonly position: Position;
  /** Header names are lower case. */
  readonly name: string;
}

/** Positions are written in any case; what is none of the four is undefined. */
export function placeOf(position: string, name: string): Place | undefined {
  const lower = position.toLowerCase();
  if (lower === "header") return { position: lower, name: name.toLowerCase() };
  if (lower === "query" || lower === "path" || lower === "body") return { position: lower, name };
  return undefined;
}

export function isSamePlace(left: Place, right: Place): boolean {
  return left.position === right.position && left.name === right.name;
}
