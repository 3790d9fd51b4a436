import type { Saving } from '../booking-flow/visit-plan.js'
import { durationWords } from './phrases.js'

const savesWords = ({ minutes }: Saving, locale: string) => `saves ${durationWords(minutes, locale)}`

/** What is saved, of both services: `Manicure fits in while Colour takes: saves 50 min`. */
export const savingWords = (saving: Saving, locale: string): string => {
  const { service, beside, how } = saving
  const what =
    how === 'meanwhile'
      ? `${service.name} fits in while ${beside.name} takes`
      : `${service.name} and ${beside.name} can be at the same time`
  return `${what}: ${savesWords(saving, locale)}`
}

/** The same, said beside the name of one of the two: `Fits in while Colour takes: saves 50 min`. */
export const savingWordsFor = (serviceId: string, saving: Saving, locale: string): string => {
  const { service, beside, how } = saving
  const isOwn = service.id === serviceId
  const place =
    how === 'together'
      ? `Can be at the same time as ${isOwn ? beside.name : service.name}`
      : isOwn
        ? `Fits in while ${beside.name} takes`
        : `${service.name} fits in while it takes`
  return `${place}: ${savesWords(saving, locale)}`
}
