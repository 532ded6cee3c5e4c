import { bindingKey } from "../../../model/place.ts";
import type { Binding } from "../../../model/usage-plan.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { type BindingRequest, loadBindingRequest } from "./binding-request.ts";
import { describePlace } from "./place-text.ts";

/** Takes plans out of force: every plan at every place named, or nothing when one of them is not bound. */
export const unBindEnvironment: Handler<"UnBindEnvironment"> = async (call, input) => {
  // InvalidApiIds is not among this action's codes.
  const request = await loadBindingRequest(call, input, "InvalidParameter.FormatError");
  const existing = await call.tx.bindings.find({ serviceId: request.service.id, environment: input.Environment });
  await call.tx.bindings.remove(namedBindings(request, existing));
  return { Result: true };
};

function namedBindings(request: BindingRequest, existing: readonly Binding[]): readonly Binding[] {
  const bound = new Map(existing.map((binding) => [bindingKey(binding), binding]));
  return request.plans.flatMap((plan) =>
    request.places.map((place) => {
      const binding = bound.get(bindingKey({ ...place, planId: plan.id }));
      if (binding !== undefined) return binding;
      const message = `The usage plan \`${plan.id}\` is not bound to ${describePlace(place)}.`;
      throw new ApiError("UnsupportedOperation.UnsupportedUnBindEnvironment", message);
    }),
  );
}
