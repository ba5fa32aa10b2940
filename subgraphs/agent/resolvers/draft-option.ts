import { misconceptions } from '../domain/misconceptions.ts'
import type { DraftOptionResolvers } from '../generated.ts'

export const DraftOption: DraftOptionResolvers = {
  isKey: ({ misconception }) => misconception === null,
  misconception: ({ misconception }, _args, { locale }) =>
    misconception === null ? null : misconceptions[misconception][locale],
}
