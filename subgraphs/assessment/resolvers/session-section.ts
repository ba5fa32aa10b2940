import { type FormSection, itemsOf } from '../domain/form.ts'
import type { SectionState } from '../domain/session.ts'
import type { SessionSectionResolvers } from '../generated.ts'
import { type SectionModel, itemModel } from './models.ts'

export const SessionSection: SessionSectionResolvers = {
  section: (model) => ({ id: inForm(model).sectionId }),
  id: (model) => inForm(model).sectionId,
  position: ({ index }) => index + 1,
  code: (model) => inForm(model).code,
  title: (model, _args, { locale }) => inForm(model).title[locale],
  status: (model) => {
    if (isOpen(model)) return 'OPEN'
    return standing(model).submittedAt === null ? 'LOCKED' : 'SUBMITTED'
  },
  durationSeconds: (model) => inForm(model).durationSeconds,
  openedAt: (model) => moment(standing(model).openedAt),
  deadlineAt: (model) => moment(standing(model).deadlineAt),
  submittedAt: (model) => moment(standing(model).submittedAt),
  submissionReason: (model) => standing(model).reason,
  answeredCount: (model) =>
    itemsOf(model.form, inForm(model)).filter(({ position }) => model.state.items[position]?.response).length,
  itemCount: (model) => inForm(model).count,
  items: (model) =>
    isOpen(model)
      ? itemsOf(model.form, inForm(model)).map((item) => itemModel(model.form, model.state, item))
      : [],
}

function isOpen({ state, index }: SectionModel): boolean {
  return state.openSection === index
}

function inForm({ form, index }: SectionModel): FormSection {
  const section = form.sections[index]
  if (!section) throw new Error(`Form ${form.formId} has no section ${index}`)
  return section
}

function standing({ state, index }: SectionModel): SectionState {
  const section = state.sections[index]
  if (!section) throw new Error(`Session ${state.sessionId} has no section ${index}`)
  return section
}

function moment(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
