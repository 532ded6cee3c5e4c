import { formatAddress, SettingError } from "../config/setting.ts";
import { AccountError } from "../control/accounts.ts";
import { CertificateFault } from "../domains/certificate-files.ts";
import { StoreError } from "../store/errors.ts";
import { CliError } from "./errors.ts";

/** How the command ends when it could not do what it was told: one line for its user, and the exit code. */
interface Failure {
  readonly message: string;
  readonly exitCode: number;
}

/** Null for what nobody expected: a bug, to be shown with its stack. */
export function describeFailure(error: unknown): Failure | null {
  if (error instanceof SettingError) return { message: error.message, exitCode: 2 };
  if (error instanceof CliError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof CertificateFault) return { message: error.message, exitCode: 1 };
  if (error instanceof AccountError) return { message: error.message, exitCode: 1 };
  if (error instanceof StoreError && error.kind !== "internal") {
    const reason = isSystemError(error.cause) ? `: ${reasonOf(error.cause)}` : "";
    return { message: error.message + reason, exitCode: 1 };
  }
  if (isSystemError(error)) return { message: describeSystemError(error), exitCode: 1 };
  return null;
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function describeSystemError(error: SystemError): string {
  if (error.syscall === "listen") {
    const where = formatAddress({ host: error.address ?? "", port: error.port ?? 0 });
    return `cannot listen on ${where}: ${reasonOf(error)}`;
  }
  if (error.syscall === "getaddrinfo") return `cannot listen on ${error.hostname}: there is no such host`;
  return error.path === undefined ? error.message : `cannot use ${error.path}: ${reasonOf(error)}`;
}

const reasons = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EADDRINUSE", "another program listens there"],
  ["EADDRNOTAVAIL", "this machine has no such address"],
  ["EEXIST", "there is a file of that name"],
  ["EISDIR", "it is a folder"],
  ["ENOSPC", "no space is left on the disk"],
  ["ENOTDIR", "a part of the path is not a folder"],
  ["EROFS", "the file system is read-only"],
]);

function reasonOf(error: SystemError): string {
  return reasons.get(error.code) ?? error.message;
}
