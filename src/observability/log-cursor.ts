/** Where a search through the log stands: before or after a byte of a file, and how many lines it has given. */
interface LogCursor {
  /** Tells a file wherever rotation has moved it. */
  readonly file: string;
  readonly offset: number;
  readonly given: number;
}

/** Opaque to whoever gets it. */
export function writeCursor({ file, offset, given }: LogCursor): string {
  return Buffer.from(`${file} ${offset} ${given}`).toString("base64url");
}

/** Undefined when the text is no cursor. */
export function readCursor(text: string): LogCursor | undefined {
  const match = /^([0-9]{1,20}-[0-9]{1,20}) ([0-9]{1,15}) ([0-9]{1,9})$/.exec(
    Buffer.from(text, "base64url").toString(),
  );
  if (match === null) return undefined;
  const [, file = "", offset, given] = match;
  return { file, offset: Number(offset), given: Number(given) };
}
