import type { ApiDefinition } from "../../model/api.ts";
import { isSettableHeader } from "../../model/header-field.ts";
import { isSamePlace, type Place, placeOf } from "./place.ts";

/** An input that must be there, with its name as declared, for the message. */
interface RequiredParameter {
  readonly place: Place;
  readonly name: string;
}

/** One value sent to the backend: read from the request, or `fallback`, or fixed (`from` null). */
export interface Assignment {
  readonly from: Place | null;
  readonly to: Place;
  /** Spelling of a header name as configured. */
  readonly name: string;
  readonly fallback: string | null;
}

/** What an API does with parameters, worked out when it is released. */
export interface ParameterPlan {
  readonly required: readonly RequiredParameter[];
  readonly assignments: readonly Assignment[];
  /** Places whose value has moved elsewhere. */
  readonly removals: readonly Place[];
  readonly usesQuery: boolean;
  readonly usesForm: boolean;
}

/** Of all APIs that do nothing with parameters, which are most: what they share stays in the processor's caches. */
export const noParameters: ParameterPlan = {
  required: [],
  assignments: [],
  removals: [],
  usesQuery: false,
  usesForm: false,
};

/** Throws a RangeError that names the parameter which cannot be sent. */
export function planParameters(api: ApiDefinition): ParameterPlan {
  const required: RequiredParameter[] = [];
  const assignments: Assignment[] = [];
  const removals: Place[] = [];

  for (const input of api.requestParameters) {
    const from = placeOf(input.position, input.name);
    if (from === undefined) continue;
    if (input.isRequired) required.push({ place: from, name: input.name });
    const isMapped = api.backendParameters.some((parameter) => isTakenFrom(parameter, from));
    if (!isMapped && input.defaultValue !== null && from.position !== "path") {
      assignments.push(assignment(from, input.position, input.name, input.defaultValue));
    }
  }

  for (const parameter of api.backendParameters) {
    const from = placeOf(parameter.sourcePosition, parameter.sourceName) ?? null;
    const input = api.requestParameters.find(
      (candidate) => from !== null && isPlaceOf(candidate.position, candidate.name, from),
    );
    const fallback = input?.defaultValue ?? parameter.defaultValue;
    assignments.push(assignment(from, parameter.position, parameter.name, fallback));
  }
  for (const constant of api.constantParameters) {
    assignments.push(assignment(null, constant.position, constant.name, constant.value));
  }

  for (const { from } of assignments) {
    const stays = from === null || assignments.some((other) => isSamePlace(other.to, from));
    if (!stays && from.position !== "path" && !removals.some((place) => isSamePlace(place, from))) removals.push(from);
  }
  const usesForm = api.requestParameters.some((input) => input.position.toLowerCase() === "body");
  if (required.length + assignments.length === 0 && !usesForm) return noParameters;
  const places = [
    ...required.map((parameter) => parameter.place),
    ...assignments.flatMap(({ from, to }) => (from === null ? [to] : [from, to])),
  ];
  return {
    required,
    assignments,
    removals,
    usesQuery: places.some((place) => place.position === "query"),
    usesForm,
  };
}

function assignment(from: Place | null, position: string, name: string, fallback: string | null): Assignment {
  const to = placeOf(position, name);
  if (to === undefined) throw new RangeError(`parameter ${name} has an unknown position`);
  if (to.position === "header" && !isSettableHeader(name)) {
    throw new RangeError(`header ${name} cannot be set by a parameter`);
  }
  return { from, to, name, fallback };
}

function isTakenFrom(parameter: { sourcePosition: string; sourceName: string }, place: Place): boolean {
  return isPlaceOf(parameter.sourcePosition, parameter.sourceName, place);
}

function isPlaceOf(position: string, name: string, place: Place): boolean {
  const other = placeOf(position, name);
  return other !== undefined && isSamePlace(other, place);
}
