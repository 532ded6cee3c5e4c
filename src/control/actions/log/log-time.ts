import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** Times of the log are those of China, as the hosted product writes them: UTC+8, never changed for summer. */
const offsetMs = 8 * 3_600_000;
const offset = "+08:00";
const publishedForm = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;
const isoForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/;
const dayMs = 24 * 3_600_000;
const maxAgeDays = 30;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Epoch milliseconds of `YYYY-MM-DD hh:mm:ss` in China, or of `YYYY-MM-DDThh:mm:ss` with an offset or `Z` for those who live
 * elsewhere. Throws InvalidParameterValue.
 */
export function readLogTime(name: string, text: string): number {
  const [, date, time, zone = offset] = publishedForm.exec(text) ?? isoForm.exec(text) ?? [];
  const epochMs = isDate(`${date}T${time}`) ? Date.parse(`${date}T${time}${zone}`) : Number.NaN;
  if (!Number.isNaN(epochMs)) return epochMs;
  const examples = "2020-05-28 22:00:00 (UTC+8) or 2020-05-28T14:00:00Z";
  const message = `The parameter \`${name}\` is \`${quote(text)}\`, but must be a time such as ${examples}.`;
  throw new ApiError("InvalidParameterValue", message);
}

/** By itself, 30 February is read as a day in March. */
function isDate(text: string): boolean {
  const utc = Date.parse(`${text}Z`);
  return !Number.isNaN(utc) && new Date(utc).toISOString().startsWith(text);
}

/** `28/May/2020:22:42:42 +0800`. */
export function formatLogTime(epochMs: number): string {
  const [date = "", time = ""] = new Date(epochMs + offsetMs).toISOString().split("T");
  const [year, month, day] = date.split("-");
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, "22:42:42".length)} +0800`;
}

/** Throws UnsupportedOperation.ClsSearchTime. Limits of the hosted product's console. */
export function checkWindow(fromMs: number, toMs: number, now: number): void {
  const refuse = (message: string) => new ApiError("UnsupportedOperation.ClsSearchTime", message);
  if (toMs < fromMs) throw refuse("`EndTime` must not be before `StartTime`.");
  if (toMs - fromMs > dayMs) throw refuse("A search can span one day at most.");
  if (fromMs < now - maxAgeDays * dayMs) throw refuse(`A search can go back ${maxAgeDays} days at most.`);
}
