import { actionsPage } from "./actions-page.ts";
import { answeredCodes } from "./answered-codes.ts";
import { gatewayErrorsPage } from "./gateway-errors-page.ts";
import { legacyActionsPage } from "./legacy-actions-page.ts";
import { managementErrorsPage } from "./management-errors-page.ts";
import { settingsPage } from "./settings-page.ts";

/** The generated pages of the reference, by their place in the repository. */
export function referencePages(): ReadonlyMap<string, string> {
  const answered = answeredCodes();
  return new Map([
    ["docs/reference/actions.md", actionsPage(answered)],
    ["docs/reference/legacy-actions.md", legacyActionsPage()],
    ["docs/reference/settings.md", settingsPage()],
    ["docs/reference/gateway-errors.md", gatewayErrorsPage()],
    ["docs/reference/management-errors.md", managementErrorsPage(answered)],
  ]);
}
