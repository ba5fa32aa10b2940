/** What keeps the system from starting and a person can mend. `message` is one line that says what, and what to do. */
export class StartError extends Error {
  override name = 'StartError'
}
