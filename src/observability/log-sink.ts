/** Where lines go. `write` resolves when the sink can take more. */
export interface LogSink {
  write(lines: string): Promise<void>;
  close(): Promise<void>;
}
