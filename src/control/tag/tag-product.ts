import type { Scope } from "../../model/account.ts";
import type { Store, Transaction } from "../../store/store.ts";
import { checkClock, checkSignature, findCaller, readCredentials } from "../authentication.ts";
import type { ControlLogger } from "../call.ts";
import { readCommonParameters } from "../common-parameters.ts";
import { unknownAction, unknownVersion } from "../contract/errors.ts";
import { unflatten } from "../contract/unflatten.ts";
import { checkMembers } from "../contract/validate.ts";
import { type ControlResponse, failure, publicError, success } from "../envelope.ts";
import { createActionRate } from "../rate.ts";
import { checkRegion } from "../region.ts";
import { type ControlRequest, type ReceivedRequest, readRequest } from "../request.ts";
import {
  type DescribeTagsInput,
  isTagAction,
  type ModifyTagsInput,
  type TagAction,
  tagActions,
  tagVersion,
} from "./contract.ts";
import { describeTags } from "./describe-tags.ts";
import { modifyTags } from "./modify-tags.ts";

interface TagProductParts {
  readonly store: Store;
  readonly signedHosts: readonly string[];
  /** Calls per second per action, account and region; 0 is off. */
  readonly actionRate: number;
  readonly clock: () => number;
  readonly uuid: () => string;
  readonly changesApplied: () => Promise<void>;
  readonly logger: ControlLogger;
}

/** The little of Tencent Cloud's tag product that clients of API Gateway cannot do without. */
export interface TagProduct {
  /** Answers one call in the envelope of API 3.0. Never rejects. */
  handle(received: ReceivedRequest): Promise<ControlResponse>;
}

/** Whether a request of the management listener is for the tag product: by its host `tag.…` or by its version. */
export function isTagCall({ headers, target, body }: ReceivedRequest): boolean {
  if (/^(?:https?:\/\/)?tag\./i.test(headers.get("host") ?? "")) return true;
  const version = headers.get("x-tc-version");
  if (version !== undefined) return version === tagVersion;
  const form = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")
    ? body?.toString("latin1")
    : "";
  return isVersionGiven(target.slice(target.indexOf("?") + 1)) || isVersionGiven(form ?? "");
}

function isVersionGiven(parameters: string): boolean {
  return parameters.split("&").includes(`Version=${tagVersion}`);
}

/** The checks run in the order of every management call; see `call.ts`. */
export function createTagProduct(parts: TagProductParts): TagProduct {
  const { store, signedHosts, clock, logger } = parts;
  const actionRate = createActionRate(parts.actionRate);

  async function perform(received: ReceivedRequest): Promise<object> {
    const request = readRequest(received);
    const common = readCommonParameters(request);
    const credentials = readCredentials(request, signedHosts);
    if (common.version !== tagVersion) throw unknownVersion(common.version, "tag");
    const { action } = common;
    if (!isTagAction(action)) throw unknownAction(action, tagVersion, "tag");
    const now = clock();
    checkClock(common, now);
    const { key, account } = await findCaller(store, credentials.secretId);
    checkSignature(credentials, key);
    actionRate.admit(action, account.appId, common.region, now);
    const scope = { appId: account.appId, region: checkRegion(common, request.host, []) };
    return run(action, readTagInput(action, request), scope);
  }

  async function run(action: TagAction, input: unknown, scope: Scope): Promise<object> {
    if (action === "DescribeResourceTagsByResourceIds") {
      return store.read((tx: Transaction) => describeTags(tx, scope, input as DescribeTagsInput));
    }
    const output = await store.write((tx) => modifyTags(tx, scope, input as ModifyTagsInput));
    await parts.changesApplied();
    return output;
  }

  return {
    async handle(received) {
      const marks = { requestId: parts.uuid(), traceId: received.headers.get("x-tc-traceid") };
      try {
        return await success(await perform(received), marks);
      } catch (exception) {
        const { error, isExpected } = publicError(exception);
        if (!isExpected) logger.error({ err: exception, requestId: marks.requestId }, "a call about tags failed");
        return failure(error, marks);
      }
    },
  };
}

function readTagInput(action: TagAction, { parameters }: ControlRequest): unknown {
  const input = tagActions[action];
  const raw = parameters.kind === "json" ? parameters.members : unflatten({ input }, parameters.values);
  return checkMembers({ group: "tag", rateLimitPerSecond: 20, input, errors: [] }, raw);
}
