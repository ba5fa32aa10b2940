import { Refusal } from './refusal.ts'

export const JSON_TYPE = 'application/json'
export const RESPONSE_TYPE = 'application/graphql-response+json'
export const EVENTS_TYPE = 'text/event-stream'
const SUBSCRIPTION_PARTS_TYPE = 'multipart/mixed;subscriptionspec=1.0'
const DEFER_PARTS_TYPE = 'multipart/mixed;deferspec=20220824'
const HTML_TYPE = 'text/html'

/** What a client takes, by its `Accept` header. */
export type Accepted = {
  /** The type of an answer that comes as a whole; undefined when the client takes none of ours. */
  whole: typeof JSON_TYPE | typeof RESPONSE_TYPE | undefined
  /** `application/json` was asked for by its name, as clients do that know no other type. */
  legacy: boolean
  /** The type of a subscription's results. Only what the header names: a wildcard does not expect a stream. */
  live: typeof EVENTS_TYPE | typeof SUBSCRIPTION_PARTS_TYPE | undefined
  /** The same of an answer to `@defer`. */
  incremental: typeof EVENTS_TYPE | typeof DEFER_PARTS_TYPE | undefined
  /** Queries and mutations are to come as events too. */
  eventsOnly: boolean
  /** A browser that wants a page. */
  page: boolean
}

type Range = { type: string; parameters: readonly string[]; quality: number }
type Match = { quality: number; place: number; named: boolean }

/** Headers that were read: clients send a few, again and again. */
const known = new Map<string, Accepted>()
const KEPT_HEADERS = 500

/**
 * Reads an `Accept` header (RFC 9110, section 12.5.1): the highest quality decides, then the order in the header.
 * Without one, or by a wildcard, an answer is `application/json`.
 * @throws Refusal 406 when nothing fits
 */
export function negotiate(header = '*/*'): Accepted {
  let accepted = known.get(header)
  if (!accepted) {
    accepted = read(header)
    if (known.size >= KEPT_HEADERS) known.clear()
    known.set(header, accepted)
  }
  if (accepted.whole || accepted.live || accepted.incremental || accepted.page) return accepted
  throw notAcceptable(`Accept ${RESPONSE_TYPE} or ${JSON_TYPE}.`)
}

export function notAcceptable(message: string): Refusal {
  return new Refusal(406, 'NOT_ACCEPTABLE', message)
}

function read(header: string): Accepted {
  const ranges = header.split(',').map(readRange)
  const matches = new Map<string, Match>()
  for (const type of [
    JSON_TYPE,
    RESPONSE_TYPE,
    HTML_TYPE,
    EVENTS_TYPE,
    SUBSCRIPTION_PARTS_TYPE,
    DEFER_PARTS_TYPE,
  ]) {
    const match = matchOf(type, ranges)
    if (match && (match.named || type === JSON_TYPE || type === RESPONSE_TYPE)) matches.set(type, match)
  }
  const best = <Type extends string>(...types: Type[]): Type | undefined =>
    types
      .filter((type) => matches.has(type))
      .reduce<Type | undefined>((first, type) => (first && !isBetter(type, first) ? first : type), undefined)
  function isBetter(type: string, than: string): boolean {
    const [one, other] = [matches.get(type), matches.get(than)]
    if (!one || !other) return one !== undefined
    return one.quality > other.quality || (one.quality === other.quality && one.place < other.place)
  }

  const whole = best(JSON_TYPE, RESPONSE_TYPE)
  return {
    whole,
    legacy: whole === JSON_TYPE && matches.get(JSON_TYPE)?.named === true,
    live: best(EVENTS_TYPE, SUBSCRIPTION_PARTS_TYPE),
    incremental: best(EVENTS_TYPE, DEFER_PARTS_TYPE),
    eventsOnly: best(JSON_TYPE, RESPONSE_TYPE, EVENTS_TYPE) === EVENTS_TYPE,
    page: best(JSON_TYPE, RESPONSE_TYPE, HTML_TYPE) === HTML_TYPE,
  }
}

function readRange(text: string): Range {
  const [type = '', ...rest] = text.toLowerCase().replaceAll(/[\s"]/g, '').split(';')
  const weight = rest.find((parameter) => parameter.startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return {
    type,
    // The boundary is the server's to choose, and all that is written here is UTF-8.
    parameters: rest.filter(
      (parameter) => parameter !== '' && !/^(q=|boundary=|charset=utf-?8$)/.test(parameter),
    ),
    quality: quality >= 0 && quality <= 1 ? quality : 0,
  }
}

/** What the header says of a type: its most specific range speaks. */
function matchOf(mediaType: string, ranges: readonly Range[]): Match | undefined {
  const [type = '', parameter] = mediaType.split(';')
  let match: Match | undefined
  let specificity = 0
  for (const [place, range] of ranges.entries()) {
    const specific =
      range.type === type ? 3 : range.type === `${type.split('/')[0]}/*` ? 2 : range.type === '*/*' ? 1 : 0
    const fits =
      specific < 3 ? range.parameters.length === 0 : range.parameters.every((one) => one === parameter)
    if (!fits || specific <= specificity || (specific === 3 && parameter && range.parameters.length === 0))
      continue
    specificity = specific
    match = { quality: range.quality, place, named: specific === 3 }
  }
  return match && match.quality > 0 ? match : undefined
}
