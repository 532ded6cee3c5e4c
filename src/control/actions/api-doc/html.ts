import { createHash } from "node:crypto";
import type { Api, RequestParameter } from "../../../model/api.ts";
import type { DocumentedRelease } from "./open-api.ts";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}`;

/** The page may use its own style and nothing else: no script, no other resource, no frame around it. */
export const documentPolicy =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Markup that is safe to put into a page as it is. */
interface Html {
  readonly markup: string;
}

/** The document as one page. Every text of it was written by somebody and is escaped. */
export function renderHtml(release: DocumentedRelease): string {
  const { name, versionName, schemes, address, apis } = release;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name}</title><style>${{ markup: style }}</style></head><body>
<h1>${name}</h1>
<p>Version <code>${versionName}</code> at ${schemes.map((scheme) => html`<code>${scheme}://${address}</code> `)}</p>
<ul>${apis.map((api) => html`<li><a href="#${api.id}">${titleOf(api)}</a></li>`)}</ul>
${apis.map(renderApi)}
</body></html>
`;
  return page.markup;
}

function renderApi(api: Api): Html {
  const { definition } = api;
  return html`<section id="${api.id}"><h2>${titleOf(api)}</h2>
<p><code>${definition.method} ${definition.path}</code></p>
${optional(definition.description, (text) => html`<p>${text}</p>`)}
<p>Authentication: ${definition.authType}</p>
${definition.requestParameters.length === 0 ? [] : renderParameters(definition.requestParameters)}
${optional(definition.responseSuccessExample, (text) => html`<h3>Answer</h3><pre>${text}</pre>`)}
${optional(definition.responseFailExample, (text) => html`<h3>Failure</h3><pre>${text}</pre>`)}
${definition.responseErrorCodes.length === 0 ? [] : renderErrorCodes(api)}
</section>`;
}

function renderParameters(parameters: readonly RequestParameter[]): Html {
  const rows = parameters.map(
    ({ name, position, type, isRequired, defaultValue, description }) =>
      html`<tr><td><code>${name}</code></td><td>${position}</td><td>${type}</td><td>${isRequired ? "yes" : "no"}</td><td>${defaultValue ?? ""}</td><td>${description ?? ""}</td></tr>`,
  );
  return html`<h3>Parameters</h3><table><tr><th>Name</th><th>In</th><th>Type</th><th>Required</th><th>Default</th><th>Description</th></tr>${rows}</table>`;
}

function renderErrorCodes({ definition }: Api): Html {
  const rows = definition.responseErrorCodes.map(
    ({ code, message, description }) =>
      html`<tr><td>${String(code)}</td><td>${message}</td><td>${description ?? ""}</td></tr>`,
  );
  return html`<h3>Error codes</h3><table><tr><th>Code</th><th>Message</th><th>Description</th></tr>${rows}</table>`;
}

function titleOf({ definition }: Api): string {
  return definition.name || `${definition.method} ${definition.path}`;
}

function optional(text: string | null, render: (text: string) => Html): readonly Html[] {
  return text ? [render(text)] : [];
}

type Part = string | Html | readonly Html[];

/** A template whose texts are escaped; what was made by this function is not escaped again. */
function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.map((text, index) => text + toMarkup(parts[index] ?? "")).join("");
  return { markup };
}

function toMarkup(part: Part): string {
  if (typeof part === "string") return escapeText(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? "");
}
