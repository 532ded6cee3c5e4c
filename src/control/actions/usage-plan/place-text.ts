import type { Place } from "../../../model/place.ts";

/** A place as messages name it. */
export function describePlace(place: Place): string {
  const environment = `environment \`${place.environment}\` of service \`${place.serviceId}\``;
  return place.apiId === null ? environment : `API \`${place.apiId}\` in ${environment}`;
}
