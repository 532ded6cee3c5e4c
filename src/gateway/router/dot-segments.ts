// Delimiters and dots as they can look once escapes have their canonical spelling. A backend may decode %2F and %5C, or strip
// `;parameters`, before it resolves dot segments, so dots bounded by those are dot segments too.
const DOT_SEGMENT = /(?:\/|%2F|%5C)\.\.?(?:\/|%2F|%5C|;|$)/;

/** Whether some reading of a canonically spelled path finds a `.` or `..` segment in it. */
export function hasDotSegment(path: string): boolean {
  return DOT_SEGMENT.test(path);
}

/** Merges repeated slashes, then resolves `.` and `..` as RFC 3986 §5.2.4 does, never climbing above the root. */
export function resolveDotSegments(path: string): string {
  const segments = path.split("/");
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  const last = segments.at(-1);
  const endsWithSlash = last === "" || last === "." || last === "..";
  return `/${kept.join("/")}${endsWithSlash && kept.length > 0 ? "/" : ""}`;
}
