/** Where lines go. `write` resolves when the sink can take more. */
export interface LogSink {
  write(lines: Buffer): Promise<void>;
  close(): Promise<void>;
}
