import { type Logger, pino } from "pino";

export type { Logger };

/** The program's own log: JSON lines on standard error. Written at once, so that nothing is missing when it ends. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
