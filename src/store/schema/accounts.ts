export interface AccountRow {
  app_id: number;
  name: string;
  created_at: number;
}

export interface ManagementKeyRow {
  secret_id: string;
  app_id: number;
  sealed_secret: string;
}
