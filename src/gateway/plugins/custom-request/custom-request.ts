import type { CustomRequest } from "../../../model/plugin/custom-request.ts";
import { GatewayError, gatewayError } from "../../errors.ts";
import type { Outcome } from "../../exchange.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import type { Ask } from "../ask-endpoint.ts";
import { bodyOf, headersOf, queryOf } from "../request-message.ts";
import { applyRewrite } from "./apply-rewrite.ts";
import { readRewrite } from "./rewrite.ts";

/** The endpoint is told what the plugin says it may see of the request, and answers with what to change. */
export function compileCustomRequest(settings: CustomRequest, ask: Ask): Partial<ApiPlugins> {
  const encoding = settings.isBase64 ? "base64" : "utf8";
  return {
    async customRequest(exchange): Promise<Outcome> {
      const answer = await ask({
        httpMethod: exchange.head.method,
        path: exchange.path,
        ...(settings.sendsHeaders ? { headerParameters: headersOf(exchange) } : {}),
        ...(settings.sendsQuery ? { queryStringParameters: queryOf(exchange) } : {}),
        ...(settings.sendsBody ? { body: await bodyOf(exchange, encoding) } : {}),
      });
      if (answer instanceof GatewayError) return answer;
      const { status, body } = answer;
      const rewrite = status === 200 ? readRewrite(body, encoding) : undefined;
      if (rewrite === undefined) return gatewayError("pluginEndpointFailed");
      await applyRewrite(exchange, rewrite);
      return undefined;
    },
  };
}
