import type { Action, Call } from "./action.ts";
import { type CommonParameters, readCommonParameters } from "./common-parameters.ts";
import type { ApiError } from "./contract/errors.ts";
import type { ActionName } from "./contract/generated/types.ts";
import { type CallMarks, type ControlResponse, failure, success } from "./envelope.ts";
import { readInput } from "./input.ts";
import { type ControlRequest, type Parameters, type ReceivedRequest, readRequest } from "./request.ts";
import { findAction, notImplemented } from "./version-and-action.ts";

/** How a generation of the API words calls and answers. What happens between the two is the same for all. */
export interface Generation {
  readRequest(received: ReceivedRequest): ControlRequest;
  readCommonParameters(request: ControlRequest): CommonParameters;
  /** Throws when it has no such action. */
  findOperation(common: CommonParameters): Operation;
  notImplemented(name: ActionName): ApiError;
  success(output: object, marks: CallMarks): Promise<ControlResponse>;
  failure(error: ApiError, marks: CallMarks): Promise<ControlResponse>;
}

/** An action as a generation offers it. */
export interface Operation<A extends ActionName = ActionName> {
  /** The action that does the work. */
  readonly name: A;
  /** What the call does in its transaction; resolves with what it is answered. */
  prepare(action: Action<A>, parameters: Parameters): (call: Call) => Promise<object>;
}

/** The current API. */
export const apiThree: Generation = {
  readRequest,
  readCommonParameters,
  findOperation: (common) => operation(findAction(common)),
  notImplemented,
  success,
  failure,
};

function operation<A extends ActionName>(name: A): Operation<A> {
  return {
    name,
    prepare(action, parameters) {
      const input = readInput(name, parameters);
      return (call) => action.handle(call, input);
    },
  };
}
