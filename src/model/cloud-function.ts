/** How APIs and plugins name a function. */
export interface FunctionName {
  readonly namespace: string;
  readonly name: string;
  readonly qualifier: string;
}

/** Where the functions that fit a pattern are called. */
export interface FunctionRoute {
  /** Namespace, name and qualifier; `*` fits any. */
  readonly pattern: readonly [namespace: string, name: string, qualifier: string];
  /** `http(s)://host[:port]/path`, in which `{namespace}`, `{name}` and `{qualifier}` stand for those of the function. */
  readonly url: string;
}

export const defaultNamespace = "default";
export const defaultQualifier = "$LATEST";

const part = /^[A-Za-z0-9_$-]{1,64}$/;

/** Whether all parts are spelt as functions are named; they become parts of a URL. */
export function isFunctionName({ namespace, name, qualifier }: FunctionName): boolean {
  return part.test(namespace) && part.test(name) && part.test(qualifier);
}

export function formatFunctionName({ namespace, name, qualifier }: FunctionName): string {
  return `${namespace}/${name}/${qualifier}`;
}

/** The URL of the first route that fits; undefined: no such function is known. */
export function findFunctionUrl(routes: readonly FunctionRoute[], name: FunctionName): string | undefined {
  const route = routes.find(({ pattern: [namespace, ownName, qualifier] }) => {
    return fits(namespace, name.namespace) && fits(ownName, name.name) && fits(qualifier, name.qualifier);
  });
  return route?.url
    .replaceAll("{namespace}", () => encodeURIComponent(name.namespace))
    .replaceAll("{name}", () => encodeURIComponent(name.name))
    .replaceAll("{qualifier}", () => encodeURIComponent(name.qualifier));
}

function fits(pattern: string, text: string): boolean {
  return pattern === "*" || pattern === text;
}
