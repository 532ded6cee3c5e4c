import { type Logger, pino } from "pino";

export type { Logger };

/** Lines that cannot be written wait for the next one, up to this much; more are lost. */
const maxWaitingBytes = 1 << 20;

/** The program's own log: JSON lines on standard error. Written at once, so that nothing is missing when it ends. */
export function createLogger(level: string): Logger {
  const destination = pino.destination({
    dest: 2,
    sync: true,
    maxLength: maxWaitingBytes,
    // Retrying would hold up every caller while the reader of the log is slow.
    retryEAGAIN: () => false,
  });
  // Without a listener a full disk would end the process with the first line that tells of it.
  destination.on("error", () => {});
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
