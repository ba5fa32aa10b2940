import { isConnectionFailure } from '../../kit/connection-failure.ts'
import { messageOf } from '../../kit/errors.ts'
import type { Logger } from '../../kit/log.ts'
import { createLru } from '../../kit/lru.ts'
import { isStorable } from '../../kit/storable.ts'
import type { DocumentUse, Store } from './store/index.ts'

/** What one gateway holds of them, in characters too. */
const HELD = { entries: 2_000, weight: 8_000_000 }
/** What PostgreSQL keeps: as many, and none that is longer. */
export const KEPT = { documents: 10_000, characters: 20_000 }
/** How many are written at a time; what comes beyond is written when it comes again. */
const WRITTEN_AT_A_TIME = 200
/** How many requests may wait for PostgreSQL, and how long. The others are told to send their text. */
const ASKING_AT_MOST = 16
const PATIENCE_MS = 500
/** How often a document's use is told to PostgreSQL. */
const TOUCH_EVERY_MS = 3_600_000

type Held = { document: string; touchedAt: number }

/**
 * Documents that clients sent together with their hash, so that the hash alone is enough from then on: held in memory, and
 * kept in PostgreSQL for the next start and for other gateways. No request waits for a write, and one that finds nothing
 * in memory waits a moment at most: a client that is told that its hash is not known sends the text.
 */
export function createAutomaticDocuments(options: { store: Store | undefined; log: Logger }) {
  const { store, log } = options
  const held = createLru<Held>(HELD)
  const asked = new Map<string, Promise<string | undefined>>()
  let waiting = new Map<string, DocumentUse>()

  function write(use: DocumentUse): void {
    if (!store || (use.document !== null && !isKeepable(use.document))) return
    const known = waiting.get(use.hash)
    if (!known && waiting.size >= WRITTEN_AT_A_TIME) return
    waiting.set(use.hash, {
      hash: use.hash,
      document: use.document ?? known?.document ?? null,
      reused: use.reused || known?.reused === true,
    })
  }

  /** Whoever asks waits a moment at most; the question counts until it is answered. */
  function ask(hash: string, from: Store): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined)
    })
    const answer = from
      .findDocument(hash)
      .catch((error: unknown) => {
        log.warn({ error: messageOf(error) }, 'A persisted document could not be looked up')
        return undefined
      })
      .finally(() => {
        clearTimeout(timer)
        asked.delete(hash)
      })
    return Promise.race([answer, late])
  }

  return {
    /** A document by its hash; a promise only where memory does not have it. */
    find(hash: string): string | undefined | Promise<string | undefined> {
      const known = held.get(hash)
      if (known) return known.document
      if (!store) return undefined
      const asking = asked.get(hash)
      if (asking) return asking
      if (asked.size >= ASKING_AT_MOST) return undefined
      const answer = ask(hash, store)
      asked.set(hash, answer)
      return answer
    },

    /** Remembers a document that came with its hash and proved to be valid. */
    keep(hash: string, document: string): void {
      if (held.get(hash)) return
      held.set(hash, { document, touchedAt: 0 }, document.length)
      write({ hash, document, reused: false })
    },

    /** Notes that a document was asked for by its hash alone. */
    reused(hash: string, document: string, now: Date): void {
      const known = held.get(hash)
      if (known && now.getTime() - known.touchedAt < TOUCH_EVERY_MS) return
      held.set(hash, { document, touchedAt: now.getTime() }, document.length)
      write({ hash, document: null, reused: true })
    },

    /** @throws what the database says; while it does not answer, what was to be written is kept for the next time */
    async flush(now: Date): Promise<void> {
      if (!store || waiting.size === 0) return
      const flushed = [...waiting.values()]
      waiting = new Map()
      try {
        await store.keepDocuments(flushed, now)
        if (flushed.some(({ document }) => document !== null))
          await store.forgetDocuments(KEPT.documents, now)
      } catch (error) {
        if (isConnectionFailure(error)) for (const use of flushed) write(use)
        throw error
      }
    },
  }
}

export type AutomaticDocuments = ReturnType<typeof createAutomaticDocuments>

function isKeepable(document: string): boolean {
  return document.length <= KEPT.characters && isStorable(document)
}
