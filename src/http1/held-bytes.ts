const NOTHING = Buffer.alloc(0);
/** Many tiny reads cost more to keep than their bytes say. */
const MAX_PIECES = 256;

/** Bytes that were read before their turn. Joined once, when taken. */
export class HeldBytes {
  private pieces: Buffer[] = [];
  private bytes = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.bytes === 0;
  }

  /** Whether reading should stop for now. */
  get isFull(): boolean {
    return this.bytes >= this.maxBytes || this.pieces.length >= MAX_PIECES;
  }

  push(piece: Buffer): void {
    this.pieces.push(piece);
    this.bytes += piece.length;
  }

  take(): Buffer {
    const { pieces } = this;
    const joined = pieces.length === 1 ? pieces[0] : pieces.length === 0 ? NOTHING : Buffer.concat(pieces);
    this.clear();
    return joined ?? NOTHING;
  }

  clear(): void {
    if (this.bytes === 0) return;
    this.pieces = [];
    this.bytes = 0;
  }
}
