import { askedVisit, hoursOf } from './asked-visit.js'
import type { FlowState } from './flow-state.js'

/** How many other ways to say who does what a time comes with, at most: as many as one likes to read. */
const ALTERNATIVES = 3

/** The visit as times of a day are asked for it. */
export const timesQuestion = (state: FlowState) => ({
  ...askedVisit(state),
  ...hoursOf[state.timeOfDay],
  alternativesPerStart: ALTERNATIVES,
})
