import { afterAll, describe, expect, test } from 'vitest'
import { findSiteByPublishableKey } from '../../server/src/store/find-site-by-publishable-key.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { readSite } from '../../server/src/store/read-site.js'
import type { SiteDescription } from '../../server/src/store/site-description.js'
import { engines } from './engines.ts'

const active = (minutes: number) => [{ kind: 'active' as const, minutes }]
/** Work, the time that it takes, and work again. */
const taking = (before: number, minutes: number, after: number) => [
  ...active(before),
  { kind: 'processing' as const, minutes },
  ...active(after),
]

const settings: SiteDescription['settings'] = {
  stepMinutes: 10,
  gridMode: 'window',
  bufferMinutes: 5,
  noticeMinutes: 120,
  horizonDays: 30,
  holdMinutes: 10,
  confirmsAtOnce: false,
  resourceStrategy: 'even-load',
  changeMinutes: 5,
  preferMinutes: 15,
  maxIdleMinutes: 30,
  maxChainMinutes: 480,
}

const salon: SiteDescription = {
  name: 'Salon Ada',
  publishableKey: 'pk_ada',
  timeZone: 'Europe/Berlin',
  locale: 'de-DE',
  currency: 'CHF',
  address: 'Lindenweg 1',
  directions: 'Second floor',
  privacyUrl: 'https://salon.example.test/privacy',
  cancelNoticeMinutes: 1440,
  moveNoticeMinutes: 240,
  contact: { email: 'required', phone: 'hidden', note: 'hidden', needsEmailOrPhone: true },
  consents: [
    { slug: 'privacy', text: 'I agree', isRequired: true, url: 'https://salon.example.test/privacy' },
    { slug: 'news', text: 'Send me news' },
  ],
  settings,
  hours: { monday: '09:00-18:00', friday: '18:00-26:00' },
  daysOff: [{ from: '2027-12-25', to: '2027-12-26', reason: 'Christmas' }],
  categories: [
    {
      slug: 'hair',
      name: 'Hair',
      description: 'All about hair',
      services: [
        {
          slug: 'cut',
          name: 'Cut',
          minutes: 45,
          priceMinor: 4500,
          performers: ['ada', { resource: 'ben', minutes: 60, priceMinor: 3500 }],
        },
        {
          slug: 'colour',
          steps: taking(20, 40, 25),
          priceMinor: 9000,
          gapAfterMinutes: 10,
          mayOverlap: true,
          overlapGroup: 'sitting',
          together: 'require',
          performers: [{ resource: 'ben', steps: taking(30, 40, 35) }],
          needs: [{ resources: ['chair', 'bench'] }, { resources: ['ada'], during: 'active', isShown: false }],
        },
      ],
    },
    { slug: 'empty', services: [] },
  ],
  resources: [
    {
      slug: 'ada',
      name: 'Ada',
      description: 'Founder',
      priority: 2,
      bufferMinutes: 0,
      noticeMinutes: 60,
      horizonDays: 14,
      timeZone: 'Europe/Lisbon',
      hours: '10:00-19:00',
      break: '13:00-13:30',
      week: {
        monday: 'closed',
        tuesday: '08:00-12:00',
        thursday: { hours: '12:00-20:00', breaks: ['16:00-16:30', '18:00-18:15'] },
      },
      daysOff: [
        { from: '2027-08-02', to: '2027-08-15', reason: 'Holiday' },
        { from: '2027-03-16', hours: '12:00-14:00' },
      ],
    },
    { slug: 'ben' },
    { slug: 'bench', kind: 'device', capacity: 4, isChoosable: false },
    { slug: 'chair', kind: 'device' },
  ],
}

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const site = await insertSite(database, salon)
  await insertSite(database, { ...salon, publishableKey: 'pk_other' })

  test('a publishable key leads to its site', async () => {
    expect(await findSiteByPublishableKey(database.sql, 'pk_ada')).toBe(site.id)
    expect(await findSiteByPublishableKey(database.sql, 'pk_nobody')).toBeUndefined()
  })

  test('a site is read as it was described', async () => {
    const snapshot = await readSite(database.sql, site.id)
    const [ada, ben, bench, chair] = ['ada', 'ben', 'bench', 'chair'].map(site.resourceId)
    const categoryIds = snapshot?.categories.map(({ id }) => id)
    expect(snapshot).toEqual({
      id: site.id,
      name: 'Salon Ada',
      address: 'Lindenweg 1',
      directions: 'Second floor',
      privacyUrl: 'https://salon.example.test/privacy',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      currency: 'CHF',
      cancelNoticeMinutes: 1440,
      moveNoticeMinutes: 240,
      contact: {
        email: 'required',
        phone: 'hidden',
        note: 'hidden',
        needsEmailOrPhone: true,
        consents: [
          { slug: 'privacy', text: 'I agree', url: 'https://salon.example.test/privacy', isRequired: true },
          { slug: 'news', text: 'Send me news', url: null, isRequired: false },
        ],
      },
      settings,
      hours: [
        { weekday: 1, startMinute: 540, endMinute: 1080 },
        { weekday: 5, startMinute: 1080, endMinute: 1560 },
      ],
      daysOff: [{ startDate: '2027-12-25', endDate: '2027-12-26', ...allDay, reason: 'Christmas' }],
      categories: [
        { id: expect.any(String), slug: 'hair', name: 'Hair', description: 'All about hair' },
        { id: expect.any(String), slug: 'empty', name: 'empty', description: null },
      ],
      services: [
        {
          id: site.serviceId('cut'),
          slug: 'cut',
          categoryId: categoryIds?.[0],
          name: 'Cut',
          description: null,
          steps: active(45),
          gapAfterMinutes: 0,
          mayOverlap: false,
          overlapGroup: null,
          together: 'prefer',
          needs: [],
          priceMinor: 4500,
          performers: [
            { resourceId: ada, steps: null, priceMinor: null },
            { resourceId: ben, steps: active(60), priceMinor: 3500 },
          ],
        },
        {
          id: site.serviceId('colour'),
          slug: 'colour',
          categoryId: categoryIds?.[0],
          name: 'colour',
          description: null,
          steps: taking(20, 40, 25),
          gapAfterMinutes: 10,
          mayOverlap: true,
          overlapGroup: 'sitting',
          together: 'require',
          priceMinor: 9000,
          performers: [{ resourceId: ben, steps: taking(30, 40, 35), priceMinor: null }],
          needs: [
            { resourceIds: [chair, bench], during: 'all', isShown: true },
            { resourceIds: [ada], during: 'active', isShown: false },
          ],
        },
      ],
      resources: [
        {
          ...plainResource,
          id: ada,
          slug: 'ada',
          name: 'Ada',
          description: 'Founder',
          priority: 2,
          bufferMinutes: 0,
          noticeMinutes: 60,
          horizonDays: 14,
          timeZone: 'Europe/Lisbon',
          defaultStartMinute: 600,
          defaultEndMinute: 1140,
          defaultBreakStartMinute: 780,
          defaultBreakEndMinute: 810,
          workingDays: [
            { weekday: 1, isClosed: true, startMinute: null, endMinute: null, breaks: [] },
            { weekday: 2, isClosed: false, startMinute: 480, endMinute: 720, breaks: [] },
            {
              weekday: 4,
              isClosed: false,
              startMinute: 720,
              endMinute: 1200,
              breaks: [
                { startMinute: 960, endMinute: 990 },
                { startMinute: 1080, endMinute: 1095 },
              ],
            },
          ],
          daysOff: [
            { startDate: '2027-03-16', endDate: '2027-03-16', startMinute: 720, endMinute: 840, reason: null },
            { startDate: '2027-08-02', endDate: '2027-08-15', ...allDay, reason: 'Holiday' },
          ],
        },
        { ...plainResource, id: ben, slug: 'ben', name: 'ben' },
        { ...plainResource, id: bench, slug: 'bench', name: 'bench', kind: 'device', capacity: 4, isChoosable: false },
        { ...plainResource, id: chair, slug: 'chair', name: 'chair', kind: 'device' },
      ],
    })
  })

  test('a resource has as many seats as its capacity', async () => {
    const seats = await database.sql.query(
      'SELECT count(*) AS count FROM seats WHERE site_id = $1 AND resource_id = $2',
      [site.id, site.resourceId('bench')],
    )
    expect(seats).toEqual([{ count: 4 }])
  })

  test('there is nothing to read where there is no site', async () => {
    expect(await readSite(database.sql, '0190163d-8694-7f8a-8b5a-5d7d3a1d3c11')).toBeUndefined()
  })

  test('what is no longer active is left out, also as a performer and of needs', async () => {
    const gone = await insertSite(database, { ...salon, publishableKey: 'pk_gone' })
    await database.sql.query("UPDATE resources SET is_active = false WHERE site_id = $1 AND slug = 'ada'", [gone.id])
    const snapshot = await readSite(database.sql, gone.id)
    expect(snapshot?.resources.map(({ slug }) => slug)).toEqual(['ben', 'bench', 'chair'])
    expect(snapshot?.services).toMatchObject([
      { slug: 'cut', performers: [{ resourceId: gone.resourceId('ben') }] },
      { slug: 'colour', needs: [{ resourceIds: ['chair', 'bench'].map(gone.resourceId) }, { resourceIds: [] }] },
    ])
    await database.sql.query("UPDATE services SET is_active = false WHERE site_id = $1 AND slug = 'colour'", [gone.id])
    expect((await readSite(database.sql, gone.id))?.services.map(({ slug }) => slug)).toEqual(['cut'])
  })

  test('steps that this version cannot plan with are refused by name', async () => {
    const odd = await insertSite(database, { ...salon, publishableKey: 'pk_odd' })
    // What a later version may write into this very database.
    await database.sql.query('ALTER TABLE services DROP CONSTRAINT services_steps_kinds')
    const steps = JSON.stringify([{ kind: 'dreaming', minutes: 10 }])
    await database.sql.query("UPDATE services SET steps = $2 WHERE site_id = $1 AND slug = 'cut'", [odd.id, steps])
    await expect(readSite(database.sql, odd.id)).rejects.toThrow('The steps of service cut cannot be used')
  })

  test('a description that cannot be leaves nothing behind', async () => {
    const wave = { slug: 'wave', minutes: 30, priceMinor: 100, performers: ['ada'] }
    for (const service of [
      { ...wave, performers: ['nobody'] },
      { ...wave, needs: [{ resources: ['nobody'] }] },
    ]) {
      const wrong = { ...salon, publishableKey: 'pk_wrong', categories: [{ slug: 'hair', services: [service] }] }
      await expect(insertSite(database, wrong)).rejects.toThrow('The site has no resource "nobody"')
    }
    expect(await findSiteByPublishableKey(database.sql, 'pk_wrong')).toBeUndefined()
  })
})

const plainResource = {
  kind: 'person',
  priority: 0,
  description: null,
  capacity: 1,
  bufferMinutes: null,
  noticeMinutes: null,
  horizonDays: null,
  timeZone: null,
  defaultStartMinute: null,
  defaultEndMinute: null,
  defaultBreakStartMinute: null,
  defaultBreakEndMinute: null,
  isChoosable: true,
  workingDays: [],
  daysOff: [],
}

const allDay = { startMinute: null, endMinute: null }
