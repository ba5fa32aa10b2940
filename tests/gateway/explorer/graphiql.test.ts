import { type Browser, CHROMIUM, openBrowser } from '../support/browser.ts'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor } from '../support/door.ts'

// Simpul's own graph, which has sign-in, is tried in tests/e2e/explorers.test.ts.
// A page is only seen to work in a browser; where there is no Chromium, the story is reported as skipped.
const story = CHROMIUM ? test : test.skip

let door: Door
let browser: Browser
beforeAll(async () => {
  if (!CHROMIUM) return
  door = await openDoor(createBookshop().parts, 'in process')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.stop()
  await door?.stop()
})

story('on a graph that knows no sessions, GraphiQL offers no sign-in, and plans to everyone', async () => {
  const page = await browser.page({ width: 420 })
  await page.open(`${door.origin}/graphiql`)
  const editor = `document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror`
  await page.until(`${editor} && document.querySelector('[aria-label="Query plan"]')`)
  expect(await page.evaluate(`document.getElementById('sign-in').hidden`)).toBe(true)
  const tabs = `[...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.textContent)`
  expect(await page.evaluate(tabs)).toEqual(['<untitled>'])

  const response = `document.querySelector('.graphiql-response .CodeMirror').CodeMirror.getValue()`
  await page.evaluate(`${editor}.setValue('{ books(first: 1) { title } }')`)
  await page.click('.graphiql-execute-button')
  await page.until(`${response}.includes('Laskar Pelangi')`)

  await page.evaluate(`${editor}.setValue('{ me { name ... @defer { reviews { stars } } } }')`)
  await page.click('.graphiql-execute-button')
  await page.until(`${response}.includes('"stars": 5')`)
  expect(await page.evaluate(`${response}.includes('"name": "Siti"')`)).toBe(true)

  await page.evaluate(`${editor}.setValue('subscription { reviewed(bookId: "b2") { book { title } } }')`)
  await page.click('.graphiql-execute-button')
  await page.until(`${response}.includes('Bumi Manusia')`)

  await page.click('[aria-label="Query plan"]')
  await page.until(`document.querySelector('#plan[open] .picture img')?.naturalWidth > 100`)
  const text = `document.querySelector('#plan .text').textContent.split('\\n')[1]`
  expect(await page.evaluate(text)).toBe('2 fetches from 2 subgraphs, at most 2 one after another.')
  expect([page.problems, page.outside]).toEqual([[], []])
})
