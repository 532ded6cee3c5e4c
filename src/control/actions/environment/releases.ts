import { newVersionName } from "../../../model/version-name.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import { loadService } from "../service/load.ts";

/** Freezes every draft of the service as a new version and runs it. A service without APIs can be released too. */
export const releaseService: Handler<"ReleaseService"> = async (call, input) => {
  const { releases } = call.tx;
  const { id: serviceId } = await loadService(call, input.ServiceId);
  const environment = input.EnvironmentName;
  const description = input.ReleaseDesc;
  const versionName = newVersionName(call.now, call.random);

  await releases.insertVersion(
    { name: versionName, serviceId, description, createdAt: call.now },
    await call.tx.apis.listAll(serviceId),
  );
  await releases.setRunning({ serviceId, environment, versionName, since: call.now });
  await releases.appendHistory({ serviceId, environment, versionName, description, at: call.now });
  return { Result: { ReleaseDesc: description, ReleaseVersion: versionName } };
};

/** Takes an environment offline. One that is offline already stays so: clients take all three down without looking. */
export const unReleaseService: Handler<"UnReleaseService"> = async (call, input) => {
  const { id } = await loadService(call, input.ServiceId);
  const running = await call.tx.releases.running(id);
  if (running.some(({ environment }) => environment === input.EnvironmentName)) {
    await call.tx.releases.clearRunning(id, input.EnvironmentName);
  }
  return { Result: true };
};

/** Switches a released environment to an existing version, whichever environment that was made for. */
export const updateService: Handler<"UpdateService"> = async (call, input) => {
  const { releases } = call.tx;
  const environment = input.EnvironmentName;
  const service = await call.tx.services.find(call.scope, input.ServiceId);
  // This action lists no sharper code for what does not exist.
  if (service === undefined) {
    throw new ApiError("ResourceNotFound", `The service \`${quote(input.ServiceId)}\` does not exist.`);
  }
  const version = await releases.findVersion(service.id, input.VersionName.trim());
  if (version === undefined) {
    throw new ApiError("ResourceNotFound", `The service has no version \`${quote(input.VersionName)}\`.`);
  }
  if (!(await releases.running(service.id)).some((running) => running.environment === environment)) {
    throw new ApiError("FailedOperation.ServiceError", `The environment ${environment} is not released.`);
  }
  const run = { serviceId: service.id, environment, versionName: version.name };
  await releases.setRunning({ ...run, since: call.now });
  await releases.appendHistory({ ...run, description: input.UpdateDesc ?? null, at: call.now });
  return { Result: true };
};
