/** Fields that concern one connection only (RFC 9110 §7.6.1) or that the engine writes itself. */
const ENDING_HERE = [
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
];

const MAX_LENGTH = 32;

/** One bit per length and first letter: nearly every other name is told apart by these two without a comparison. */
const FIRST_LETTERS_BY_LENGTH = new Uint32Array(MAX_LENGTH);
for (const name of ENDING_HERE) {
  FIRST_LETTERS_BY_LENGTH[name.length] = (FIRST_LETTERS_BY_LENGTH[name.length] ?? 0) | (1 << (name.charCodeAt(0) & 31));
}
const ENDING_HERE_SET = new Set(ENDING_HERE);

/** Whether a received field ends here. `nominated` are the names its Connection field added, lower case. */
export function endsHere(name: string, nominated: readonly string[] | null): boolean {
  const letters = name.length < MAX_LENGTH ? (FIRST_LETTERS_BY_LENGTH[name.length] ?? 0) : 0;
  if ((letters & (1 << (name.charCodeAt(0) & 31))) !== 0 && ENDING_HERE_SET.has(name.toLowerCase())) return true;
  return nominated?.includes(name.toLowerCase()) === true;
}
