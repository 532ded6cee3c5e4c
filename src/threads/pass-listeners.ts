import { Socket } from "node:net";

// Entry of a short-lived process that sends the listening sockets it was started with back to whoever started it; see
// `inherit-listeners.ts`. It must not become a server: then it would take connections from their queues.

/** 0 to 2 are the standard streams, 3 is the channel. */
const FIRST_DESCRIPTOR = 4;

const count = Number(process.argv[2]);
for (let index = 0; index < count; index++) {
  const listener = new Socket({ fd: FIRST_DESCRIPTOR + index, readable: false, writable: false });
  process.send?.(index, listener);
}
// The channel keeps it alive until the other end has everything.
process.on("message", () => {});
