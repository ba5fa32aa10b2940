import { ConfigError } from '../kit/config.ts'
import { messageOf } from '../kit/errors.ts'
import { MigrationError } from '../kit/migrate.ts'
import { StartError } from './start-error.ts'

/**
 * Why the system does not start, for whoever started it: what it is, and what to do, a line for each problem. Failures that
 * nobody foresaw keep their trace, since only it says where to look.
 */
export function explainFailure(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems
  if (error instanceof StartError || error instanceof MigrationError) return [error.message]
  return [`Simpul could not start: ${error instanceof Error ? error.stack : messageOf(error)}`]
}
