// Ranges of addresses as lists of them are written: IPv4 or IPv6, alone or as CIDR blocks.

const decimal = /^(?:0|[1-9][0-9]{0,2})$/;
const ipv6Characters = /^[0-9A-Fa-f:.]+$/;

/** The entries of a list separated by newlines or semicolons. Query forms carry a newline as the characters `\n`. */
export function splitAddressList(text: string): readonly string[] {
  return text
    .replaceAll("\\n", "\n")
    .split(/[\n;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

export function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Whether the text is an address or a CIDR block. */
export function isAddressBlock(text: string): boolean {
  const slash = text.indexOf("/");
  if (slash < 0) return isAddress(text);
  const address = text.slice(0, slash);
  const prefix = text.slice(slash + 1);
  if (!decimal.test(prefix)) return false;
  return (isIpv4(address) && Number(prefix) <= 32) || (isIpv6(address) && Number(prefix) <= 128);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => decimal.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  return text.length <= 45 && ipv6Characters.test(text) && URL.canParse(`http://[${text}]`);
}
