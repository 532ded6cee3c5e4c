/** The first segment of a path that begins with a slash, and the path that is left without it. */
export function cutSegment(path: string): { readonly segment: string; readonly rest: string } {
  const end = path.indexOf("/", 1);
  return end < 0 ? { segment: path.slice(1), rest: "/" } : { segment: path.slice(1, end), rest: path.slice(end) };
}
