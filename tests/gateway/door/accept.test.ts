import { negotiate } from '../../../gateway/door/accept.ts'

const JSON_TYPE = 'application/json'
const RESPONSE_TYPE = 'application/graphql-response+json'

test.each([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json; charset=utf-8', JSON_TYPE],
  ['application/graphql-response+json', RESPONSE_TYPE],
  ['Application/GraphQL-Response+JSON;Charset="UTF-8"', RESPONSE_TYPE],
  // What the specification and Apollo Client send.
  ['application/graphql-response+json, application/json;q=0.9', RESPONSE_TYPE],
  ['application/json;q=0.9, application/graphql-response+json', RESPONSE_TYPE],
  ['application/json, application/graphql-response+json', JSON_TYPE],
  ['application/graphql-response+json;q=0.1, */*;q=0.5', JSON_TYPE],
  ['application/json;q=0, */*', RESPONSE_TYPE],
  ['text/html, application/json;q=0.1', JSON_TYPE],
])('of Accept: %s an answer is %s', (header, type) => {
  expect(negotiate(header).whole).toBe(type)
})

test.each([
  'image/png',
  '',
  'application/json;q=0',
  'application/json; charset=latin1',
  '*/*;q=0',
  'application/json;q=none',
  'multipart/mixed',
])('nothing fits Accept: %s', (header) => {
  expect(() => negotiate(header)).toThrow('Accept application/graphql-response+json or application/json.')
})

test.each([
  ['text/event-stream', 'text/event-stream'],
  [
    'multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json',
    'multipart/mixed;subscriptionspec=1.0',
  ],
  ['multipart/mixed;subscriptionSpec="1.0", application/json', 'multipart/mixed;subscriptionspec=1.0'],
  ['application/json, text/event-stream, multipart/mixed;subscriptionSpec=1.0', 'text/event-stream'],
  ['text/event-stream;q=0.5, multipart/mixed;subscriptionSpec=1.0', 'multipart/mixed;subscriptionspec=1.0'],
  ['*/*', undefined],
  ['multipart/mixed;deferSpec=20220824, application/json', undefined],
])('of Accept: %s a subscription comes as %s', (header, type) => {
  expect(negotiate(header).live).toBe(type)
})

test('who prefers events is answered in events, who merely takes them is not', () => {
  expect(negotiate('text/event-stream').eventsOnly).toBe(true)
  expect(negotiate('application/json;q=0.5, text/event-stream').eventsOnly).toBe(true)
  expect(negotiate('application/json, text/event-stream').eventsOnly).toBe(false)
})

test('a browser that opens the address wants a page, a program that takes anything does not', () => {
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'
  expect(negotiate(browser)).toMatchObject({ page: true, whole: JSON_TYPE, legacy: false })
  expect(negotiate('*/*').page).toBe(false)
})
