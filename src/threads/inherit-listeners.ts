import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL(`./pass-listeners${extname(import.meta.filename)}`, import.meta.url));
const TIMEOUT_MS = 10_000;

/**
 * Takes over listening sockets of another thread, by their descriptors: the function in the same place gets each as a socket of this
 * thread's own and must listen on it in the same turn. The other thread may then close its descriptors, and the connections in the queues stay, which
 * otherwise the system would reset.
 *
 * Node cannot duplicate a descriptor, and a server it opens from one closes it in the end, whoever else uses it. But a child
 * process gets duplicates, and what it sends back are duplicates again.
 */
export function inheritListeners<T>(
  descriptors: readonly number[],
  listens: readonly ((listener: Socket) => Promise<T>)[],
): Promise<readonly T[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, String(descriptors.length)], {
      stdio: ["ignore", "ignore", "inherit", "ipc", ...descriptors],
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
    });
    const listening: Promise<T>[] = [];
    child.on("message", (_index, listener) => {
      const listen = listens[listening.length];
      if (listen !== undefined) listening.push(listen(listener as Socket));
      if (listening.length < descriptors.length) return;
      child.disconnect();
      resolve(Promise.all(listening));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`listeners were not passed on: ${signal ?? code}`)));
  });
}
