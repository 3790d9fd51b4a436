import { checkWhole } from '../check-input.js'
import type { Opening } from '../types.js'

/**
 * Whether a start lies on the grid of an opening that holds it. Openings without an anchor have no fixed grid (it moves
 * with the bookings): every start in them will do. Whether anything fits there is another question.
 *
 * @param start minutes since the epoch
 * @throws EngineInputError for a step that is no whole number of minutes above 0
 * @example isOnGrid(570, [{ start: 540, end: 720, gridAnchor: 540 }], 15) // true
 */
export function isOnGrid(start: number, openings: readonly Opening[], stepMinutes: number): boolean {
  checkWhole(stepMinutes, 'stepMinutes', 1)
  return openings.some((opening) => {
    const { gridAnchor = start } = opening
    return opening.start <= start && start < opening.end && (start - gridAnchor) % stepMinutes === 0
  })
}
