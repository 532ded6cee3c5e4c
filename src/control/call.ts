import type { RandomBytes } from "../model/identifiers.ts";
import type { Store, Transaction } from "../store/store.ts";
import type { ActionTable, Call } from "./action.ts";
import { actionTable } from "./actions/table.ts";
import { checkClock, checkSignature, findCaller, readCredentials } from "./authentication.ts";
import { actions as contracts } from "./contract/generated/contract.ts";
import type { ActionName } from "./contract/generated/types.ts";
import { type ControlResponse, publicError } from "./envelope.ts";
import { apiThree, type Generation, type Operation } from "./generation.ts";
import { apiTwo } from "./legacy/api-two.ts";
import { createActionRate } from "./rate.ts";
import { checkRegion } from "./region.ts";
import type { Parameters, ReceivedRequest } from "./request.ts";
import type { ControlSettings } from "./settings.ts";
import { storageFailure, transactionFailure } from "./storage-failure.ts";
import { bareSurroundings, type Surroundings } from "./surroundings.ts";

/** Everything a management call needs from outside. */
export interface ControlParts {
  readonly store: Store;
  readonly settings: ControlSettings;
  /** The table of actions; Turnpike's own unless given. */
  readonly actions?: ActionTable;
  /** What the machine has besides the store; nothing unless given. */
  readonly surroundings?: Surroundings;
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
  /** Answers one call of API 3.0. Never rejects: failures are answers too. */
  handle(received: ReceivedRequest): Promise<ControlResponse>;
  /** The same for API 2.0. */
  handleLegacy(received: ReceivedRequest): Promise<ControlResponse>;
}

/** The management API. This page is a call's whole life; the first check that fails ends it. */
export function createControl(parts: ControlParts): Control {
  const { store, settings, clock, random, quotaUse, logger } = parts;
  const actions = parts.actions ?? actionTable;
  const surroundings = parts.surroundings ?? bareSurroundings;
  const actionRate = createActionRate(settings.actionRate);

  async function answer(api: Generation, received: ReceivedRequest): Promise<ControlResponse> {
    const marks = { requestId: parts.uuid(), traceId: received.headers.get("x-tc-traceid") };
    try {
      return await api.success(await perform(api, received, marks.requestId), marks);
    } catch (exception) {
      const { error, isExpected } = publicError(exception);
      if (!isExpected) logger.error({ err: exception, requestId: marks.requestId }, "a management call failed");
      return api.failure(error, marks);
    }
  }

  /** The order of these checks is part of the API: a call with two faults is told the earlier one. */
  async function perform(api: Generation, received: ReceivedRequest, requestId: string): Promise<object> {
    const request = api.readRequest(received);
    const common = api.readCommonParameters(request);
    const credentials = readCredentials(request, settings.signedHosts);
    const operation = api.findOperation(common);

    const now = clock();
    checkClock(common, now);
    const caller = await findCaller(store, credentials.secretId);
    checkSignature(credentials, caller.key);

    const { account } = caller;
    actionRate.admit(operation.name, account.appId, common.region, now);
    const region = checkRegion(common, request.host, contracts[operation.name].errors);
    if (actions[operation.name].mode === "not-yet") throw api.notImplemented(operation.name);

    const scope = { appId: account.appId, region };
    const call = { account, scope, now, requestId, settings, surroundings, random, quotaUse };
    return run(operation, request.parameters, call);
  }

  /** Runs the action in one transaction; a write is answered once its change is in force. */
  async function run<A extends ActionName>(
    { name, prepare }: Operation<A>,
    parameters: Parameters,
    call: Omit<Call, "tx">,
  ): Promise<object> {
    const action = actions[name];
    const work = prepare(action, parameters);
    const transaction = (tx: Transaction) => work({ ...call, tx });
    const failed = (error: unknown) => Promise.reject(transactionFailure(name, error));
    if (action.mode === "read") return store.read(transaction).catch(failed);
    const output = await store.write(transaction).catch(failed);
    await parts.changesApplied().catch((error) => Promise.reject(storageFailure(name, error)));
    return output;
  }

  return {
    handle: (received) => answer(apiThree, received),
    handleLegacy: (received) => answer(apiTwo, received),
  };
}
