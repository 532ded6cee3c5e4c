import type { Member } from "../contract/contract-shape.ts";

/** What Terraform and other clients of API Gateway call of the tag product. Source: tencentcloud-sdk `tag` 2018-08-13. */
export const tagVersion = "2018-08-13";

const tag: readonly Member[] = [
  { name: "TagKey", type: "string", required: true, minLength: 1, maxLength: 127 },
  { name: "TagValue", type: "string", required: true, maxLength: 255 },
];
const tagKey: readonly Member[] = [{ name: "TagKey", type: "string", required: true }];

export const tagActions = {
  DescribeResourceTagsByResourceIds: [
    { name: "ServiceType", type: "string", required: true },
    { name: "ResourcePrefix", type: "string", required: true },
    { name: "ResourceIds", type: "string", list: true, required: true, maxItems: 50 },
    { name: "ResourceRegion", type: "string", required: true },
    { name: "Offset", type: "int", default: 0, min: 0 },
    { name: "Limit", type: "int", default: 15, min: 1, max: 400 },
  ],
  ModifyResourceTags: [
    { name: "Resource", type: "string", required: true },
    { name: "ReplaceTags", type: "object", list: true, members: tag, maxItems: 50 },
    { name: "DeleteTags", type: "object", list: true, members: tagKey, maxItems: 50 },
  ],
} as const satisfies Record<string, readonly Member[]>;

/** What clients call API Gateway here: Terraform writes `apigateway` for upstreams and apps, `apigw` for services. */
const serviceTypes: ReadonlySet<string> = new Set(["apigw", "apigateway"]);

export function isApiGateway(serviceType: string): boolean {
  return serviceTypes.has(serviceType.toLowerCase());
}

export type TagAction = keyof typeof tagActions;

export function isTagAction(text: string): text is TagAction {
  return Object.hasOwn(tagActions, text);
}

export interface DescribeTagsInput {
  readonly ServiceType: string;
  readonly ResourcePrefix: string;
  readonly ResourceIds: readonly string[];
  readonly ResourceRegion: string;
  readonly Offset: number;
  readonly Limit: number;
}

export interface ModifyTagsInput {
  readonly Resource: string;
  readonly ReplaceTags?: readonly { readonly TagKey: string; readonly TagValue: string }[];
  readonly DeleteTags?: readonly { readonly TagKey: string }[];
}
