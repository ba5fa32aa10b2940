import { DEMO_PASSWORD } from '../../demo/accounts.ts'
import { type Browser, CHROMIUM, type Page, openBrowser } from '../gateway/support/browser.ts'
import { signIn } from './door.ts'
import { examIdOf, startExam } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem } from './running-system.ts'

// A page is only seen to work in a browser; where there is none, the stories name themselves as skipped.
const story = CHROMIUM ? test : test.skip

const LIBRARY = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js'

let system: RunningSystem
let browser: Browser
let origin: string

beforeAll(async () => {
  if (!CHROMIUM) return
  system = await startRunningSystem({ topology: 'one process' })
  origin = new URL(system.url).origin
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.stop()
  await system?.stop()
})

async function openGraphiql(options: Parameters<Browser['page']>[0] = {}): Promise<Page> {
  const page = await browser.page(options)
  await page.open(`${origin}/graphiql`)
  await page.until(
    `document.querySelector('#sign-in form') && document.querySelector('.graphiql-execute-button')`,
  )
  return page
}

async function enter(page: Page, name: string, password = DEMO_PASSWORD): Promise<void> {
  await page.type('#sign-in [name=email]', `${name}@demo.simpul.example`)
  await page.type('#sign-in [name=password]', password)
  await page.click('#sign-in button')
}

const nameShown = `document.querySelector('#sign-in .name')?.textContent`

/** Puts an operation into the editor, runs it at once, and waits for an answer with some words. */
async function run(page: Page, operation: string, expected: string): Promise<void> {
  const editor = `document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror`
  await page.until(editor)
  await page.evaluate(`${editor}.setValue(${JSON.stringify(operation)})`)
  await page.click('.graphiql-execute-button')
  await page.until(
    `document.querySelector('.graphiql-response .CodeMirror').CodeMirror.getValue().includes(${JSON.stringify(expected)})`,
  )
}

story('a student signs in on GraphiQL, asks, follows, and is still there after a reload', async () => {
  const page = await openGraphiql()
  const tabs = `[...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.textContent)`
  expect(await page.evaluate(tabs)).toEqual(['Exams', 'Home', 'Notifications'])

  await enter(page, 'siti', 'not-her-password')
  await page.until(`document.querySelector('#sign-in output').value.includes('do not belong together')`)
  await page.evaluate(`document.querySelector('#sign-in form').reset()`)
  await enter(page, 'siti')
  await page.until(`${nameShown} === 'Siti Rahma'`)

  await page.click('.graphiql-execute-button')
  await page.until(
    `document.querySelector('.graphiql-response .CodeMirror').CodeMirror.getValue().includes('DEMO-5')`,
  )

  const siti = await signIn(system.url, 'siti')
  const { id } = await startExam(siti, { examId: await examIdOf(siti, 'DEMO-5') })
  await run(
    page,
    `subscription { examSessionProgress(sessionId: "${id}") { status session { student { name } } } }`,
    '"IN_PROGRESS"',
  )
  await page.click('.graphiql-execute-button')

  // As if its ten minutes were nearly over: the next request brings a fresh one with it.
  const stored = `JSON.parse(sessionStorage.getItem('gateway:session'))`
  const before = await page.evaluate<string>(`${stored}.refreshToken`)
  await page.evaluate(
    `sessionStorage.setItem('gateway:session', JSON.stringify({ ...${stored}, accessTokenExpiresAt: new Date(Date.now() + 20_000) }))`,
  )
  await page.reload()
  await page.until(`${nameShown} === 'Siti Rahma'`)
  await run(page, 'query Again { me { name } }', '"Siti Rahma"')
  expect(await page.evaluate(`${stored}.refreshToken`)).not.toBe(before)
  expect(await page.evaluate(`document.querySelector('[aria-label="Query plan"]')`)).toBeNull()

  // Any page of this origin, in any tab, can read localStorage.
  expect(await page.evaluate(`JSON.stringify(localStorage)`)).not.toMatch(/eyJ|accessToken/)
  await page.click('#sign-in button')
  await page.until(`document.querySelector('#sign-in form')`)
  expect(await page.evaluate(`sessionStorage.getItem('gateway:session')`)).toBeNull()
  await run(page, '{ exams(first: 1) { edges { node { id } } } }', 'UNAUTHENTICATED')
  expect([page.problems, page.outside]).toEqual([[], []])
  await siti.leave()
})

