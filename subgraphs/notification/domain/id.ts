const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text can be an id of ours at all; one that cannot names nothing, and is not sent to the database. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
