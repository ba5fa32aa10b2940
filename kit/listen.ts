import type pg from 'pg'

/**
 * Calls `wake` for each NOTIFY on `channel`, and at least every `everyMs`, so that a lost connection costs time only.
 * Keeps one connection of the pool; takes a new one when it breaks.
 */
export function listen(options: {
  pool: pg.Pool
  channel: string
  everyMs: number
  wake(payload: string | undefined): void
}): { stop(): Promise<void> } {
  const { pool, channel, everyMs, wake } = options
  let client: pg.PoolClient | undefined
  let connecting: Promise<void> | undefined
  let stopped = false

  async function connect(): Promise<void> {
    try {
      const fresh = await pool.connect()
      if (stopped) return fresh.release(true)
      fresh.on('notification', (message) => wake(message.payload))
      fresh.on('error', () => {
        if (client !== fresh) return
        client = undefined
        fresh.release(true)
      })
      client = fresh
      await fresh.query(`LISTEN ${channel}`)
    } catch {
      // The timer tries again; until then it also wakes by itself.
    }
  }

  const reconnect = () => {
    connecting ??= connect().finally(() => (connecting = undefined))
  }
  reconnect()
  const timer = setInterval(() => {
    if (!client) reconnect()
    wake(undefined)
  }, everyMs)

  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await connecting
      client?.release(true)
      client = undefined
    },
  }
}
