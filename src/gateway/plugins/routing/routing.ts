import type { FunctionRoute } from "../../../model/cloud-function.ts";
import type { Routing } from "../../../model/plugin/routing.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { compileCondition } from "../condition/compile-condition.ts";
import { prepareBackend } from "../plugin-backend.ts";

/** The first route whose condition holds chooses the backend; when none does, it is the API's own. */
export function compileRouting({ routes }: Routing, functions: readonly FunctionRoute[]): Partial<ApiPlugins> {
  const prepared = routes.map((route) => ({
    fits: compileCondition(route.condition),
    backend: prepareBackend(route.name, route, functions),
  }));
  return {
    routing(exchange) {
      exchange.chosenBackend = prepared.find(({ fits }) => fits(exchange))?.backend ?? null;
      return undefined;
    },
  };
}
