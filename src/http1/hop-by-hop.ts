/** Fields that concern one connection only (RFC 9110 §7.6.1) or that the engine writes itself, by length of name. */
const BY_LENGTH: (readonly string[] | undefined)[] = [];
for (const name of [
  "te",
  "host",
  "expect",
  "trailer",
  "upgrade",
  "connection",
  "keep-alive",
  "content-length",
  "http2-settings",
  "proxy-connection",
  "transfer-encoding",
  "proxy-authenticate",
  "proxy-authorization",
]) {
  BY_LENGTH[name.length] = [...(BY_LENGTH[name.length] ?? []), name];
}

/** Whether a received field ends here. `nominated` are the names its Connection field added, lower case. */
export function endsHere(name: string, nominated: readonly string[] | null): boolean {
  const candidates = BY_LENGTH[name.length];
  if (candidates === undefined && nominated === null) return false;
  const lower = name.toLowerCase();
  return candidates?.includes(lower) === true || nominated?.includes(lower) === true;
}
