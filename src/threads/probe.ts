import { createServer, type ListenOptions } from "node:net";

/**
 * Rejects when the address cannot be listened on, another program's listener included: threads that share a port would quietly
 * share it with that one too. Resolves with whether this system lets threads share a port at all.
 */
export async function probeGatewayAddress({ host, port }: { readonly host: string; readonly port: number }) {
  await listenOnce({ host, port });
  try {
    await listenOnce({ host, port: 0, reusePort: true });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTSUP") return false;
    throw error;
  }
}

function listenOnce(options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(options, () => server.close(() => resolve()));
  });
}