story('an admin sees the plan of an operation, as picture and as text', async () => {
  const page = await openGraphiql({ locale: 'id-ID', dark: true })
  await enter(page, 'wayan')
  await page.until(`document.querySelector('[aria-label="Rencana kueri"]')`)
  await page.evaluate(`[...document.querySelectorAll('.graphiql-tab-button')][1].click()`)
  await page.click('[aria-label="Rencana kueri"]')
  await page.until(`document.querySelector('#plan[open] .picture img')?.naturalWidth > 300`)
  await page.click('#plan [data-does="text"]')
  const text = await page.evaluate<string>(`document.querySelector('#plan .text').textContent`)
  expect(text).toMatch(/^query Home\n\d fetches in \d requests from \d subgraphs/)
  await page.click('#plan [data-does="close"]')
  expect(await page.evaluate(`document.querySelector('#plan').open`)).toBe(false)
  expect([page.problems, page.outside]).toEqual([[], []])
})

story('headers that are typed are kept in this tab', async () => {
  const page = await openGraphiql()
  const siti = await signIn(system.url, 'siti')
  await page.click('[data-name="headers"]')
  await page.evaluate(
    `document.querySelectorAll('.graphiql-editor-tool .CodeMirror')[1].CodeMirror.setValue(${JSON.stringify(JSON.stringify({ Authorization: 'Bearer nobody' }))})`,
  )
  await run(page, '{ me { name } }', 'The access token is not valid: sign in again.')
  await page.until(`sessionStorage.getItem('graphiql:tabState').includes('Bearer nobody')`)
  await page.reload()
  await page.until(
    `document.querySelectorAll('.graphiql-editor-tool .CodeMirror')[1]?.CodeMirror.getValue().includes('Bearer nobody')`,
  )
  expect(await page.evaluate(`JSON.stringify(localStorage)`)).not.toContain('Bearer')
  await siti.leave()
})

story('Apollo Sandbox is given requests that carry the session, and never the session', async () => {
  const page = await browser.page({
    elsewhere: {
      [LIBRARY]: `window.EmbeddedSandbox = class { constructor(options) { window.given = options } }`,
    },
  })
  await page.open(`${origin}/graphiql`)
  await page.until(`document.querySelector('#sign-in form')`)
  await enter(page, 'siti')
  await page.until(`sessionStorage.getItem('gateway:session')`)

  await page.open(system.url)
  await page.until(`window.given && document.querySelector('#sign-in form')`)
  expect(await page.evaluate(`sessionStorage.getItem('gateway:session')`)).toBeNull()
  await enter(page, 'siti')
  await page.until(`${nameShown} === 'Siti Rahma'`)
  const answer = await page.evaluate(
    `given.handleRequest(given.initialEndpoint, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { name } }"}'
    }).then((response) => response.json())`,
  )
  expect(answer).toEqual({ data: { me: { name: 'Siti Rahma' } } })
  const overSocket = await page.evaluate(
    `new Promise((resolve) => {
      const socket = new WebSocket(given.initialSubscriptionEndpoint, 'graphql-transport-ws')
      const say = (message) => socket.send(JSON.stringify(message))
      socket.onopen = () => say({ type: 'connection_init' })
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data)
        if (message.type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: { query: '{ me { name } }' } })
        if (message.type === 'next') { socket.close(); resolve(message.payload) }
      }
    })`,
  )
  expect(overSocket).toEqual({ data: { me: { name: 'Siti Rahma' } } })
  const given = await page.evaluate<string>(`JSON.stringify([given, sessionStorage, localStorage])`)
  expect(given).not.toMatch(/eyJ/)
  expect(page.outside).toEqual([LIBRARY])
})

story('where Apollo’s servers are out of reach, GraphiQL stands in', async () => {
  const page = await browser.page({})
  await page.open(system.url)
  await page.until(`location.pathname === '/graphiql' && document.querySelector('.graphiql-execute-button')`)
  expect(page.outside).toEqual([LIBRARY])
})
