const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids are opaque to clients, so any text may come as one: what is no UUID names nothing, and PostgreSQL would fail on it. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
