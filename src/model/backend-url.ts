/** What is wrong with a backend URL: its form, its host or its port. */
type BackendUrlFault = "form" | "host" | "port";

// The scheme, an authority and nothing after it; the authority is taken apart below.
const forms = { http: /^https?:\/\/([^/?#@\\\s]+)$/i, ws: /^wss?:\/\/([^/?#@\\\s]+)$/i };
const hostname = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?$/;
const looksNumeric = /(?:^|\.)[0-9]+\.?$/;
const ipv6Characters = /^[0-9A-Fa-f:.]+$/;

/** The first fault of a URL that must be `http(s)://host[:port]` (or `ws(s)://…`), or undefined. */
export function findBackendUrlFault(url: string, scheme: "http" | "ws" = "http"): BackendUrlFault | undefined {
  const authority = forms[scheme].exec(url)?.[1];
  if (authority === undefined) return "form";
  const hostEnd = authority.startsWith("[") ? authority.indexOf("]") + 1 : authority.indexOf(":");
  const host = hostEnd <= 0 ? authority : authority.slice(0, hostEnd);
  const rest = authority.slice(host.length);
  if (!isHost(host)) return "host";
  if (rest === "") return undefined;
  return rest.startsWith(":") && isPort(rest.slice(1)) ? undefined : "port";
}

function isHost(host: string): boolean {
  if (host.startsWith("[")) {
    const address = host.slice(1, -1);
    return host.endsWith("]") && ipv6Characters.test(address) && URL.canParse(`http://[${address}]`);
  }
  // A name that ends in a number is read as an IPv4 address by some clients (WHATWG URL), so it must be one in full.
  if (looksNumeric.test(host)) return isIpv4(host);
  const labels = host.split(".");
  const named = labels.at(-1) === "" ? labels.slice(0, -1) : labels;
  return hostname.test(host) && host.length <= 253 && named.every((label) => label.length > 0 && label.length <= 63);
}

function isIpv4(host: string): boolean {
  const parts = host.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function isPort(text: string): boolean {
  return /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
