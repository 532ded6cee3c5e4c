/** Has taken in bytes that nobody has looked at. */
export interface Arrival {
  handleArrived(): void;
}

/** Holds text for the kernel. */
export interface Departure {
  flush(): void;
}

/**
 * What is put off until the event loop has read every socket that was ready: then all that arrived is handled, and after that all
 * that it led to is sent. The code for a request is larger than a processor's nearest cache, and so is the kernel's for a system
 * call; taking turns with each call they would push each other out, in a loop each stays.
 */
class Turn {
  private readonly arrivals: Arrival[] = [];
  private readonly departures: Departure[] = [];
  private isDue = false;

  handleLater(arrival: Arrival): void {
    this.arrivals.push(arrival);
    this.arm();
  }

  sendLater(departure: Departure): void {
    this.departures.push(departure);
    this.arm();
  }

  private arm(): void {
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(this.run);
  }

  private readonly run = (): void => {
    this.isDue = false;
    for (const arrival of this.arrivals.splice(0)) arrival.handleArrived();
    for (const departure of this.departures.splice(0)) departure.flush();
  };
}

/** Of this thread. */
export const turn = new Turn();
