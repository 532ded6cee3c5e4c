import { type Address, type Setting, SettingError } from "./setting.ts";
import { type Config, type SettingName, settings } from "./settings.ts";

/** Flags as given on the command line, by setting name. */
export type Flags = Partial<Record<SettingName, string>>;

const known = new Map<string, SettingName>(
  Object.entries(settings).map(([name, setting]) => [setting.env, name as SettingName]),
);

/**
 * Reads flags and environment into one config, or throws {@link SettingError} that names the setting. A variable that
 * starts with `TURNPIKE_` and is not known is refused: a typing error must not silently mean the default.
 */
export function readConfig(flags: Flags, environment: NodeJS.ProcessEnv): Config {
  refuseUnknown(environment);
  const entries = Object.entries(settings).map(([name, setting]) => [
    name,
    settle(setting as Setting<unknown>, flags[name as SettingName], environment[setting.env]),
  ]);
  const config = Object.fromEntries(entries) as Config;
  crossCheck(config);
  return config;
}

function settle(setting: Setting<unknown>, flag: string | undefined, variable: string | undefined): unknown {
  const written = flag ?? (variable === "" ? undefined : variable);
  if (written === undefined) return setting.default;
  try {
    return setting.parse(written);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    const name = flag === undefined ? setting.env : (setting.flag?.split(" ")[0] ?? setting.env);
    throw new SettingError(setting.isSecret ? `${name} is not valid` : `${name} ${error.message}`);
  }
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("TURNPIKE_") && !known.has(name)) {
      throw new SettingError(`${name} is not a setting of Turnpike; "turnpike settings" lists them`);
    }
  }
}

function crossCheck(config: Config): void {
  if (config.role !== "all") throw new SettingError(`--role ${config.role} is not implemented yet; only all is`);
  if ((config.rootSecretId === null) !== (config.rootSecretKey === null)) {
    throw new SettingError("TURNPIKE_ROOT_SECRET_ID and TURNPIKE_ROOT_SECRET_KEY must be set together");
  }
  if ((config.secretId === null) !== (config.secretKey === null)) {
    throw new SettingError("TURNPIKE_SECRET_ID and TURNPIKE_SECRET_KEY must be set together");
  }
  if ((config.tlsCertificate === null) !== (config.tlsKey === null)) {
    throw new SettingError("--tls-certificate and --tls-key must be set together");
  }
  const { management, gateway, gatewayTls } = config;
  refuseSame("--management", management, "--gateway", gateway);
  if (gatewayTls !== null) {
    refuseSame("--management", management, "--gateway-tls", gatewayTls);
    refuseSame("--gateway", gateway, "--gateway-tls", gatewayTls);
  }
}

function refuseSame(nameOfOne: string, one: Address, nameOfOther: string, other: Address): void {
  if (one.port !== 0 && one.port === other.port && one.host === other.host) {
    throw new SettingError(`${nameOfOne} and ${nameOfOther} must not share an address`);
  }
}
