import { afterAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../server/src/clock.js'
import { insertDayChange, KEPT_DAY_CHANGES } from '../../../server/src/store/insert-day-change.js'
import { insertSite } from '../../../server/src/store/insert-site.js'
import { readDayChanges } from '../../../server/src/store/read-day-changes.js'
import { engines } from '../engines.ts'
import { salon } from '../salon.ts'

describe.each(engines)('$engine: changes that processes tell each other', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  let sites = 0
  const site = async () => {
    sites += 1
    return (await insertSite(database, { publishableKey: `pk_changes_${sites}`, ...salon }, systemClock)).id
  }
  const since = async (siteId: string, position: string | undefined) =>
    (await readDayChanges(database.sql, new Map([[siteId, position]]))).get(siteId)
  const age = (siteId: string, minutes: number) =>
    database.sql.query(
      `UPDATE day_changes SET created_at = created_at - $2::int * interval '1 minute' WHERE site_id = $1`,
      [siteId, minutes],
    )
  const count = async (siteId: string) => {
    const rows = await database.sql.query('SELECT 1 FROM day_changes WHERE site_id = $1', [siteId])
    return rows.length
  }

  test('what changed since a position is told once, for each site its own', async () => {
    const [salonId, spaId] = [await site(), await site()]
    const begin = await since(salonId, undefined)
    expect(begin).toEqual({ position: '0', dates: [] })
    await insertDayChange(database, salonId, ['2027-03-17', '2027-03-16'])
    await insertDayChange(database, salonId, ['2027-03-16'])
    await insertDayChange(database, spaId, ['2027-04-01'])
    const both = new Map([
      [salonId, '0'],
      [spaId, '1'],
    ])
    expect(await readDayChanges(database.sql, both)).toEqual(
      new Map([
        [salonId, { position: '2', dates: ['2027-03-16', '2027-03-17'] }],
        [spaId, { position: '1', dates: [] }],
      ]),
    )
  })

  test('changes made at the same time are numbered one after the other', async () => {
    const siteId = await site()
    const dates = Array.from({ length: 20 }, (_, day) => `2027-05-${String(day + 1).padStart(2, '0')}`)
    await Promise.all(dates.map((date) => insertDayChange(database, siteId, [date])))
    expect(await since(siteId, '0')).toEqual({ position: '20', dates })
  })

  test('what is older than an hour is forgotten with the next change, and who was away for longer is told so', async () => {
    const siteId = await site()
    for (const date of ['2027-03-01', '2027-03-02', '2027-03-03']) await insertDayChange(database, siteId, [date])
    await age(siteId, 61)
    await insertDayChange(database, siteId, ['2027-03-04'])
    // The newest before it stays: without it numbers would begin anew.
    expect(await count(siteId)).toBe(2)
    expect(await since(siteId, '1')).toEqual({ position: '4', dates: 'unknown' })
    expect(await since(siteId, '2')).toEqual({ position: '4', dates: ['2027-03-03', '2027-03-04'] })
  })

  test('of a site only so many are kept', async () => {
    const siteId = await site()
    await database.sql.query(
      `INSERT INTO day_changes (site_id, number, dates, created_at)
        SELECT $1, n, '{2027-03-16}', now() FROM generate_series(1, $2::int) n`,
      [siteId, KEPT_DAY_CHANGES],
    )
    for (const date of ['2027-03-17', '2027-03-18']) await insertDayChange(database, siteId, [date])
    expect(await count(siteId)).toBe(KEPT_DAY_CHANGES)
    expect(await since(siteId, '1')).toMatchObject({ dates: 'unknown' })
    expect(await since(siteId, '2')).toMatchObject({ dates: ['2027-03-16', '2027-03-17', '2027-03-18'] })
  })

  test('a position that was never given is none, also one of a database that was put back', async () => {
    const siteId = await site()
    await insertDayChange(database, siteId, ['2027-03-16'])
    for (const position of ['', 'x', '-1', '2', '1e3', '9'.repeat(30), "1'; --"])
      expect(await since(siteId, position), position).toEqual({ position: '1', dates: 'unknown' })
  })

  test('they go with their site', async () => {
    const siteId = await site()
    await insertDayChange(database, siteId, ['2027-03-16'])
    await database.sql.query('DELETE FROM bookings WHERE site_id = $1', [siteId])
    await database.sql.query('DELETE FROM services WHERE site_id = $1', [siteId])
    await database.sql.query('DELETE FROM sites WHERE id = $1', [siteId])
    expect(await count(siteId)).toBe(0)
  })
})
