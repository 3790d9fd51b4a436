import type { Slot } from '@codex-booking/sdk'
import { minutesThere } from '../booking-flow/visit-days.js'
import { formatDuration } from '../format/duration.js'
import { amountWords, waitWords } from './phrases.js'

/** `2 h 45 min with 15 min wait, 156,00 €` */
export const factsWords = (visit: Pick<Slot, 'items' | 'price'>, locale: string): string =>
  `${formatDuration(minutesThere(visit.items), locale)}${waitWords(visit, locale, ' with ')}, ${amountWords(visit.price, locale)}`
