/** Bounds the streams that are open on all connections together. */
export class StreamCap {
  private readonly maxStreams: number;
  private readonly onReached: () => void;
  private open = 0;

  constructor(maxStreams: number, onReached: () => void) {
    this.maxStreams = maxStreams;
    this.onReached = onReached;
  }

  /** Whether one more may be; `leave` must be called once it is closed. */
  enter(): boolean {
    if (this.open >= this.maxStreams) {
      this.onReached();
      return false;
    }
    this.open++;
    return true;
  }

  leave(): void {
    this.open--;
  }
}
