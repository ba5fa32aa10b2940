import type { Logger } from '../../kit/log.ts'
import type { History } from './history.ts'
import { SupergraphError } from './load-supergraph.ts'
import { shortVersion, versionOf } from './version.ts'
import { watchFile } from './watch-file.ts'

/** The part of a started gateway that changes its supergraph. */
type Replaceable = {
  /** The version of the supergraph that is served. */
  readonly version: string
  replaceSupergraph(supergraphSdl: string, options: { breaking: boolean }): Promise<unknown>
}

/**
 * Serves whatever supergraph stands in the file, from the moment it stands there. One that cannot be served is refused: the
 * log says why, with its place in the file, and what is served goes on.
 * @param options.breaking whether registered operations may be broken
 */
export function followSupergraph(options: {
  file: string
  gateway: Replaceable
  history: History
  breaking: boolean
  log: Logger
}) {
  const { file, gateway, history, log } = options

  async function take(text: string): Promise<void> {
    const before = gateway.version
    const version = versionOf(text)
    try {
      const breaking = options.breaking || (await history.allows(version))
      await gateway.replaceSupergraph(text, { breaking })
    } catch (error) {
      if (!(error instanceof SupergraphError)) throw error
      return refuse(version, error.message)
    }
    if (version !== before) {
      log.info({ supergraph: file, version: shortVersion(version), before: shortVersion(before) }, 'reloaded')
    }
    await history.accept(text, new Date())
  }

  async function refuse(version: string, reason: string): Promise<void> {
    log.error(
      { supergraph: file, version: shortVersion(version), goesOn: shortVersion(gateway.version), reason },
      'A new supergraph is refused',
    )
    await history.refuse({ version, at: new Date().toISOString(), reason })
  }

  return watchFile({
    file,
    changed: take,
    failed: (error) => log.error({ err: error, supergraph: file }, 'The supergraph could not be looked at'),
  })
}
