import { commonError, malformedQuery } from "./contract/errors.ts";

/** Far more than any action takes, and little enough to sort for a signature. */
const maxParameters = 10_000;

/**
 * Decodes `application/x-www-form-urlencoded` text. Of repeated names the last counts; empty pieces between `&` are skipped.
 * Throws InvalidParameter when a piece has no `=` or an escape is not UTF-8.
 */
export function parseForm(encoded: string): Map<string, string> {
  const values = new Map<string, string>();
  let pieces = 0;
  for (let start = 0; start < encoded.length; ) {
    const mark = encoded.indexOf("&", start);
    const end = mark === -1 ? encoded.length : mark;
    const piece = encoded.slice(start, end);
    start = end + 1;
    // Empty and repeated ones count: nobody has signed yet, and millions of them would hold up everybody else.
    pieces += 1;
    if (pieces > maxParameters) throw commonError("RequestSizeLimitExceeded");
    if (piece === "") continue;
    const equals = piece.indexOf("=");
    if (equals === -1) throw malformedQuery();
    values.set(decode(piece.slice(0, equals)), decode(piece.slice(equals + 1)));
  }
  return values;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw malformedQuery();
  }
}
