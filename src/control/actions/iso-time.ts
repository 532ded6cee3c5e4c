const dayMs = 86_400_000;

// Days are spelt by the calendar, and most times of an answer fall on the same few.
let lastDay = Number.NaN;
let lastDate = "";

/** Epoch milliseconds as replies show times: UTC, whole seconds, `2020-02-26T06:10:01Z`. */
export function isoTime(epochMs: number): string {
  const day = Math.floor(epochMs / dayMs);
  if (day !== lastDay) {
    lastDate = new Date(day * dayMs).toISOString().slice(0, "2020-02-26".length);
    lastDay = day;
  }
  const second = Math.floor((epochMs - day * dayMs) / 1_000);
  const minute = Math.floor(second / 60);
  return `${lastDate}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:${twoDigits(second % 60)}Z`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
