import { type Action, reads, writes } from "../../action.ts";
import { attachPlugin } from "./attach-plugin.ts";
import { createPlugin } from "./create-plugin.ts";
import { deletePlugin } from "./delete-plugin.ts";
import { describeAllPluginApis, describePluginsByApi } from "./describe-by-api.ts";
import { describePlugin, describePluginApis, describePlugins } from "./describe-plugins.ts";
import { detachPlugin } from "./detach-plugin.ts";
import { modifyPlugin } from "./modify-plugin.ts";

type PluginAction =
  | "AttachPlugin"
  | "CreatePlugin"
  | "DeletePlugin"
  | "DescribeAllPluginApis"
  | "DescribePlugin"
  | "DescribePluginApis"
  | "DescribePlugins"
  | "DescribePluginsByApi"
  | "DetachPlugin"
  | "ModifyPlugin";

export const pluginActions: { readonly [A in PluginAction]: Action<A> } = {
  AttachPlugin: writes(attachPlugin),
  CreatePlugin: writes(createPlugin),
  DeletePlugin: writes(deletePlugin),
  DescribeAllPluginApis: reads(describeAllPluginApis),
  DescribePlugin: reads(describePlugin),
  DescribePluginApis: reads(describePluginApis),
  DescribePlugins: reads(describePlugins),
  DescribePluginsByApi: reads(describePluginsByApi),
  DetachPlugin: writes(detachPlugin),
  ModifyPlugin: writes(modifyPlugin),
};
