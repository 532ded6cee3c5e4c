/** Epoch milliseconds as `YYYY-MM-DDThh:mm:ssZ`: UTC, without a fraction. Source: Tencent Cloud docs, type `Timestamp ISO8601`. */
export function utcTime(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}
