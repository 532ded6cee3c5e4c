/** Stands in for the metrics of a gateway and keeps what it is told of caps, connections and handshakes. */
export function watchMetrics() {
  const reached: string[] = [];
  const open: number[] = [];
  const failedHandshakes: string[] = [];
  const metrics = {
    requestFinished() {},
    requestLimited() {},
    snapshotApplied() {},
    serviceRemoved() {},
    webSocketsOpen() {},
    capReached: (cap: string) => void reached.push(cap),
    connectionsOpen: (count: number) => void open.push(count),
    handshakeFailed: (reason: string) => void failedHandshakes.push(reason),
  };
  return { reached, open, failedHandshakes, metrics };
}
