import { type InstanceRates, instanceRateLimits } from "../../../model/exclusive-instance.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { InstanceParameterInput } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { loadInstance } from "./load.ts";
import { toWireInstanceDetail } from "./wire.ts";

/** Changes what is sent and keeps the rest. Throttles that are set already stay as they are. */
export const modifyExclusiveInstance: Handler<"ModifyExclusiveInstance"> = async (call, input) => {
  const instance = await loadInstance(call, input.InstanceId);
  const parameters = input.Parameters ?? [];
  const changed = {
    ...instance,
    name: input.InstanceName ?? instance.name,
    description: input.InstanceDescription ?? instance.description,
    rates: parameters.reduce(changeRate, instance.rates),
    ratesModifiedAt: parameters.length === 0 ? instance.ratesModifiedAt : call.now,
    modifiedAt: call.now,
  };
  await call.tx.exclusiveInstances.update(changed);
  return { Result: toWireInstanceDetail(changed) };
};

function changeRate(rates: InstanceRates, { Name, Value }: InstanceParameterInput): InstanceRates {
  const { minimum, maximum } = instanceRateLimits;
  const rate = /^\d{1,9}$/.test(Value) ? Number(Value) : 0;
  if (rate < minimum || rate > maximum) {
    const message = `The value of \`${Name}\` is \`${quote(Value)}\`, but must be ${minimum} to ${maximum}.`;
    throw new ApiError("InvalidParameterValue.InvalidRequestParameters", message);
  }
  return Name === "ServiceRequestNumPreSec" ? { ...rates, service: rate } : { ...rates, api: rate };
}
