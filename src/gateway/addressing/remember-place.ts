import type { Exchange, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { RecentEntries } from "../recent-entries.ts";
import type { Snapshot } from "../snapshot.ts";

/** Everything that was looked at to find out where a request belongs, and everything that was found. */
interface Place
  extends Pick<
    Exchange,
    | "scheme"
    | "host"
    | "path"
    | "query"
    | "service"
    | "domain"
    | "environment"
    | "api"
    | "plugins"
    | "pathParameters"
    | "pathRest"
  > {
  readonly revision: number;
  readonly method: string;
  readonly hostField: string;
}

const MAX_PLACES = 4_096;
/** Longer targets are rarely asked for twice. */
const MAX_TARGET_LENGTH = 512;

/**
 * Finds out where a request belongs by these stages, and remembers it: the same method, host and target belong to the same
 * place until the snapshot changes. Refusals are not remembered, and neither are preflights, which are about other fields too.
 */
export function rememberPlace(snapshot: Pick<Snapshot, "revision">, stages: readonly Stage[]): Stage {
  const places = new RecentEntries<Place>(MAX_PLACES);

  return (exchange) => {
    const { head, scheme } = exchange;
    const { method, target } = head;
    const hostField = headerValue(head.fields, "host") ?? "";
    const known = places.get(target);
    if (
      known !== undefined &&
      known.revision === snapshot.revision &&
      known.method === method &&
      known.hostField === hostField &&
      known.scheme === scheme
    ) {
      assume(exchange, known);
      return undefined;
    }
    for (const stage of stages) {
      const outcome = stage(exchange);
      if (outcome !== undefined) return outcome;
    }
    if (method !== "OPTIONS" && target.length <= MAX_TARGET_LENGTH) {
      places.set(target, placeOf(exchange, snapshot.revision, hostField));
    }
    return undefined;
  };
}

function assume(exchange: Exchange, place: Place): void {
  exchange.host = place.host;
  exchange.path = place.path;
  exchange.query = place.query;
  exchange.service = place.service;
  exchange.domain = place.domain;
  exchange.environment = place.environment;
  exchange.api = place.api;
  exchange.plugins = place.plugins;
  exchange.pathParameters = place.pathParameters;
  exchange.pathRest = place.pathRest;
}

function placeOf(exchange: Exchange, revision: number, hostField: string): Place {
  const { scheme, host, path, query, service, domain, environment, api, plugins, pathParameters, pathRest } = exchange;
  const { method } = exchange.head;
  return {
    ...{ revision, method, hostField, scheme, host, path, query, service, domain, environment, api, plugins },
    ...{ pathParameters, pathRest },
  };
}
