import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium is on this machine, if it is. */
export const CHROMIUM = PLACES.find((place) => existsSync(place))

type Message = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  error?: unknown
}

/** A Chromium without a window, driven by its own protocol: https://chromedevtools.github.io/devtools-protocol */
export async function openBrowser() {
  const home = await mkdtemp(join(tmpdir(), 'browser-'))
  const child = spawn(CHROMIUM ?? '', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--remote-debugging-port=0',
    `--user-data-dir=${home}`,
    'about:blank',
  ])
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const socket = new WebSocket(await debuggerOf(child))
  await new Promise((resolve) => socket.once('open', resolve))

  let sent = 0
  const answers = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message & { sessionId?: string }) => void>()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id === undefined) for (const listen of listeners) listen(message)
    else answers.get(message.id)?.(message)
  })

  function send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++sent
    return new Promise((resolve, reject) => {
      answers.set(id, ({ result, error }) => {
        answers.delete(id)
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`))
        else resolve(result as Result)
      })
      socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }))
    })
  }

  return {
    /**
     * A page of its own, with nothing stored. `answers` stands in for other servers: by the beginning of an address, the
     * script it answers with; an address of another origin without one fails as it would offline.
     */
    async page({
      width = 1280,
      height = 800,
      dark = false,
      locale = 'en-US',
      elsewhere = {} as Record<string, string>,
    }) {
      const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext')
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
      })
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      })
      const problems: string[] = []
      const outside: string[] = []
      let origin = ''

      function intercept({ requestId, request }: { requestId: string; request: { url: string } }) {
        const { url } = request
        if (url.startsWith(origin) || url.startsWith('data:')) {
          return send('Fetch.continueRequest', { requestId }, sessionId)
        }
        outside.push(url)
        const [, script] = Object.entries(elsewhere).find(([start]) => url.startsWith(start)) ?? []
        if (script === undefined) {
          return send('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' }, sessionId)
        }
        const responseHeaders = [{ name: 'content-type', value: 'text/javascript' }]
        const body = Buffer.from(script).toString('base64')
        return send(
          'Fetch.fulfillRequest',
          { requestId, responseCode: 200, responseHeaders, body },
          sessionId,
        )
      }

      listeners.add(({ sessionId: whose, method, params = {} }) => {
        if (whose !== sessionId) return
        if (method === 'Fetch.requestPaused') void intercept(params as Parameters<typeof intercept>[0])
        if (method === 'Runtime.exceptionThrown') problems.push(JSON.stringify(params.exceptionDetails))
        if (method === 'Log.entryAdded') {
          const { level, text, url } = params.entry as { level: string; text: string; url?: string }
          if (level === 'error') problems.push(`${text} ${url ?? ''}`)
        }
        if (method === 'Runtime.consoleAPICalled' && params.type === 'error')
          problems.push(JSON.stringify(params.args))
      })
      for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`, {}, sessionId)
      await send('Fetch.enable', {}, sessionId)
      await send(
        'Emulation.setDeviceMetricsOverride',
        { width, height, deviceScaleFactor: 1, mobile: false },
        sessionId,
      )
      const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]
      await send('Emulation.setEmulatedMedia', { features }, sessionId)
      await send('Network.setUserAgentOverride', { userAgent: 'test', acceptLanguage: locale }, sessionId)

      /** The value of an expression in the page, awaited when it is a promise. */
      async function evaluate<Value>(expression: string): Promise<Value> {
        const { result, exceptionDetails } = await send<{
          result: { value: Value }
          exceptionDetails?: { exception?: { description?: string } }
        }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
        return result.value
      }

      return {
        /** What went wrong in the page: exceptions, and what it wrote to the console as errors. */
        problems,
        /** What it asked of other origins. */
        outside,
        evaluate,

        async open(url: string): Promise<void> {
          origin = new URL(url).origin
          await send('Page.navigate', { url }, sessionId)
        },

        reload: () => send('Page.reload', {}, sessionId),

        /** Waits until an expression is true in the page. */
        async until(expression: string, withinMs = 20_000): Promise<void> {
          const end = Date.now() + withinMs
          for (;;) {
            // A page that is just being left has nothing to evaluate in.
            if (await evaluate<boolean>(`Boolean(${expression})`).catch(() => false)) return
            if (Date.now() > end) throw new Error(`Still not true: ${expression}\n${problems.join('\n')}`)
            await new Promise((resolve) => setTimeout(resolve, 25))
          }
        },

        async click(selector: string): Promise<void> {
          await evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)
        },

        /** Types into what has the focus, or first into the focus of a selector. */
        async type(selector: string, text: string): Promise<void> {
          await evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`)
          await send('Input.insertText', { text }, sessionId)
        },

        async screenshot(): Promise<Buffer> {
          const { data } = await send<{ data: string }>('Page.captureScreenshot', {}, sessionId)
          return Buffer.from(data, 'base64')
        },
      }
    },

    async stop(): Promise<void> {
      socket.close()
      child.kill()
      await closed
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type Browser = Awaited<ReturnType<typeof openBrowser>>
export type Page = Awaited<ReturnType<Browser['page']>>

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += String(chunk)
      const [, url] = /DevTools listening on (\S+)/.exec(said) ?? []
      if (url) resolve(url)
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`Chromium ended: ${said}`)))
  })
}
