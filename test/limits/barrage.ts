import { connect } from "node:net";
import { signed } from "../gateway/running.ts";
import type { Key } from "../harness/sample.ts";

/** The bytes of a signed GET, good for as long as its date is. */
export function signedHead(host: string, path: string, { id, secret }: Key): string {
  const fields = signed(Date.now(), id, secret).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${fields.join("")}\r\n`;
}

/** How often each status was answered. */
export type Statuses = Map<number, number>;

/**
 * Sends the same request over and over on many keep-alive connections, one at a time on each, until `isOver` or
 * `calls` have been sent. The head must end with an empty line and announce no body.
 */
export async function barrage(
  port: number,
  head: string,
  options: { readonly connections: number; readonly calls: number; readonly isOver?: () => boolean },
): Promise<Statuses> {
  const { connections, calls, isOver = () => false } = options;
  const statuses: Statuses = new Map();
  const bytes = Buffer.from(head, "latin1");
  let sent = 0;
  const mayGoOn = () => sent < calls && !isOver();
  await Promise.all(
    Array.from({ length: connections }, () =>
      converse(
        port,
        bytes,
        () => mayGoOn() && sent++ >= 0,
        (status) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
      ),
    ),
  );
  return statuses;
}

function converse(
  port: number,
  request: Buffer,
  takeTurn: () => boolean,
  onStatus: (status: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const next = () => {
      if (takeTurn()) socket.write(request);
      else socket.end();
    };
    let waiting = "";
    socket.setEncoding("latin1").setNoDelay();
    socket.on("connect", next);
    socket.on("data", (text: string) => {
      waiting += text;
      const end = waiting.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(waiting)?.[1]);
      if (waiting.length < end + 4 + length) return;
      onStatus(Number(waiting.slice(9, 12)));
      waiting = "";
      next();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}
