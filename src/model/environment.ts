/** The three environments every service has from its creation; none can be added or removed. */
export const environmentNames = ["test", "prepub", "release"] as const;

export type EnvironmentName = (typeof environmentNames)[number];

export function isEnvironmentName(text: string): text is EnvironmentName {
  return (environmentNames as readonly string[]).includes(text);
}
