import { isoTime } from "../../actions/iso-time.ts";
import { list, same } from "../fields.ts";
import type { Done, LegacyAction, Members } from "../legacy-action.ts";

export const legacyEnvironmentActions: Readonly<Record<string, LegacyAction>> = {
  ReleaseService: {
    action: "ReleaseService",
    reply: same("releaseDesc"),
    adds: ["releaseTime"],
    finish: ({ call, reply }) => ({ releaseTime: isoTime(call.now), ...reply }),
  },
  UnReleaseService: {
    action: "UnReleaseService",
    adds: ["unReleaseDesc"],
    finish: ({ sent }) => ({ unReleaseDesc: sent.texts("unReleaseDesc").at(-1) ?? "" }),
  },
  UpdateService: {
    action: "UpdateService",
    synonyms: { environmentalName: "EnvironmentName" },
    adds: ["updateDesc"],
    finish: ({ input }) => ({ updateDesc: input["UpdateDesc"] ?? "" }),
  },
  DescribeServiceReleaseVersion: {
    action: "DescribeServiceReleaseVersion",
    reply: { ...same("totalCount"), versionList: list("VersionList", same("versionName", "versionDesc")) },
    adds: ["versionList[].environments", "versionList[].createTime"],
    finish: tellWhereVersionsRun,
  },
  DescribeServiceEnvironmentList: {
    action: "DescribeServiceEnvironmentList",
    reply: {
      ...same("totalCount"),
      environmentList: list("EnvironmentList", {
        ...same("environmentName", "url", "status"),
        // The published spelling, and the right one for readers who look for that.
        verisonName: "VersionName",
        versionName: "VersionName",
      }),
    },
  },
  DescribeServiceEnvironmentReleaseHistory: {
    action: "DescribeServiceEnvironmentReleaseHistory",
    reply: {
      ...same("totalCount"),
      versionList: list("VersionList", same("versionName", "versionDesc", "releaseTime")),
    },
  },
};

/** Adds what API 3.0 does not tell of a version: the environments that run it and when it was made. */
async function tellWhereVersionsRun({ call, input, reply }: Done): Promise<Members> {
  const { releases } = call.tx;
  const serviceId = String(input["ServiceId"]);
  const running = await releases.running(serviceId);
  const versions: Members[] = [];
  for (const version of reply["versionList"] as readonly { readonly versionName: string }[]) {
    const made = await releases.findVersion(serviceId, version.versionName);
    versions.push({
      ...version,
      environments: running.filter((run) => run.versionName === version.versionName).map((run) => run.environment),
      createTime: made === undefined ? "" : isoTime(made.createdAt),
    });
  }
  return { ...reply, versionList: versions };
}
