import type { Exchange, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { hashOfStart, RecentEntries } from "../recent-entries.ts";
import type { Snapshot } from "../snapshot.ts";

/** Everything that was looked at to find out where a request belongs, and everything that was found. */
export interface Place
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

const MAX_PLACES = 8_192;
/** Longer targets are rarely asked for twice. */
const MAX_TARGET_LENGTH = 512;

/**
 * Finds out where a request belongs by these stages, and remembers it: the same method, host and target belong to the same
 * place until the snapshot changes. Refusals are not remembered, and neither are preflights, which are about other fields too.
 */
export function rememberPlace(snapshot: Pick<Snapshot, "revision">, stages: readonly Stage[]): Stage {
  const places = new RecentEntries<Place>(MAX_PLACES);

  return (exchange) => {
    const { findings } = exchange;
    findings.place = knownPlace(exchange);
    if (findings.place !== null) {
      assume(exchange, findings.place);
      return undefined;
    }
    for (const stage of stages) {
      const outcome = stage(exchange);
      if (outcome !== undefined) return outcome;
    }
    const { method, target } = exchange.head;
    if (method !== "OPTIONS" && target.length <= MAX_TARGET_LENGTH) {
      findings.place = placeOf(exchange, snapshot.revision);
      places.set(target, findings.place, saltOf(method, findings.place.hostField));
    }
    return undefined;
  };

  /** Where this head led before, or another with all that matters here. */
  function knownPlace({ findings, head, scheme }: Exchange): Place | null {
    const { place } = findings;
    if (place !== null && holds(place, scheme)) return place;
    const hostField = hostFieldOf(head);
    const known = places.get(head.target, saltOf(head.method, hostField));
    if (known === undefined || !holds(known, scheme)) return null;
    return known.method === head.method && known.hostField === hostField ? known : null;
  }

  function holds(place: Place, scheme: Exchange["scheme"]): boolean {
    return place.revision === snapshot.revision && place.scheme === scheme;
  }
}

/** Services have paths in common, and paths methods: each gets a place of its own. */
function saltOf(method: string, hostField: string): number {
  return Math.imul(hashOfStart(hostField) ^ hashOfStart(method), 31);
}

function hostFieldOf({ fields }: Exchange["head"]): string {
  return headerValue(fields, "host") ?? "";
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

function placeOf(exchange: Exchange, revision: number): Place {
  const { scheme, host, path, query, service, domain, environment, api, plugins, pathParameters, pathRest } = exchange;
  const { method } = exchange.head;
  const hostField = hostFieldOf(exchange.head);
  return {
    ...{ revision, method, hostField, scheme, host, path, query, service, domain, environment, api, plugins },
    ...{ pathParameters, pathRest },
  };
}
