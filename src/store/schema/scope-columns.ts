/** Whose record it is. */
export interface ScopeColumns {
  app_id: number;
  region: string;
}
