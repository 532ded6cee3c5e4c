import { createRequire } from "node:module";

/** One message as a parser read it. */
export interface SeenMessage {
  /** Method and target, or the status. */
  start: string;
  /** Name, value, name, value … as received. */
  fields: string[];
  body: string;
}

type Callback = (...values: never[]) => number | undefined;

/** The binding behind `node:http`, which has no types of its own. */
interface Binding {
  initialize(type: number, resource: object, maxHeadBytes: number, leniency: number): void;
  execute(bytes: Buffer): number | Error;
  finish(): unknown;
  [event: number]: Callback;
}

interface BindingClass {
  new (): Binding;
  readonly REQUEST: number;
  readonly RESPONSE: number;
  readonly kLenientNone: number;
  readonly kOnHeaders: number;
  readonly kOnHeadersComplete: number;
  readonly kOnBody: number;
  readonly kOnMessageComplete: number;
}

// A connection of node:http costs twenty times what its parser does, and ten million messages are wanted.
const { HTTPParser, methods } = createRequire(import.meta.url)("_http_common") as {
  HTTPParser: BindingClass;
  methods: string[];
};

/** Names of methods by the numbers the parser has for them, which it tells by reading each. */
const methodNames: ReadonlyMap<number | undefined, string> = new Map(
  methods.map((name) => {
    const parser = new HTTPParser();
    let number: number | undefined;
    parser[HTTPParser.kOnHeadersComplete] = (_major: number, _minor: number, _fields: string[], method: number) => {
      number = method;
      return 0;
    };
    parser.initialize(HTTPParser.REQUEST, {}, 0, HTTPParser.kLenientNone);
    parser.execute(Buffer.from(`${name} ${name === "CONNECT" ? "a:1" : "/"} HTTP/1.1\r\nHost: a\r\n\r\n`));
    return [number, name];
  }),
);

/** Node's parser in strict mode, fed without sockets. */
export class Llhttp {
  private readonly parser = new HTTPParser();
  private readonly type: number;
  private seen: SeenMessage[] = [];
  private current: SeenMessage = { start: "", fields: [], body: "" };
  private target = "";
  private isHeadDone = false;

  constructor(kind: "requests" | "responses") {
    this.type = kind === "requests" ? HTTPParser.REQUEST : HTTPParser.RESPONSE;
    const { parser } = this;
    // Fields beyond the first few, and trailers.
    parser[HTTPParser.kOnHeaders] = (fields: string[], target: string) => {
      if (this.isHeadDone) return undefined;
      this.current.fields.push(...fields);
      this.target += target;
      return undefined;
    };
    parser[HTTPParser.kOnHeadersComplete] = (
      _major: number,
      _minor: number,
      fields: string[] | undefined,
      method: number | undefined,
      target: string | undefined,
      status: number | undefined,
    ) => {
      this.isHeadDone = true;
      if (fields !== undefined) this.current.fields.push(...fields);
      this.current.start =
        kind === "requests" ? `${methodNames.get(method)} ${this.target}${target ?? ""}` : String(status);
      return 0;
    };
    parser[HTTPParser.kOnBody] = (data: Buffer) => {
      this.current.body += data.toString("latin1");
      return undefined;
    };
    parser[HTTPParser.kOnMessageComplete] = () => {
      this.seen.push(this.current);
      this.startMessage();
      return undefined;
    };
  }

  /** The messages that came through whole. With `isClosed` the sender has closed after them. */
  read(bytes: Buffer, isClosed = false): SeenMessage[] {
    this.seen = [];
    this.startMessage();
    this.parser.initialize(this.type, {}, 0, HTTPParser.kLenientNone);
    // It stops after a message that asks for an upgrade: whoever ignores that (RFC 9110 §7.8) goes on.
    for (let at = 0; at < bytes.length; ) {
      const used = this.parser.execute(at === 0 ? bytes : bytes.subarray(at));
      if (typeof used !== "number" || used === 0) return this.seen;
      at += used;
    }
    if (isClosed) this.parser.finish();
    return this.seen;
  }

  private startMessage(): void {
    this.current = { start: "", fields: [], body: "" };
    this.target = "";
    this.isHeadDone = false;
  }
}
