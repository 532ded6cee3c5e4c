import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** Times of the log are those of China, as the hosted product writes them: UTC+8, never changed for summer. */
const offsetMs = 8 * 3_600_000;
const dayMs = 24 * 3_600_000;
const maxAgeDays = 30;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Epoch milliseconds of `YYYY-MM-DD hh:mm:ss`. Throws InvalidParameterValue. */
export function readLogTime(name: string, text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text);
  const utc = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}Z`);
  // 30 February is read as a day in March.
  if (!Number.isNaN(utc) && new Date(utc).toISOString().startsWith(`${match?.[1]}T${match?.[2]}`))
    return utc - offsetMs;
  const message = `The parameter \`${name}\` is \`${quote(text)}\`, but must be a time such as 2020-05-28 22:00:00.`;
  throw new ApiError("InvalidParameterValue", message);
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
