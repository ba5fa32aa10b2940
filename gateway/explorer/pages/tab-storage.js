/*
 * What GraphiQL keeps: tabs, headers and what was run, any of which can hold a token that the reader wrote, in the storage
 * of this one tab; the theme, the layout and the last operation for every visit.
 */

const OF_THIS_TAB = /^graphiql:(headers|tabState|queries|favorites)$/

const storageOf = (key) => (OF_THIS_TAB.test(key) ? sessionStorage : localStorage)

const keysOf = (storage) => Object.keys(storage).filter((key) => key.startsWith('graphiql:'))

export const tabStorage = {
  getItem: (key) => storageOf(key).getItem(key),
  setItem: (key, value) => storageOf(key).setItem(key, value),
  removeItem: (key) => storageOf(key).removeItem(key),
  get length() {
    return keysOf(sessionStorage).length + keysOf(localStorage).length
  },
  clear() {
    for (const storage of [sessionStorage, localStorage])
      keysOf(storage).forEach((key) => storage.removeItem(key))
  },
}
