import type { Viewer } from '../../kit/identity.ts'
import type { RunRow } from './store/index.ts'

/** A run is its owner's, and every admin's. */
export const maySeeRun = (run: Pick<RunRow, 'ownerId'>, viewer: Viewer): boolean =>
  run.ownerId === viewer.userId || viewer.roles.includes('ADMIN')
