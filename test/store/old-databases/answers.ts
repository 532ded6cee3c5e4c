import { loadComplete } from "../../../src/snapshot/complete.ts";
import { readDocument } from "../../control/api-doc/resources.ts";
import type { Management } from "../../control/management.ts";
import { present } from "../../control/outcome.ts";
import type { TagClient } from "../../control/tag/tag-client.ts";
import type { Client } from "../../harness/sdk.ts";
import { all, type Question, questions } from "./questions.ts";

/** Everything that is told about what the first account has in Guangzhou, in one text without ids and times of its own. */
export async function readEverything(management: Management, tags: TagClient): Promise<unknown> {
  const client = management.client();
  const answers: unknown[] = [];
  for (const question of questions) await ask(client, question, {}, answers);
  const served = await management.store.read((tx) =>
    loadComplete(tx, { domain: "gw.test", serviceRate: 5000 }, (record) => {
      throw new Error(`${record} cannot be decrypted`);
    }),
  );
  const documents = await readDocuments(client, management.port);
  return withoutIds([answers, documents, await readTags(client, tags)], { ...served, seq: 0 });
}

type Ids = Readonly<Record<string, string>>;

async function ask(client: Client, question: Question, ids: Ids, answers: unknown[]): Promise<void> {
  const request = { ...parameters(question, ids), ...question.with };
  const { RequestId: _, ...reply } = await client.request(question.action, request);
  answers.push({ action: question.action, reply });
  const { each } = question;
  if (each === undefined) return;
  for (const item of reply.Result?.[each.set] ?? []) {
    const known = { ...ids, [each.id]: present<string>(item[each.id]) };
    for (const next of each.ask) await ask(client, next, known, answers);
  }
}

function parameters({ leavingOut: Name, environment, isAboutAll }: Question, ids: Ids): object {
  if (isAboutAll) return {};
  if (Name !== undefined) {
    const there = environment === undefined ? [] : [{ Name: "Environment", Values: [environment] }];
    return { Filters: [{ Name, Values: Object.values(ids).slice(-1) }, ...there], Limit: 100 };
  }
  const { DomainName: SubDomain, ...rest } = ids;
  return { ...rest, ...(SubDomain !== undefined && { SubDomain }) };
}

async function readDocuments(client: Client, port: number): Promise<unknown[]> {
  const { Result } = await client.DescribeAPIDocs(all);
  return Promise.all(
    (Result?.APIDocSet ?? []).map(async ({ ApiDocId: id }) => {
      const ApiDocId = present(id);
      const detail = await client.DescribeAPIDocDetail({ ApiDocId });
      const { status, body } = await readDocument(port, `${ApiDocId}/openapi.json`, detail.Result?.SharePassword);
      return { status, openApi: JSON.parse(body) };
    }),
  );
}

async function readTags(client: Client, tags: TagClient): Promise<unknown> {
  const apps = (await client.DescribeApiAppsStatus(all)).Result?.ApiAppSet ?? [];
  const plugins = (await client.DescribePlugins(all)).Result?.PluginSet ?? [];
  const ids = [...apps.map(({ ApiAppId }) => ApiAppId), ...plugins.map(({ PluginId }) => PluginId)].map(present);
  if (ids.length === 0) return [];
  const query = { ServiceType: "apigw", ResourcePrefix: "any", ResourceIds: ids, ResourceRegion: "ap-guangzhou" };
  return (await tags.DescribeResourceTagsByResourceIds(query)).Tags;
}

const made =
  /\b(?:(service|api|usagePlan|app|plugin|IPStrategy|instance|apidoc|upstream)-[a-z0-9]{8}|\d{14}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;
const times = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ?/g;
const madeUp = new Set(["SharePassword", "createdAt", "releasedAt"]);

/** Numbers ids in the order they come in `answers`, and hides times and what is made up at random. */
function withoutIds(answers: unknown, served: unknown): { readonly answers: unknown; readonly served: unknown } {
  const numbers = new Map<string, string>();
  const number = (id: string, kind = "version") => {
    const known = numbers.get(id) ?? `${kind} ${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  const numbered = replaceIds(answers, number);
  // What only gateways are told of, APIs without a draft, comes in any order.
  return { answers: numbered, served: sorted(replaceIds(served, (id, kind) => numbers.get(id) ?? `a former ${kind}`)) };
}

function replaceIds(value: unknown, name: (id: string, kind: string | undefined) => string): unknown {
  const text = JSON.stringify(value, (member, of: unknown) => (madeUp.has(member) ? `a ${member}` : of))
    .replace(made, (id, kind?: string) => name(id, kind))
    .replace(times, "a time");
  return JSON.parse(text);
}

/** Gateways are told things in any order. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, sorted(of)]));
  return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
