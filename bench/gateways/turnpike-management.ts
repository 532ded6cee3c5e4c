import { type ApiResponse, callManagement } from "../../src/cli/management-client.ts";

/** The root account of the instances that are measured; they live for minutes, on loopback only. */
export const rootKey = { appId: 1_250_000_000, secretId: "AKIDbench0000000000", secretKey: "bench-root-secret-key" };

export const region = "ap-guangzhou";

/** Management calls to one running Turnpike. */
export class Management {
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** What is there to be read without a signature. */
  async get(path: string): Promise<string> {
    return (await fetch(`http://127.0.0.1:${this.#port}${path}`)).text();
  }

  /** Rejects when the call is answered with an error. */
  async call(action: string, parameters: object): Promise<Answer> {
    const target = { host: "127.0.0.1", port: this.#port };
    const response = await callManagement(target, rootKey, action, region, { json: parameters });
    if (response.Error !== undefined) {
      throw new Error(`${action}: ${response.Error.Code}: ${response.Error.Message}`);
    }
    return new Answer(response);
  }
}

/** Members of an answer, whether they stand beside or inside `Result`. */
export class Answer {
  readonly #members: Map<string, unknown>;

  constructor(response: ApiResponse) {
    const result = response["Result"];
    this.#members = new Map(Object.entries(typeof result === "object" && result !== null ? result : response));
  }

  text(member: string): string {
    const value = this.#members.get(member);
    if (typeof value !== "string") throw new TypeError(`the answer has no ${member}`);
    return value;
  }
}
