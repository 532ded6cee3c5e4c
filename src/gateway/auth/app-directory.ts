import type { EnvironmentName } from "../../model/environment.ts";
import type { AppBindingState, AppState, SnapshotDelta } from "../../snapshot/delta.ts";

/** The API apps callers sign as, and where they may call. */
export class AppDirectory {
  readonly #byKey = new Map<string, AppState>();
  readonly #byId = new Map<string, AppState>();
  /** Ids of bound apps by API id, then environment; never an empty set. */
  readonly #bound = new Map<string, Map<EnvironmentName, ReadonlySet<string>>>();

  apply(delta: SnapshotDelta): void {
    if (delta.isComplete) this.#clear();
    // All old keys go before new ones come: one app may have taken over another's.
    for (const id of delta.removedApps) this.#remove(id);
    for (const { id } of delta.apps) this.#remove(id);
    for (const app of delta.apps) {
      this.#byId.set(app.id, app);
      this.#byKey.set(app.key, app);
    }
    for (const binding of delta.appBindings) this.#bind(binding);
  }

  /** The app whose key that is. */
  find(key: string): AppState | undefined {
    return this.#byKey.get(key);
  }

  /** Ids of the apps that may call the API in the environment; undefined when there are none. */
  boundTo(apiId: string, environment: EnvironmentName): ReadonlySet<string> | undefined {
    return this.#bound.get(apiId)?.get(environment);
  }

  #remove(id: string): void {
    const app = this.#byId.get(id);
    if (app === undefined) return;
    this.#byId.delete(id);
    this.#byKey.delete(app.key);
  }

  #bind({ apiId, environment, appIds }: AppBindingState): void {
    const ofApi = this.#bound.get(apiId) ?? new Map<EnvironmentName, ReadonlySet<string>>();
    if (appIds.length > 0) ofApi.set(environment, new Set(appIds));
    else ofApi.delete(environment);
    if (ofApi.size > 0) this.#bound.set(apiId, ofApi);
    else this.#bound.delete(apiId);
  }

  #clear(): void {
    this.#byKey.clear();
    this.#byId.clear();
    this.#bound.clear();
  }
}
