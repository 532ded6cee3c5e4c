const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const time = "([0-9]{2}):([0-9]{2}):([0-9]{2})";
/** Sun, 06 Nov 1994 08:49:37 GMT */
const rfc1123 = new RegExp(`^[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ${time} (?:GMT|UTC)$`);
/** Sunday, 06-Nov-94 08:49:37 GMT */
const rfc850 = new RegExp(`^[A-Z][a-z]{5,8}, ([0-9]{2})-([A-Z][a-z]{2})-([0-9]{2}) ${time} (?:GMT|UTC)$`);
/** Sun Nov  6 08:49:37 1994 */
const asctime = new RegExp(`^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ 0-9][0-9]) ${time} ([0-9]{4})$`);

let lastText = "";
let lastMs: number | undefined;

/**
 * The three date forms of RFC 9110 section 5.6.7 → milliseconds since 1970; undefined for anything else. Everybody who signs within
 * one second sends the same text, so the last one is remembered.
 */
export function parseHttpDate(text: string): number | undefined {
  if (text === lastText) return lastMs;
  lastMs = readHttpDate(text);
  lastText = text;
  return lastMs;
}

function readHttpDate(text: string): number | undefined {
  const long = rfc1123.exec(text) ?? rfc850.exec(text);
  if (long !== null) {
    const [, day, month, year, hour, minute, second] = long;
    return toMs(fullYear(year), month, day, hour, minute, second);
  }
  const short = asctime.exec(text);
  if (short === null) return undefined;
  const [, month, day, hour, minute, second, year] = short;
  return toMs(Number(year), month, day, hour, minute, second);
}

/** Two digits mean 1970 to 2069, as in nginx. */
function fullYear(digits = ""): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function toMs(year: number, monthName = "", ...numbers: (string | undefined)[]): number | undefined {
  const month = months.indexOf(monthName);
  const [day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  if (month < 0 || hour > 23 || minute > 59 || second > 59) return undefined;
  const ms = Date.UTC(year, month, day, hour, minute, second);
  // Date.UTC lets 31 April run over into May, and reads the years 0 to 99 as 1900 to 1999.
  const date = new Date(ms);
  return date.getUTCDate() === day && date.getUTCMonth() === month && date.getUTCFullYear() === year ? ms : undefined;
}
