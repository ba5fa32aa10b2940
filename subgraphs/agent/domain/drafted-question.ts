import type { Instance } from './instance.ts'
import type { ItemModel } from './item-model.ts'
import { optionsOf } from './item-model.ts'
import { misconceptions } from './misconceptions.ts'

/** A draft as the import format `simpul-questions/1` has it. `id` names the question at its source. */
export function draftedQuestion(model: ItemModel, instance: Instance, draftId: string) {
  const { exam, section, skill, language, type } = model
  return {
    id: `agent-${draftId}`,
    source: `Simpul item model ${model.code}`,
    license: 'CC-BY-4.0',
    exam,
    section,
    skill,
    language,
    type,
    stem: instance.stem,
    ...(type === 'MULTIPLE_CHOICE' ? choices(model, instance) : { answer: shortAnswer(model, instance) }),
    explanation: instance.explanation,
    irt: {
      a: 1,
      b: model.difficulty,
      c: type === 'MULTIPLE_CHOICE' ? 1 / optionsOf(exam) : 0,
      provisional: true,
    },
  }
}

function choices(model: ItemModel, { options, keyId }: Instance) {
  return {
    options: options.map(({ id, text, misconception }) => ({
      id,
      text,
      ...(misconception ? { misconception: misconceptions[misconception][model.language] } : {}),
    })),
    key: keyId ?? '',
  }
}

function shortAnswer({ unit }: ItemModel, { answer }: Instance) {
  return { value: answer['value'] ?? '', ...(unit ? { unit } : {}) }
}
