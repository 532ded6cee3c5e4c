import type { Handler } from "../../action.ts";
import { isoTime } from "../iso-time.ts";
import { loadService } from "../service/load.ts";

/** What ran when, newest first: every release and every switch to another version. */
export const describeServiceEnvironmentReleaseHistory: Handler<"DescribeServiceEnvironmentReleaseHistory"> = async (
  call,
  input,
) => {
  const { id } = await loadService(call, input.ServiceId);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.releases.listHistory(id, input.EnvironmentName, page);
  const list = items.map((entry) => ({
    VersionName: entry.versionName,
    VersionDesc: entry.description,
    ReleaseTime: isoTime(entry.at),
  }));
  return { Result: { TotalCount: total, VersionList: list } };
};

export const describeServiceReleaseVersion: Handler<"DescribeServiceReleaseVersion"> = async (call, input) => {
  const { id } = await loadService(call, input.ServiceId);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.releases.listVersions(id, page);
  const list = items.map((version) => ({ VersionName: version.name, VersionDesc: version.description }));
  return { Result: { TotalCount: total, VersionList: list } };
};
