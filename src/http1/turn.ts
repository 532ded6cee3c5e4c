/** Has taken in bytes that nobody has looked at. */
export interface Arrival {
  handleArrived(): void;
}

/** Holds text for the kernel. */
export interface Departure {
  flush(): void;
}

/** Waits for what else may be there to be read. */
export interface Onlooker {
  onAllRead(): void;
}

/**
 * What is put off until the event loop has read every socket that was ready: then all that arrived is handled, and after that all
 * that it led to is sent. The code for a request is larger than a processor's nearest cache, and so is the kernel's for a system
 * call; taking turns with each call they would push each other out, in a loop each stays.
 */
class Turn {
  /** Answers of backends and requests of callers: each kind is handled by code of its own, so they take turns as little as they can. */
  private answers: Arrival[] = [];
  private requests: Arrival[] = [];
  private departures: Departure[] = [];
  /** Those that wait for the end of this turn's reading, and those that must wait for the next. */
  private onlookers: Onlooker[] = [];
  private nextOnlookers: Onlooker[] = [];
  private isDue = false;
  private isRunning = false;

  handleAnswer(arrival: Arrival): void {
    this.answers.push(arrival);
    this.arm();
  }

  handleRequest(arrival: Arrival): void {
    this.requests.push(arrival);
    this.arm();
  }

  sendLater(departure: Departure): void {
    this.departures.push(departure);
    this.arm();
  }

  /** Calls when the event loop has once more looked at every socket, from now on. */
  afterLook(onlooker: Onlooker): void {
    // While it reads, some sockets have been looked at and some have not.
    if (this.isRunning) this.onlookers.push(onlooker);
    else this.nextOnlookers.push(onlooker);
    this.arm();
  }

  private arm(): void {
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(this.run);
  }

  private readonly run = (): void => {
    const { answers, requests, departures, onlookers } = this;
    this.answers = [];
    this.requests = [];
    this.onlookers = this.nextOnlookers;
    this.nextOnlookers = [];
    this.isDue = false;
    this.isRunning = true;
    if (this.onlookers.length > 0) this.arm();
    for (const onlooker of onlookers) onlooker.onAllRead();
    for (const arrival of answers) arrival.handleArrived();
    for (const arrival of requests) arrival.handleArrived();
    for (const departure of departures) departure.flush();
    departures.length = 0;
    this.isRunning = false;
  };
}

/** Of this thread. */
export const turn = new Turn();
