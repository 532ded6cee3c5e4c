import type { Action, Call } from "../action.ts";
import type { ActionName, Actions } from "../contract/generated/types.ts";
import { validateInput } from "../contract/validate.ts";
import type { Operation } from "../generation.ts";
import { type Fields, rowFieldsOf, toReply } from "./fields.ts";
import type { LegacyAction, Members } from "./legacy-action.ts";
import { readSearch, searchReply } from "./list-search.ts";
import { toMembers } from "./members.ts";
import { inLegacyWords } from "./names.ts";
import { readSentParameters, type SentParameters } from "./sent-parameters.ts";

/** The most rows one page of API 3.0 has. */
const maxLimit = 100;

/** A legacy action carried out by the action of API 3.0 it stands for, in its transaction. */
export function legacyOperation(legacy: LegacyAction): Operation {
  return {
    name: legacy.action,
    prepare(action, parameters) {
      const sent = readSentParameters(parameters.kind === "text" ? parameters.values : new Map());
      return async (call) => {
        try {
          return await perform(legacy, action, sent, call);
        } catch (error) {
          throw inLegacyWords(legacy, error);
        }
      };
    },
  };
}

type AnyAction = Action<ActionName>;
type Input = Actions[ActionName]["input"];

async function perform(legacy: LegacyAction, action: AnyAction, sent: SentParameters, call: Call): Promise<Members> {
  const { reply: fields = {}, list, complete, finish } = legacy;
  const members = toMembers(legacy, sent);
  const input = validateInput(legacy.action, complete === undefined ? members : await complete(call, members));
  const search = list && readSearch(list, sent, rowFieldsOf(fields, list.rows));
  const reply =
    list === undefined || search === undefined
      ? toReply(fields, result(await action.handle(call, input)))
      : searchReply(list, search, await readAll(action, fields, list.rows, call, input), pageOf(input));
  return finish === undefined ? reply : finish({ call, sent, input: { ...input }, reply });
}

/** Most actions of API 3.0 answer a member `Result`, which is true where there is nothing to tell. */
function result(output: object): Members {
  if (!("Result" in output)) return output as Members;
  return typeof output.Result === "object" && output.Result !== null ? (output.Result as Members) : {};
}

/** The whole list, read page by page: accounts have few of anything, so it is short. */
async function readAll(
  action: AnyAction,
  fields: Fields,
  rowsField: string,
  call: Call,
  input: Input,
): Promise<Members> {
  const rows: unknown[] = [];
  for (;;) {
    const page = { ...input, Offset: rows.length, Limit: maxLimit };
    const reply = toReply(fields, result(await action.handle(call, page)));
    const added = reply[rowsField] as readonly unknown[];
    rows.push(...added);
    if (added.length < maxLimit) return { ...reply, [rowsField]: rows };
  }
}

function pageOf(input: Input): { offset: number; limit: number } {
  const { Offset: offset = 0, Limit: limit = maxLimit } = input as { Offset?: number; Limit?: number };
  return { offset, limit };
}
