import assert from "node:assert/strict";
import { actions, commonErrorCodes } from "../../src/control/contract/generated/contract.ts";
import type { Client } from "./management.ts";
import { codeOf } from "./outcome.ts";
import { neverAnswered, neverAnsweredBy } from "./unreachable-codes.ts";

type Answered = Map<string, Set<string>>;
type FaultyCalls = (action: string, request: object, ...faults: object[]) => Promise<void>;

/** Codes that are answered alike for every action that lists them, and tested once, under endpoint/. */
const answeredForAll: ReadonlySet<string> = new Set([
  "InternalError.OssException",
  "InvalidParameterValue.InvalidRegion",
  "RequestLimitExceeded",
]);

/** Calls `action` with each fault in turn and notes the codes. */
export function noteCodes(client: Client, answered: Answered): FaultyCalls {
  return async (action, request, ...faults) => {
    const codes = answered.get(action) ?? new Set();
    answered.set(action, codes);
    for (const fault of faults) {
      const code = await codeOf(client.request(action, { ...request, ...fault }));
      assert.notEqual(code, "ok", `${action} with ${JSON.stringify(fault)} is refused`);
      codes.add(code);
    }
  };
}

/** Fails unless each action answered all codes published for it and no others, but for those that have a reason. */
export function assertListedCodes(answered: Answered): void {
  for (const [name, codes] of answered) {
    const { errors } = actions[name as keyof typeof actions];
    const unlisted = [...codes].filter((code) => !(errors as readonly string[]).includes(code));
    const strange = unlisted.filter((code) => !(commonErrorCodes as readonly string[]).includes(code));
    assert.deepEqual(strange, [], `${name} answers only codes that are listed or common`);
    const isNever = (code: string) => neverAnswered.has(code) || neverAnsweredBy.get(name)?.has(code) === true;
    const unexplained = errors.filter((code) => !codes.has(code) && !answeredForAll.has(code) && !isNever(code));
    assert.deepEqual(unexplained, [], `${name} answers each of its codes, or there is a reason`);
    const refuted = [...codes].filter(isNever);
    assert.deepEqual(refuted, [], `${name} answers none of the codes said never to occur`);
  }
}
