const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can be an id of ours; anything else names nothing. */
export const isId = (text: string): boolean => uuid.test(text)
