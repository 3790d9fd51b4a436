import type { StepRow } from '../../store/site-snapshot.js'

/** The steps of a colour: it is put on, takes its time, and is washed and finished. In minutes. */
export const taking = (before: number, processing: number, after: number): readonly StepRow[] => [
  { kind: 'active', minutes: before },
  { kind: 'processing', minutes: processing },
  { kind: 'active', minutes: after },
]
