import type { AppBinding } from "../model/api-app.ts";
import type { Listing, Page } from "./store.ts";

/** An API in an environment. */
export type AppPlace = Pick<AppBinding, "serviceId" | "environment" | "apiId">;

export interface AppBindingFilter {
  /** All of one app. */
  readonly apiAppId?: string;
  /** All of one service's APIs. */
  readonly serviceId?: string;
  readonly apiAppIds?: readonly string[];
  readonly serviceIds?: readonly string[];
  readonly apiIds?: readonly string[];
  readonly environments?: readonly string[];
  readonly apiNameContains?: readonly string[];
  /** Case-insensitive substrings of name or id of the API or of the app. */
  readonly keywords?: { readonly of: "api" | "app"; readonly texts: readonly string[] };
}

/** A binding with what lists tell of its two ends. */
export interface NamedAppBinding extends AppBinding {
  readonly appName: string;
  readonly apiName: string | null;
  readonly apiRegion: string;
}

/** Which apps may call which APIs. */
export interface AppBindingRepository {
  add(binding: AppBinding): Promise<void>;
  remove(binding: AppBinding): Promise<void>;
  find(place: AppPlace & { readonly apiAppId: string }): Promise<AppBinding | undefined>;
  isAppBound(apiAppId: string): Promise<boolean>;
  /** Ids of the apps bound to the API in whichever environment, each once. */
  appsOf(serviceId: string, apiId: string): Promise<readonly string[]>;
  /** Newest first. */
  list(filter: AppBindingFilter, page: Page): Promise<Listing<NamedAppBinding>>;
}
