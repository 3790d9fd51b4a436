import { describe, expect, test } from 'vitest'
import { askedVisit, serviceRow } from './asked-visit.fixture.js'
import { checkShown } from './check-shown.js'

const by = (...ids: string[]) => ({
  performers: ids.map((resourceId) => ({ resourceId, steps: null, priceMinor: null })),
})
const visit = askedVisit([serviceRow('cut', by('ada', 'ben')), serviceRow('nails', by('cleo'))])
const at = (time: string) => new Date(`2027-03-16T${time}Z`)
const shown = (...items: [resourceId: string, time: string][]) =>
  items.map(([resourceId, time]) => ({ resourceId, start: at(time) }))

describe('the chain that a client saw', () => {
  test('is somebody who does it for each service', () => {
    expect(checkShown(visit, at('09:00'), shown(['ADA', '09:00'], ['cleo', '10:00']))).toEqual([])
    expect(checkShown(visit, at('09:00'), shown(['cleo', '09:00'], ['cleo', '10:00']))).toMatchObject([
      { path: 'shown.0.resourceId' },
    ])
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:00']))).toMatchObject([{ path: 'shown' }])
  })

  test('begins with the visit, whichever service comes first', () => {
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:30'], ['cleo', '09:00']))).toEqual([])
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:00'], ['cleo', '09:00']))).toEqual([])
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:00'], ['cleo', '08:30']))).toEqual([
      { path: 'shown.1.start', message: 'Must be the start of the visit: nothing comes earlier' },
    ])
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:30'], ['cleo', '10:30']))).toMatchObject([
      { path: 'shown.0.start' },
    ])
  })

  test('is on whole minutes', () => {
    expect(checkShown(visit, at('09:00'), shown(['ada', '09:00'], ['cleo', '10:00:30']))).toEqual([
      { path: 'shown.1.start', message: 'Must be a whole minute' },
    ])
  })
})
