import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SampleBackend {
  readonly url: string;
  close(): Promise<void>;
}

/** An HTTP backend that says what it was asked. */
export async function startSampleBackend(): Promise<SampleBackend> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ backend: "sample", method: request.method, path: request.url }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
