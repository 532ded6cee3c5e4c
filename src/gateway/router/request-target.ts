/** The parts of a request target (RFC 9112 §3.2). `query` is what follows `?`, as received; undefined without a `?`. */
interface RequestTarget {
  /** host[:port] of an absolute-form target, which then counts instead of the Host header (RFC 9112 §3.2.2). */
  readonly authority: string | undefined;
  /** Not canonical yet; always begins with a slash. */
  readonly path: string;
  readonly query: string | undefined;
}

type RequestTargetRefusal = "unsupported-form" | "bad-authority" | "bad-query";

const ABSOLUTE_FORM = /^https?:\/\/([^/?]*)/i;
// Letters, digits and what IP literals and ports need: no user information, no escapes.
const AUTHORITY = /^[A-Za-z0-9.\-_:[\]]+$/;

/**
 * Splits an origin-form or absolute-form request target, or says why it is refused (400). Asterisk-form and authority-form
 * are for the connection to answer. The query keeps its spelling, raw bytes above 0x7F included, but no control character,
 * space or `#`.
 */
export function splitRequestTarget(target: string): RequestTarget | RequestTargetRefusal {
  let authority: string | undefined;
  let pathStart = 0;
  if (target.charCodeAt(0) !== 0x2f) {
    const absolute = ABSOLUTE_FORM.exec(target);
    if (absolute === null) return "unsupported-form";
    authority = absolute[1] ?? "";
    if (!AUTHORITY.test(authority)) return "bad-authority";
    pathStart = absolute[0].length;
  }
  const queryMark = target.indexOf("?", pathStart);
  const pathEnd = queryMark < 0 ? target.length : queryMark;
  const path = pathStart === 0 && queryMark < 0 ? target : target.slice(pathStart, pathEnd);
  const query = queryMark < 0 ? undefined : target.slice(queryMark + 1);
  if (query !== undefined && !isForwardableQuery(query)) return "bad-query";
  return { authority, path: path === "" ? "/" : path, query };
}

function isForwardableQuery(query: string): boolean {
  for (let index = 0; index < query.length; index++) {
    const code = query.charCodeAt(index);
    // Control characters and space; `#`; DEL.
    if (code <= 0x20 || code === 0x23 || code === 0x7f) return false;
  }
  return true;
}
