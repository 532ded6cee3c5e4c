import type { RandomBytes } from "../model/identifiers.ts";
import type { Store } from "../store/store.ts";
import type { ActionTable, Call } from "./action.ts";
import { actionTable } from "./actions/table.ts";
import { checkClock, checkSignature, findCaller, readCredentials } from "./authentication.ts";
import { readCommonParameters } from "./common-parameters.ts";
import type { ActionName } from "./contract/generated/types.ts";
import { type ControlResponse, failure, publicError, success } from "./envelope.ts";
import { readInput } from "./input.ts";
import { createActionRate } from "./rate.ts";
import { checkRegion } from "./region.ts";
import { type ControlRequest, type ReceivedRequest, readRequest } from "./request.ts";
import type { ControlSettings } from "./settings.ts";
import { findAction, notImplemented } from "./version-and-action.ts";

/** Everything a management call needs from outside. */
export interface ControlParts {
  readonly store: Store;
  readonly settings: ControlSettings;
  /** The table of actions; Turnpike's own unless given. */
  readonly actions?: ActionTable;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  readonly random: RandomBytes;
  /** A new lower-case UUID. */
  readonly uuid: () => string;
  readonly quotaUse: Call["quotaUse"];
  /** Resolves when every change committed before the call is in force in all gateways this process feeds. */
  readonly changesApplied: () => Promise<void>;
  readonly logger: ControlLogger;
}

export interface ControlLogger {
  error(details: object, message: string): void;
}

export interface Control {
  /** Answers one management call. Never rejects: failures are answers too. */
  handle(received: ReceivedRequest): Promise<ControlResponse>;
}

/** The management API. This page is a call's whole life; the first check that fails ends it. */
export function createControl(parts: ControlParts): Control {
  const { store, settings, clock, random, quotaUse, logger } = parts;
  const actions = parts.actions ?? actionTable;
  const actionRate = createActionRate(settings.actionRate);

  /** The order of these checks is part of the API: a call with two faults is told the earlier one. */
  async function perform(received: ReceivedRequest, requestId: string): Promise<object> {
    const request = readRequest(received);
    const common = readCommonParameters(request);
    const credentials = readCredentials(request, settings.signedHosts);
    const action = findAction(common);

    const now = clock();
    checkClock(common, now);
    const caller = await findCaller(store, credentials.secretId);
    checkSignature(credentials, caller.key);

    const { account } = caller;
    actionRate.admit(action, account.appId, common.region, now);
    const region = checkRegion(common, request.host);

    const scope = { appId: account.appId, region };
    return run(action, request, { account, scope, now, requestId, settings, random, quotaUse });
  }

  /** Runs the action in one transaction; a write is answered once its change is in force. */
  async function run<A extends ActionName>(name: A, request: ControlRequest, call: Omit<Call, "tx">): Promise<object> {
    const action = actions[name];
    if (action.mode === "not-yet") throw notImplemented(name);
    const input = readInput(name, request.parameters);

    if (action.mode === "read") return store.read((tx) => action.handle({ ...call, tx }, input));
    const output = await store.write((tx) => action.handle({ ...call, tx }, input));
    await parts.changesApplied();
    return output;
  }

  return {
    async handle(received) {
      const marks = { requestId: parts.uuid(), traceId: received.headers.get("x-tc-traceid") };
      try {
        return success(await perform(received, marks.requestId), marks);
      } catch (exception) {
        const { error, isExpected } = publicError(exception);
        if (!isExpected) logger.error({ err: exception, requestId: marks.requestId }, "a management call failed");
        return failure(error, marks);
      }
    },
  };
}
