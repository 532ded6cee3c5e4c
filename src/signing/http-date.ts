const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Sun, 06 Nov 1994 08:49:37 GMT, where `A` and `a` stand for letters and `0` for digits. */
const rfc1123 = "Aaa, 00 Aaa 0000 00:00:00 AAA";
const time = "([0-9]{2}):([0-9]{2}):([0-9]{2})";
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
  lastMs = hasForm(text, rfc1123) ? readRfc1123(text) : readObsolete(text);
  lastText = text;
  return lastMs;
}

const dayLength = "Sun, 06 Nov 1994".length;
/** The day of the last date in this form, and its midnight: clocks that do not quite agree still agree about the day. */
let lastDay = "";
let lastMidnightMs: number | undefined;

/** Nearly all dates have this form; a regular expression takes several times as long. */
function readRfc1123(text: string): number | undefined {
  const zone = text.slice(26);
  if (zone !== "GMT" && zone !== "UTC") return undefined;
  const pair = (at: number) => 10 * (text.charCodeAt(at) - 0x30) + text.charCodeAt(at + 1) - 0x30;
  const day = text.slice(0, dayLength);
  if (day !== lastDay) {
    lastMidnightMs = midnightMs(100 * pair(12) + pair(14), text.slice(8, 11), pair(5));
    lastDay = day;
  }
  return addTime(lastMidnightMs, pair(17), pair(20), pair(23));
}

function hasForm(text: string, form: string): boolean {
  if (text.length !== form.length) return false;
  for (let at = 0; at < form.length; at++) if (formOf(text.charCodeAt(at)) !== form.charCodeAt(at)) return false;
  return true;
}

/** Of one character. */
function formOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0x30;
  if (code >= 0x41 && code <= 0x5a) return 0x41;
  return code >= 0x61 && code <= 0x7a ? 0x61 : code;
}

function readObsolete(text: string): number | undefined {
  const long = rfc850.exec(text);
  if (long !== null) {
    const [, day, month, year, hour, minute, second] = long;
    const midnight = midnightMs(fullYear(Number(year)), month, Number(day));
    return addTime(midnight, Number(hour), Number(minute), Number(second));
  }
  const short = asctime.exec(text);
  if (short === null) return undefined;
  const [, month, day, hour, minute, second, year] = short;
  return addTime(midnightMs(Number(year), month, Number(day)), Number(hour), Number(minute), Number(second));
}

/** Two digits mean 1970 to 2069, as in nginx. */
function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Undefined where there is no such day. */
function midnightMs(year: number, monthName: string | undefined, day: number): number | undefined {
  const month = months.indexOf(monthName ?? "");
  if (month < 0) return undefined;
  const ms = Date.UTC(year, month, day);
  // Date.UTC lets 31 April run over into May, and reads the years 0 to 99 as 1900 to 1999.
  const date = new Date(ms);
  return date.getUTCDate() === day && date.getUTCMonth() === month && date.getUTCFullYear() === year ? ms : undefined;
}

function addTime(midnight: number | undefined, hour: number, minute: number, second: number): number | undefined {
  if (midnight === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}
