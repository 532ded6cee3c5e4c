/** Methods an API can be called with. */
export const servedMethods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] as const;

const served: ReadonlySet<string> = new Set(servedMethods);

export function isServedMethod(method: string): boolean {
  return served.has(method);
}
