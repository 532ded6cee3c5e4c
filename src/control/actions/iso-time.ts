/** Epoch milliseconds as replies show times: UTC, whole seconds, `2020-02-26T06:10:01Z`. */
export function isoTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, "2020-02-26T06:10:01".length)}Z`;
}
